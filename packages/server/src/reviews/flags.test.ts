import { describe, expect, it } from 'vitest';
import { flagsOf } from './flags.ts';

const rules = { publish: 'at_once', words: ['damn', 'c++'], flagLinks: true, flagContactData: true } as const;
const flags = (text: string, more = {}) =>
  flagsOf(
    { words: [null, text], isOdd: false, isCopy: false },
    { ...rules, words: [...rules.words], ...more },
  );

describe('a review', () => {
  it.each([
    ['See https://spam.example for more', ['link']],
    ['visit www.cheap-lamps', ['link']],
    ['cheaper at bestlamps.shop today', ['link']],
    ['Write to me@lamps.example', ['contact_data']],
    ['Call +49 (0)30 555-0142 now', ['contact_data']],
    ['Damn good!', ['word']],
    ['I wrote it in C++.', ['word']],
  ])('is flagged for %j', (text, found) => {
    expect(flags(text)).toEqual(found);
  });

  it.each([
    'It arrived on 12.11.2026 and works.',
    'It is 120 x 60 x 45 cm, and costs 1,299.00.',
    'The damned cable. Goddamnit?',
    'Works with E27.Nice!',
    'It broke after two days, one star, worst lamp ever.',
  ])('is not flagged for %j', (text) => {
    expect(flags(text)).toEqual([]);
  });

  it('is flagged for what was hidden in it and for saying what another one says', () => {
    expect(flagsOf({ words: ['a'], isOdd: true, isCopy: true }, { ...rules, words: [] })).toEqual([
      'duplicate_text',
      'odd_characters',
    ]);
  });

  it('is flagged for nothing the store does not look for, and no word of a store is a pattern', () => {
    expect(flags('me@x.example', { flagContactData: false })).toEqual([]);
    expect(flags('https://x.example', { flagLinks: false })).toEqual([]);
    expect(flags('abc', { words: ['.*', '(', ' '] })).toEqual([]);
  });
});
