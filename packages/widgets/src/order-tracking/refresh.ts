const secondMs = 1000;

/**
 * How long to wait before asking again: what the server asked for, spread by a tenth so that pages do not ask in step;
 * after failures doubling from ten seconds to ten minutes, spread by half. Infinity when there is nothing to wait for.
 */
export function waitBeforeRefresh(refreshAfter: number | null, failures: number, random: number): number {
  if (refreshAfter === null) return Number.POSITIVE_INFINITY;
  if (failures === 0) return Math.max(5, refreshAfter) * secondMs * (0.9 + random * 0.2);
  return Math.min(600, 5 * 2 ** failures) * secondMs * (0.75 + random * 0.5);
}
