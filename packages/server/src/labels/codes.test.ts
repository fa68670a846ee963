import { describe, expect, it } from 'vitest';
import { code128 } from './code-128.ts';
import { qrPath } from './qr.ts';

/** The modules a path fills, row by row. */
function modulesOf({ size, path }: ReturnType<typeof qrPath>): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let offset = 0; offset < Number(width); offset++) {
      const row = rows[Number(y)];
      if (row) row[Number(x) + offset] = true;
    }
  }
  return rows;
}

describe('a QR code', () => {
  it('has its three finder patterns inside a quiet zone of four modules', () => {
    const rows = modulesOf(qrPath('R-1001-1'));
    const size = rows.length;
    expect(size).toBe(21 + 8);
    const at = (x: number, y: number) => rows[y]?.[x];
    for (const [left, top] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const) {
      for (let step = 0; step < 7; step++) {
        expect([at(left + step, top), at(left, top + step), at(left + 6, top + step)]).toEqual([
          true,
          true,
          true,
        ]);
      }
      expect(at(left + 1, top + 1)).toBe(false);
      expect(at(left + 3, top + 3)).toBe(true);
    }
    for (let step = 0; step < size; step++) {
      for (const edge of [0, 1, 2, 3, size - 1, size - 4]) {
        expect(at(step, edge)).toBe(false);
        expect(at(edge, step)).toBe(false);
      }
    }
  });

  it('is nothing but a path, whatever the text', () => {
    for (const text of [
      '"><script>',
      'Größe ☂ 日本',
      'https://post.example.com/r/1?a=b&c=d',
      '0'.repeat(500),
    ]) {
      expect(qrPath(text).path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    }
    expect(() => qrPath('x'.repeat(5_000))).toThrow(RangeError);
    expect(() => qrPath('')).toThrow(RangeError);
  });
});

describe('a Code 128', () => {
  it('is start, letters, check and stop: eleven modules each, thirteen for the stop', () => {
    const text = 'R-ABCD';
    const bars = code128(text);
    expect(bars).toHaveLength((text.length + 2) * 6 + 7);
    expect(bars.reduce((sum, width) => sum + width, 0)).toBe((text.length + 2) * 11 + 13);
    // Start B (ISO/IEC 15417, table 1).
    expect(bars.slice(0, 6)).toEqual([2, 1, 1, 2, 1, 4]);
    expect(bars.slice(-7)).toEqual([2, 3, 3, 1, 1, 1, 2]);
  });

  it('refuses what it cannot write', () => {
    for (const text of ['', 'größe', 'x'.repeat(49)]) expect(() => code128(text)).toThrow(RangeError);
  });
});
