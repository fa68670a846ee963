import type { CodeImport } from '@postlude/contract';
import { splitCells } from '../../file-imports/split-cells.ts';
import { readMoment } from '../../review-files/read-moment.ts';
import { addDays, withOffset } from '../../tracking/calendar.ts';
import { type CodeLayout, longestRow } from './read-layout.ts';

/** A code of a file. */
export interface FileCode {
  readonly code: string;
  readonly expiresAt: Date | null;
}

/** Why a row cannot be taken. */
export type BadCode = CodeImport['badRows'][number]['because'];

/** The longest code that is taken. */
const longestCode = 128;

const decoder = new TextDecoder();

/** What a row says, or why it cannot be taken. A day without a time lasts to its end in the store's time zone. */
export function judgeCode(
  bytes: Uint8Array,
  { delimiter, columns, code: codeAt, expiresAt: expiresIn, dayOrder }: CodeLayout,
  timeZone: string,
  now: Date,
): FileCode | BadCode {
  if (bytes.length > longestRow) return 'too_long';
  const cells = splitCells(decoder.decode(bytes), delimiter);
  // A delimiter too many at the end is what spreadsheets write.
  while (cells.length > columns && cells.at(-1) === '') cells.pop();
  if (cells.length !== columns) return 'columns';
  const code = plainCode(cells[codeAt] ?? '');
  if (code === '') return 'empty';
  if (code.length > longestCode) return 'too_long';
  const text = expiresIn === null ? '' : unwrapped(cells[expiresIn] ?? '');
  if (text === '') return { code, expiresAt: null };
  const end = endOf(text, dayOrder, timeZone);
  if (end === null) return 'date';
  return end <= now ? 'expired' : { code, expiresAt: end };
}

/** A code as it is typed in at the till: without signs nobody sees. */
const plainCode = (cell: string): string =>
  unwrapped(cell)
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Without what spreadsheets put around a text so that it stays one: `="0012"`, or an apostrophe before it. */
const unwrapped = (cell: string): string =>
  cell
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'/, '')
    .trim();

function endOf(text: string, dayOrder: CodeLayout['dayOrder'], timeZone: string): Date | null {
  const moment = readMoment(text, dayOrder);
  if (moment === null) return null;
  const clock = moment.toISOString().slice(0, 19);
  if (!text.includes(':'))
    return new Date(withOffset(timeZone, `${addDays(clock.slice(0, 10), 1)}T00:00:00`));
  return /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i.test(text) ? moment : new Date(withOffset(timeZone, clock));
}
