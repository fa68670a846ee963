import { expect, it, vi } from 'vitest';
import { lazySource } from './lazy-source.ts';

interface Numbers {
  add(one: number, other: number): Promise<number>;
  fail(): Promise<never>;
}
const numbers: Numbers = {
  add: async (one, other) => one + other,
  fail: async () => {
    throw new Error('no');
  },
};

it('brings what it stands for with the first call, and passes on what that says', async () => {
  const bring = vi.fn(async () => numbers);
  const source = lazySource<Numbers, 'add' | 'fail'>(['add', 'fail'], bring);
  expect(bring).not.toHaveBeenCalled();
  expect(await source.add(1, 2)).toBe(3);
  await expect(source.fail()).rejects.toThrow('no');
});

it('asks again after it could not be brought', async () => {
  const bring = vi
    .fn<() => Promise<Numbers>>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue(numbers);
  const source = lazySource<Numbers, 'add'>(['add'], bring);
  await expect(source.add(1, 2)).rejects.toThrow('offline');
  expect(await source.add(1, 2)).toBe(3);
});
