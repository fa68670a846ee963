import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, hashOfText, isName } from './hygiene.ts';
import { languageOf } from './language.ts';
import { namesToShow } from './names.ts';

describe('a text that is kept', () => {
  it.each([
    ['a name that turns what follows', 'Anna\u202egnihton', 'Annagnihton', true],
    ['a name with a mark nobody sees', 'A\u200bnna\u2060', 'Anna', true],
    ['letters that are joined by nothing', 'a\u200db', 'ab', true],
    ['control characters', 'a\u0000b\u0007c', 'abc', true],
    ['half of a pair', 'a\ud83dz', 'az', true],
    ['a pile of marks', `Z${'\u0336\u0321\u0322\u0327\u0328\u0334'}algo`, null, true],
    ['a family', 'Fine 👨‍👩‍👧', 'Fine 👨‍👩‍👧', false],
    ['a flag of two parts', '🏳️‍🌈', '🏳️‍🌈', false],
    ['Persian with its non-joiner', 'می\u200cخواهم', 'می\u200cخواهم', false],
    ['Arabic with vowel signs', 'مُمْتَاز', 'مُمْتَاز', false],
    ['Vietnamese, composed', 'Tie\u0302\u0301ng Vie\u0323\u0302t', 'Tiếng Việt', false],
    ['too many lines', ' one \r\n\r\n\r\n\r\n two\t\tthree ', 'one\n\ntwo three', false],
  ])('keeps %s as it should be', (_, given, kept, isOdd) => {
    const { text, isOdd: found } = cleanText(given);
    expect(found).toBe(isOdd);
    if (kept !== null) expect(text).toBe(kept.normalize('NFC'));
    else expect(text?.match(/\p{M}/gu)?.length).toBeLessThanOrEqual(4);
  });

  it('is nothing where nothing can be seen', () => {
    for (const nothing of ['', ' ', '\n\n', '\u200b\u200f', null, undefined])
      expect(cleanText(nothing).text).toBeNull();
  });

  it('is the same when it is cleaned once more, and never has what nobody sees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const once = cleanText(given).text;
        expect(cleanText(once)).toEqual({ text: once, isOdd: false });
        expect(once ?? '').not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
        expect(once ?? '').not.toContain('\u0000');
        expect(cleanLine(given).text ?? '').not.toContain('\n');
      }),
    );
  });
});

describe('a name', () => {
  it('needs a letter or a figure of any language', () => {
    for (const name of ['Ada', 'نور', '李', 'R2']) expect(isName(name)).toBe(true);
    for (const none of ['🙂', '…', '\u0301']) expect(isName(none)).toBe(false);
  });

  it('is offered whole, with a letter, and alone', () => {
    expect(namesToShow('Mara Inés Okafor')).toEqual(['Mara Inés Okafor', 'Mara O.', 'Mara']);
    expect(namesToShow(' Björk ')).toEqual(['Björk']);
    expect(namesToShow('😀')).toEqual([]);
    expect(namesToShow(null)).toEqual([]);
    expect(namesToShow(`${'x'.repeat(80)} Y`)).toEqual([]);
  });
});

describe('two texts', () => {
  it('say the same in other capitals, signs and spaces, unless they are short', () => {
    const one = hashOfText('Great lamp', 'It is the best lamp I ever had!');
    expect(hashOfText(null, 'great LAMP — it is the best lamp, I ever had')).toBe(one);
    expect(hashOfText('Great lamp', 'It is the best lamp I ever hat!')).not.toBe(one);
    expect(hashOfText('Great', 'Super!')).toBeNull();
  });
});

describe('a language', () => {
  it('is that of the page where the letters fit, and unknown otherwise', () => {
    expect(languageOf('Eine schöne Lampe', 'de-AT')).toBe('de');
    expect(languageOf('مصباح جميل', 'ar')).toBe('ar');
    expect(languageOf('مصباح جميل', 'en')).toBeNull();
    expect(languageOf('Nice lamp', 'ar')).toBeNull();
    expect(languageOf('🙂 5/5', 'en')).toBeNull();
    expect(languageOf('Nice', null)).toBeNull();
  });
});
