import type { Sleep } from '../budget.ts';

/** A clock that moves only when a test says so, with the pauses that were asked of it. */
export interface ManualTime {
  readonly sleep: Sleep;
  readonly now: () => number;
  /** Every pause asked for so far, in milliseconds; the deadline of each call is among them, at its beginning. */
  readonly asked: readonly number[];
  /** How many sleep at the moment. */
  sleeping(): number;
  /** Moves the clock and wakes whoever slept until then. */
  advance(ms: number): void;
  /** Resolves once somebody asks for a pause shorter than `deadlines`. */
  paused(): Promise<void>;
}

/**
 * Makes a clock. Pauses between tries pass by themselves and move the clock; the deadline of a call, told by its length
 * of `deadlines` or more, waits for `advance`. With `hold` every pause waits.
 */
export function manualTime({ deadlines = 10_000, hold = false } = {}): ManualTime {
  let now = Date.parse('2026-11-22T12:00:00Z');
  const asked: number[] = [];
  const sleepers = new Set<{ until: number; wake: () => void }>();
  let onPause = () => {};
  const firstPause = new Promise<void>((resolve) => {
    onPause = resolve;
  });

  const advance = (ms: number) => {
    now += ms;
    for (const sleeper of sleepers) if (sleeper.until <= now) sleeper.wake();
  };

  return {
    now: () => now,
    asked,
    sleeping: () => sleepers.size,
    advance,
    paused: () => firstPause,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        asked.push(ms);
        const sleeper = {
          until: now + ms,
          wake: () => {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal.addEventListener(
          'abort',
          () => {
            sleepers.delete(sleeper);
            reject(signal.reason);
          },
          { once: true },
        );
        if (ms >= deadlines) return;
        onPause();
        if (!hold) queueMicrotask(() => advance(ms));
      }),
  };
}
