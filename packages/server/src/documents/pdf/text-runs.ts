import bidiFactory, { type Bidi } from 'bidi-js';
import type { Font } from './fonts.ts';

/** A stretch of a line that is drawn at once: one font, one direction. In the order it is drawn, from the left. */
export interface TextRun {
  readonly font: Font;
  /** As the shaper takes it: in drawing order, but turned round where it turns the text round itself. */
  readonly text: string;
}

/** Which way a line is laid out; `auto` as its first letter says. */
export type Direction = 'ltr' | 'rtl' | 'auto';

// Its types describe an ES module; what Node is given is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** What stands for a character that no font has. */
const unknownCharacter = '\ufffd';

interface Piece {
  font: Font;
  level: number;
  text: string;
}

/**
 * Splits one line of text into runs by direction (the Unicode Bidirectional Algorithm, UAX 9) and by font. Characters that
 * no font has are shown as the replacement character.
 */
export function textRuns(line: string, fonts: readonly Font[], direction: Direction): TextRun[] {
  const text = line.normalize('NFC').replace(/[^\P{C}\p{Co}\u200c\u200d]/gu, '');
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const mirrored = bidi.getMirroredCharactersMap(text, levels);
  const pieces: Piece[] = [];
  let index = 0;
  for (const character of text) {
    const level = levels[index] ?? 0;
    const before = pieces.at(-1);
    const { font, shown } = fontFor(mirrored.get(index) ?? character, fonts, before?.font);
    if (before && before.font === font && before.level === level) before.text += shown;
    else pieces.push({ font, level, text: shown });
    index += character.length;
  }
  return inDrawingOrder(pieces).map(({ font, level, text: logical }) => ({
    font,
    text: (level % 2 === 1) === turnsRound(logical) ? logical : [...logical].reverse().join(''),
  }));
}

/** The font of the characters before, as long as it has this one: fewer runs, and marks stay with their letters. */
function fontFor(
  character: string,
  fonts: readonly Font[],
  before: Font | undefined,
): { font: Font; shown: string } {
  const codePoint = character.codePointAt(0) ?? 0;
  const font = before?.has(codePoint) ? before : fonts.find((one) => one.has(codePoint));
  if (font) return { font, shown: character };
  const [first] = fonts;
  if (!first) throw new RangeError('There are no fonts.');
  return { font: fonts.find((one) => one.has(0xfffd)) ?? first, shown: unknownCharacter };
}

/** True for text that the shaper lays from right to left: of such a script, and digits it takes for a part of one. */
const turnsRound = (text: string): boolean => /[\p{Script=Arabic}\p{Script=Hebrew}\u0660-\u0669]/u.test(text);

/** From the highest level down, every stretch of at least that level is turned round (UAX 9, L2). */
function inDrawingOrder(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end += 1;
      if (end > start) {
        order.splice(start, end - start, ...order.slice(start, end).reverse());
        start = end;
      }
    }
  }
  return order;
}
