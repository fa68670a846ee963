import type { MailLanguage } from '../../case-mails/compose.ts';
import { arabic } from './texts.ar.ts';
import { german } from './texts.de.ts';
import { english } from './texts.en.ts';

/** The name of a text. */
export type ReturnMailKey = keyof typeof english;

/** Every text of the mails about returns in one language. `{name}` is filled in. */
export type ReturnMailTexts = Readonly<Record<ReturnMailKey, string>>;

/** All of them, English first. */
export const returnMailLanguages: readonly [MailLanguage<ReturnMailKey>, ...MailLanguage<ReturnMailKey>[]] = [
  { language: 'en', direction: 'ltr', texts: english },
  { language: 'de', direction: 'ltr', texts: german },
  { language: 'ar', direction: 'rtl', texts: arabic },
];
