import { expect, test } from 'vitest';
import { versionOf } from './versions.ts';

const at = '2026-03-04T16:20:41.000Z';

test('finer times decide between equal ones, and none is before any', () => {
  const ties = [
    null,
    '2026-03-04T16:20:41Z',
    '2026-03-04T16:20:41.09Z',
    '2026-03-04T16:20:41.123456789Z',
  ].map((hint) => versionOf(at, [hint], {}).tie);
  expect(ties).toEqual([...ties].sort());
  expect(new Set(ties).size).toBe(3 + 1);
});

test('the content decides in the end, the same way every time', () => {
  const [a, b] = [versionOf(at, [], { a: 1 }), versionOf(at, [], { a: 2 })];
  expect(a.tie).not.toBe(b.tie);
  expect(versionOf(at, [], { a: 1 })).toEqual(a);
});

test('a tie is digits and hexadecimal digits of one length, so that every collation sorts it alike', () => {
  for (const hint of [null, '04', at, 'x'.repeat(99)]) {
    expect(versionOf(at, [hint], 'content').tie).toMatch(/^\d{23}[0-9a-f]{16}$/);
  }
});

test('a change without a time is older than any other', () => {
  expect(versionOf(null, [], {}).at < versionOf('1970-01-01T00:00:00.001Z', [], {}).at).toBe(true);
});
