import { type Money, minorDigits } from '@postlude/contract';
import { apart, filled, oneLine } from '../mail/plain-text.ts';
import type { frame } from './frame.ts';

/** A language the mails of one kind of case are written in. */
export interface MailLanguage<Key extends string> {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: Readonly<Record<Key, string>>;
}

/** A mail before it has a recipient. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
}

/** Writes texts of one language with what belongs into them. */
export interface Writer<Key extends string> {
  readonly language: MailLanguage<Key>;
  /** A text with the case's own names and `more`, each laid out by itself. */
  line(key: Key, more?: Readonly<Record<string, string>>): string;
}

/** The texts that every kind of case has; see `frame`. */
export type FrameKey = keyof typeof frame.en | 'footer';

/**
 * Begins the mails of one case.
 *
 * @param names what may stand in a text, by its name in braces; each in one line
 * @param words parts of a sentence in the language itself, which are not set apart
 */
export const createWriter = <Key extends string>(
  language: MailLanguage<Key>,
  names: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>> = {},
): Writer<Key> => ({
  language,
  line: (key, more = {}) => {
    const typed = Object.entries({ ...names, ...more });
    const values = typed.map(([name, value]) => [name, apart(oneLine(value), language.direction)]);
    return filled(language.texts[key], { ...Object.fromEntries(values), ...words });
  },
});

/**
 * Puts a mail in plain text together. What people typed (names of items, notes, questions) is in lines that are ours, or marked
 * as theirs, so that nobody can make a mail say what we did not.
 *
 * @param body paragraphs; empty ones are left out
 * @param page the shop's page where the case is followed
 */
export function composed<Key extends string>(
  { language: { texts }, line }: Writer<Key | FrameKey>,
  subject: string,
  body: readonly string[],
  page: string | undefined,
): ComposedMail {
  const paragraphs = [
    texts.hello,
    ...body,
    page ? filled(texts.page, { page: oneLine(page) }) : '',
    `-- \n${line('footer')}`,
  ];
  return { subject: oneLine(subject), text: `${paragraphs.filter((each) => each !== '').join('\n\n')}\n` };
}

/** A day as people write it. */
export const longDate = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A sum as people write it, to the last minor unit. */
export function sumText({ amount, currency }: Money, language: string): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
}
