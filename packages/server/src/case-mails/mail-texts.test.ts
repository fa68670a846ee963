import { describe, expect, it } from 'vitest';
import { claimMailLanguages } from '../claims/mails/texts.ts';
import { rewardMailLanguages } from '../referrals/rewards/mail-texts.ts';
import { registrationMailLanguages } from '../registrations/mails/texts.ts';
import { returnMailLanguages } from '../returns/mails/texts.ts';
import type { MailLanguage } from './compose.ts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

const written: readonly (readonly [string, readonly MailLanguage<string>[]])[] = [
  ['returns', returnMailLanguages],
  ['claims', claimMailLanguages],
  ['registrations', registrationMailLanguages],
  ['rewards', rewardMailLanguages],
];

const all = written.flatMap(([about, languages]) =>
  languages.map((each) => ({ ...each, about, english: languages[0]?.texts ?? {} })),
);

describe.each(all)('the mails about $about in $language', ({ texts, language, english }) => {
  it('have the same texts as in English', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.keys(english))('use what each is given: %s', (key) => {
    expect(placeholders(texts[key] ?? '')).toEqual(placeholders(english[key] ?? ''));
  });

  it('have texts of one line each, without spaces around them, in words of their own', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).toMatch(/^.+$/);
      if (language !== 'en') expect(text, key).not.toBe(english[key]);
    }
  });
});
