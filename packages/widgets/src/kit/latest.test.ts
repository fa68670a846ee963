import { expect, it, vi } from 'vitest';
import { createLatest } from './latest.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve));

it('hands on the answer of the last work only', async () => {
  const settled = vi.fn();
  const latest = createLatest(settled);
  const done = vi.fn();
  const signals: AbortSignal[] = [];
  for (const answer of ['first', 'second'])
    latest.run(
      async (signal) => {
        signals.push(signal);
        return answer;
      },
      done,
      done,
    );
  expect(latest.busy).toBe(true);
  await settle();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  expect(done).toHaveBeenCalledExactlyOnceWith('second');
  expect(settled).toHaveBeenCalledOnce();
  expect(latest.busy).toBe(false);
});

it('tells a failure, also of work that throws at once', async () => {
  const failed = vi.fn();
  createLatest(() => {}).run(
    () => {
      throw new Error('at once');
    },
    () => {},
    failed,
  );
  await settle();
  expect(failed).toHaveBeenCalledOnce();
});

it('says nothing after it was stopped', async () => {
  const told = vi.fn();
  const latest = createLatest(told);
  latest.run(async () => 'late', told, told);
  latest.stop();
  await settle();
  expect(told).not.toHaveBeenCalled();
  expect(latest.busy).toBe(false);
});
