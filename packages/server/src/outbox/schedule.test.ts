import { describe, expect, it } from 'vitest';
import { mostAttempts, nextAttempt, retryDelays } from './schedule.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const secondsAfter = (attempts: number, chance: number) => {
  const next = nextAttempt(attempts, now, chance);
  return next === null ? null : (next.getTime() - now.getTime()) / 1_000;
};

describe('schedule of tries', () => {
  it('is the one of Standard Webhooks: ten tries, then the delivery is dead', () => {
    expect(mostAttempts).toBe(10);
    expect(retryDelays.map((_, place) => secondsAfter(place + 1, 0))).toEqual([
      5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ]);
    expect(secondsAfter(10, 0)).toBeNull();
  });

  it('spreads tries by up to a tenth, and never makes one early', () => {
    expect(secondsAfter(2, 1)).toBe(330);
    for (let times = 0; times < 200; times++) {
      const at = nextAttempt(2, now)?.getTime() ?? 0;
      expect(at).toBeGreaterThanOrEqual(now.getTime() + 300_000);
      expect(at).toBeLessThanOrEqual(now.getTime() + 330_000);
    }
  });
});
