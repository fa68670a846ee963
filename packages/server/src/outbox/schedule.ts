const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * Milliseconds from a failed try to the next: the schedule Standard Webhooks recommends, which ends a good three days
 * after the first (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#deliverability-and-reliability).
 */
export const retryDelays: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** Tries of a delivery, the first one included. */
export const mostAttempts = retryDelays.length + 1;

/**
 * When a delivery is tried next, null when it is given up. Up to a tenth is added by chance, so that what failed together
 * does not come back together.
 * @param attempts Tries so far.
 * @param chance From 0 to 1.
 */
export function nextAttempt(attempts: number, now: Date, chance: number = Math.random()): Date | null {
  const delay = retryDelays[attempts - 1];
  return delay === undefined ? null : new Date(now.getTime() + Math.round(delay * (1 + chance / 10)));
}
