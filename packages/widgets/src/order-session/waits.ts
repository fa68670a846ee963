const secondMs = 1000;

/** Seconds between the first tries for an order that was bought a moment ago; the last goes on. */
const waits = [2, 3, 5, 8, 13, 20, 30] as const;

/** How often such an order is asked for before somebody has to ask again by hand: about ten minutes of trying. */
export const mostTries = 25;

/** How long to wait after so many tries, in milliseconds, spread by a fifth so that pages do not ask in step. */
export function waitBeforeTry(tries: number, random: number): number {
  return (waits[tries - 1] ?? 30) * secondMs * (0.8 + random * 0.4);
}
