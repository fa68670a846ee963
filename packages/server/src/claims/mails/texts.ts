import type { MailLanguage } from '../../case-mails/compose.ts';
import { arabic } from './texts.ar.ts';
import { german } from './texts.de.ts';
import { english } from './texts.en.ts';

/** The name of a text. */
export type ClaimMailKey = keyof typeof english;

/** Every text of the mails about claims in one language. `{name}` is filled in. */
export type ClaimMailTexts = Readonly<Record<ClaimMailKey, string>>;

/** All of them, English first. */
export const claimMailLanguages: readonly [MailLanguage<ClaimMailKey>, ...MailLanguage<ClaimMailKey>[]] = [
  { language: 'en', direction: 'ltr', texts: english },
  { language: 'de', direction: 'ltr', texts: german },
  { language: 'ar', direction: 'rtl', texts: arabic },
];
