import { expect, it } from 'vitest';
import { partOf } from './byte-range.ts';

it.each([
  ['bytes=0-1', 0, 2],
  ['bytes=0-', 0, 10],
  ['bytes=4-99', 4, 10],
  ['bytes=-3', 7, 10],
  ['bytes=-99', 0, 10],
  ['bytes=9-9', 9, 10],
])('%s of ten bytes are those', (header, from, to) => {
  expect(partOf(header, 10)).toEqual({ from, to, isEmpty: false });
});

it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('%s of ten bytes is nothing', (header) => {
  expect(partOf(header, 10)?.isEmpty).toBe(true);
});

it.each([undefined, '', 'bytes=-', 'bytes=3-2', 'bytes=0-1,4-5', 'lines=0-1', 'bytes=a-b'])(
  '%s is answered with everything',
  (header) => {
    expect(partOf(header, 10)).toBeNull();
  },
);
