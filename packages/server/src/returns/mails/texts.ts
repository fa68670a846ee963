import { arabic } from './texts.ar.ts';
import { german } from './texts.de.ts';
import { english } from './texts.en.ts';

/** Every text of the mails about returns in one language. `{name}` is filled in. */
export type ReturnMailTexts = Readonly<Record<keyof typeof english, string>>;

/** A language the mails are written in. */
export interface ReturnMailLanguage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: ReturnMailTexts;
}

/** All of them, English first. */
export const returnMailLanguages: readonly [ReturnMailLanguage, ...ReturnMailLanguage[]] = [
  { language: 'en', direction: 'ltr', texts: english },
  { language: 'de', direction: 'ltr', texts: german },
  { language: 'ar', direction: 'rtl', texts: arabic },
];
