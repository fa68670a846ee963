import type { OrderTrackingState } from './state.ts';

const secondMs = 1000;

/** True in the states that ask for news by themselves. */
export const isAsking = ({ kind }: OrderTrackingState): boolean => kind === 'ready' || kind === 'waiting';

/**
 * How long to wait before asking again: what the server asked for, spread by a tenth so that pages do not ask in step;
 * after failures doubling from ten seconds to ten minutes, spread by half. Infinity when there is nothing to wait for.
 */
export function waitBeforeRefresh(refreshAfter: number | null, failures: number, random: number): number {
  if (refreshAfter === null) return Number.POSITIVE_INFINITY;
  if (failures === 0) return Math.max(5, refreshAfter) * secondMs * (0.9 + random * 0.2);
  return Math.min(600, 5 * 2 ** failures) * secondMs * (0.75 + random * 0.5);
}

/** Seconds between the first tries for an order that was bought a moment ago; the last goes on. */
const waits = [2, 3, 5, 8, 13, 20, 30] as const;

/** How often such an order is asked for before somebody has to ask again by hand: about ten minutes of trying. */
export const mostTries = 25;

/** How long to wait after so many tries, in milliseconds, spread by a fifth so that pages do not ask in step. */
export function waitBeforeTry(tries: number, random: number): number {
  return (waits[tries - 1] ?? 30) * secondMs * (0.8 + random * 0.4);
}
