import { expect, it, vi } from 'vitest';
import { createGuard } from './guard.ts';

it('passes values on and reports what is thrown', () => {
  const report = vi.fn();
  const error = new Error('host');
  createGuard(report)((a: number, b: number) => {
    if (a + b === 3) throw error;
  })(1, 2);
  expect(report).toHaveBeenCalledExactlyOnceWith(error);
});

it('reports what an async callback rejects with', async () => {
  const report = vi.fn();
  createGuard(report)(async () => {
    throw new Error('later');
  })();
  await Promise.resolve();
  await Promise.resolve();
  expect(report).toHaveBeenCalledOnce();
});

it('survives a reporter that throws, and having none', () => {
  const fails = () => {
    throw new Error('callback');
  };
  expect(() => createGuard(fails)(fails)()).not.toThrow();
  expect(() => createGuard(undefined)(fails)()).not.toThrow();
});
