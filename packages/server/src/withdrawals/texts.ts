import { languageOf } from '../mail/plain-text.ts';
import { arabic } from './texts.ar.ts';
import { german } from './texts.de.ts';
import { english } from './texts.en.ts';

/** Every text of the function in one language. `{name}` is filled in. */
export type WithdrawalTexts = Readonly<Record<keyof typeof english, string>>;

/** A language the function speaks. */
export interface WithdrawalLanguage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: WithdrawalTexts;
}

/** All of them, English first. */
export const withdrawalLanguages: readonly [WithdrawalLanguage, ...WithdrawalLanguage[]] = [
  { language: 'en', direction: 'ltr', texts: english },
  { language: 'de', direction: 'ltr', texts: german },
  { language: 'ar', direction: 'rtl', texts: arabic },
];

/**
 * The language for a reader: the first of the tags given that there are texts for, in any spelling; English otherwise.
 * The law asks for the language of the contract, so callers name that of the order or the store behind the reader's own.
 */
export function languageFor(...tags: readonly (string | null | undefined)[]): WithdrawalLanguage {
  return languageOf(withdrawalLanguages, ...tags);
}
