import { expect, it } from 'vitest';
import { waitBeforeRefresh } from './refresh.ts';

it('waits as long as the server asked for, give or take a tenth', () => {
  expect([0, 0.5, 1].map((random) => waitBeforeRefresh(120, 0, random))).toEqual([108_000, 120_000, 132_000]);
});

it('waits forever when there is nothing to wait for', () => {
  expect(waitBeforeRefresh(null, 3, 0.5)).toBe(Number.POSITIVE_INFINITY);
});

it('asks a hasty server no more than every few seconds', () => {
  expect(waitBeforeRefresh(0, 0, 0.5)).toBe(5_000);
});

it('doubles its wait after each failure, up to ten minutes, and spreads it more', () => {
  expect([1, 2, 3, 20].map((failures) => waitBeforeRefresh(120, failures, 0.5))).toEqual([
    10_000, 20_000, 40_000, 600_000,
  ]);
  expect(waitBeforeRefresh(120, 1, 0)).toBe(7_500);
  expect(waitBeforeRefresh(120, 1, 1)).toBe(12_500);
});
