import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRows } from '../../file-imports/split-rows.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { judgeCode } from './judge-code.ts';
import { longestRow, readCodeLayout } from './read-layout.ts';

const now = new Date('2026-11-24T09:00:00Z');
const encoder = new TextEncoder();

/** What each row of a file says. */
function judge(text: string, timeZone = 'Europe/Berlin') {
  const bytes = encoder.encode(text);
  const { layout, next } = readCodeLayout(bytes);
  return [...splitRows(bytes, next, { delimiter: layout.delimiter, longestRow })].map((row) => {
    const says = judgeCode(row.bytes, layout, timeZone, now);
    return typeof says === 'string' ? says : [says.code, says.expiresAt?.toISOString() ?? null];
  });
}

describe('a file of codes', () => {
  it('is read as spreadsheets and shops write it', () => {
    expect(judge('\ufeffCode;Expires at;;\r\n"A ""1""";;;\r\n B-2\u00a0;2026-12-31;;\r\n')).toEqual([
      ['A "1"', null],
      ['B-2', '2026-12-31T23:00:00.000Z'],
    ]);
    expect(judge('Discount code\tUsed\n="0012"\t0\n\'0013\t1\nAB\u200bCD\t0')).toEqual([
      ['0012', null],
      ['0013', null],
      ['ABCD', null],
    ]);
    expect(judge('note,coupon_code\n"two\nlines",X1\n,X2')).toEqual([
      ['X1', null],
      ['X2', null],
    ]);
    expect(judge('code\r\nONE\r\nTWO')).toEqual([
      ['ONE', null],
      ['TWO', null],
    ]);
  });

  it('tells why a row cannot be taken', () => {
    const long = 'x'.repeat(129);
    const huge = `"${'x'.repeat(longestRow)}"`;
    expect(
      judge(
        `code,expires_at\nA,\nB,,extra\nC\n" ",\n${long},\n${huge},\nD,soon\nE,2026-02-30\nF,2026-11-23\nG,2026-11-24T08:59:59Z`,
      ),
    ).toEqual([
      ['A', null],
      'columns',
      'columns',
      'empty',
      'too_long',
      'too_long',
      'date',
      'date',
      'expired',
      'expired',
    ]);
  });

  it('ends a code with its day in the store’s time zone, or at the moment that is told', () => {
    const end = (text: string, timeZone?: string) => judge(`code,expires\nA,"${text}"`, timeZone)[0]?.[1];
    expect(end('2026-11-24')).toBe('2026-11-24T23:00:00.000Z');
    expect(end('2026-11-24', 'America/New_York')).toBe('2026-11-25T05:00:00.000Z');
    expect(end('2026-12-31 18:00')).toBe('2026-12-31T17:00:00.000Z');
    expect(end('2026-12-31T18:00:00Z')).toBe('2026-12-31T18:00:00.000Z');
    expect(end('2026-12-31 18:00:00 +02:00')).toBe('2026-12-31T16:00:00.000Z');
    expect(end('31.12.2026')).toBe('2026-12-31T23:00:00.000Z');
  });

  it('finds out whether the day or the month comes first', () => {
    const ends = (...days: string[]) =>
      judge(['code,expires', ...days.map((each, at) => `C${at},${each}`)].join('\n'), 'UTC').map(
        (row) => row[1],
      );
    expect(ends('01/02/2027', '12/31/2026')).toEqual([
      '2027-01-03T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ]);
    expect(ends('01/02/2027', '31/12/2026')).toEqual([
      '2027-02-02T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ]);
  });

  it.each(['', 'serial\nX', 'A-1\nA-2', 'expires_at\n2026-12-31'])(
    'without a column of codes is refused: %j',
    (text) => {
      expect(() => judge(text)).toThrow(ApiProblem);
    },
  );

  it('of bytes that are no text is refused', () => {
    expect(() => readCodeLayout(Uint8Array.of(0x63, 0x6f, 0x64, 0x65, 0x0a, 0xff))).toThrow('UTF-8');
    expect(() => readCodeLayout(encoder.encode('code\nA\u0000'))).toThrow(ApiProblem);
  });

  it('of any text takes codes that can be typed, or tells why not', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 140 });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
        const rows = judge(
          [
            'code,note',
            ...cells.map((each) => `"${each.replaceAll('"', '""').replaceAll('\u0000', '')}",x`),
          ].join('\n'),
        );
        for (const row of rows) {
          if (typeof row === 'string') continue;
          const code = row[0] ?? '';
          expect(code).toMatch(/^\S.*$/su);
          expect(code).toBe(code.trim());
          expect(code).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(code.length).toBeLessThanOrEqual(128);
        }
      }),
    );
  });
});
