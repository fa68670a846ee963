import { describe, expect, it } from 'vitest';
import { english } from './texts.en.ts';
import { returnMailLanguages } from './texts.ts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(returnMailLanguages)('the mails about returns in $language', ({ texts, language }) => {
  it('have the same texts as in English', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.keys(english) as (keyof typeof english)[])('use what each is given: %s', (key) => {
    expect(placeholders(texts[key])).toEqual(placeholders(english[key]));
  });

  it('have texts of one line each, without spaces around them, in words of their own', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).toMatch(/^.+$/);
      if (language !== 'en') expect(text, key).not.toBe(Reflect.get(english, key));
    }
  });
});
