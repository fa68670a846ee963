import type { ReturnCase } from '../case.ts';
import type { ReturnMailLanguage, ReturnMailTexts } from './texts.ts';

/** Writes texts of one language with what belongs into them. */
export interface Writer {
  readonly language: ReturnMailLanguage;
  /** A text with the return's own names and `more`, each laid out by itself. */
  line(key: keyof ReturnMailTexts, more?: Readonly<Record<string, string>>): string;
}

/** Until when it has to be on its way; empty where there is no last day. */
export const sendBy = ({ row }: ReturnCase, { language, line }: Writer): string =>
  row.send_by === null ? '' : line('sendBy', { date: longDate(row.send_by, language.language) });

/** A day as people write it. */
export const longDate = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
