import { describe, expect, it } from 'vitest';
import { fontsOf } from './fonts.ts';
import { openType } from './open-type.ts';
import { type Direction, textRuns } from './text-runs.ts';

const runs = (line: string, direction: Direction = 'auto') =>
  textRuns(line, fontsOf(400), direction).map(({ text, font }) => [text, font.name.replace(/-400$/, '')]);

describe('runs of a line', () => {
  it('take the font of their script, and keep it for what follows where it has that too', () => {
    expect(runs('Łódź 5')).toEqual([
      ['Ł', 'noto-sans-latin-ext'],
      ['ód', 'noto-sans-latin'],
      ['ź', 'noto-sans-latin-ext'],
      [' 5', 'noto-sans-latin'],
    ]);
    expect(runs('Нева')).toEqual([['Нева', 'noto-sans-cyrillic']]);
    expect(runs('ไทย')).toEqual([['ไทย', 'noto-sans-thai-thai']]);
  });

  it('stand in drawing order, from the left, in a right-to-left line', () => {
    expect(runs('שלום abc').map(([text]) => text)).toEqual(['abc', ' ', 'שלום']);
    expect(runs('abc שלום').map(([text]) => text)).toEqual(['abc ', 'שלום']);
    expect(runs('abc', 'rtl').map(([text]) => text)).toEqual(['abc']);
  });

  it('keep numbers readable within right-to-left text, in both kinds of digits', () => {
    expect(runs('دور 12 شقة').map(([text]) => text)).toEqual(['شقة', ' ', '12', ' ', 'دور']);
    // The shaper turns these round, so that they are handed over turned.
    expect(runs('٣١').map(([text]) => text)).toEqual(['١٣']);
  });

  it('mirror brackets of right-to-left text', () => {
    expect(
      runs('(שלום)')
        .map(([text]) => text)
        .join('|'),
    ).toBe('(|שלום|)');
  });

  it('show a character no font has, and leave out those that are none', () => {
    expect(
      runs('a\u{1F4E6}b')
        .map(([text]) => text)
        .join(''),
    ).toBe('a\ufffdb');
    expect(
      runs('a\u0000\u0007\u202eb')
        .map(([text]) => text)
        .join(''),
    ).toBe('ab');
    expect(runs('')).toEqual([]);
  });
});

it('unpacks a font into the OpenType file it was made of', () => {
  const [latin] = fontsOf(700);
  const font = latin?.bytes() ?? Buffer.alloc(0);
  const tags = Array.from({ length: font.readUInt16BE(4) }, (_, table) =>
    font.toString('latin1', 12 + table * 16, 16 + table * 16),
  );
  expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca', 'maxp']));
  const head = 12 + tags.indexOf('head') * 16;
  // The magic number of a font header (OpenType, head).
  expect(font.readUInt32BE(font.readUInt32BE(head + 8) + 12)).toBe(0x5f0f3cf5);
  expect(openType(font)).toBe(font);
});
