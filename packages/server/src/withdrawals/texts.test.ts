import { describe, expect, it } from 'vitest';
import { english } from './texts.en.ts';
import { languageFor, withdrawalLanguages } from './texts.ts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

/** What is the same word in English and another language. */
const sameWords: Readonly<Record<string, readonly string[]>> = { de: ['receiptName'], ar: [] };

describe.each(withdrawalLanguages)(
  'the texts of the withdrawal function in $language',
  ({ texts, language }) => {
    it('are the same ones as in English', () => {
      expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    });

    it.each(Object.keys(english) as (keyof typeof english)[])('use what each is given: %s', (key) => {
      expect(placeholders(texts[key])).toEqual(placeholders(english[key]));
    });

    it('are not empty, have no spaces around them, and are a line each', () => {
      for (const [key, text] of Object.entries(texts)) {
        expect(text.trim(), key).toBe(text);
        expect(text, key).toMatch(/^.+$/);
      }
    });

    it('are words of their own', () => {
      const same = Object.keys(english).filter(
        (key) => Reflect.get(texts, key) === Reflect.get(english, key),
      );
      expect(same).toEqual(sameWords[language] ?? Object.keys(english));
    });
  },
);

describe('the labels of the law', () => {
  it('are those of Article 11a', () => {
    const labels = (tag: string) => {
      const { texts } = languageFor(tag);
      return [texts.function, texts.confirm];
    };
    expect(labels('en')).toEqual(['Withdraw from contract here', 'Confirm withdrawal']);
    expect(labels('de-AT')).toEqual(['Vertrag hier widerrufen', 'Widerruf bestätigen']);
  });
});

describe('the language of a reader', () => {
  it('is the first that there are words in, in any spelling', () => {
    expect(languageFor(null, 'xx', 'DE_at', 'ar').language).toBe('de');
    expect(languageFor(undefined, '').language).toBe('en');
  });
});
