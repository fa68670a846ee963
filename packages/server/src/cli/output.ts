import type { Io } from './io.ts';

/** Writes what a command found: as JSON on one line when asked to, otherwise as text for people. */
export function print(io: Io, json: boolean, value: unknown, text: () => string): void {
  io.out(json ? `${JSON.stringify(value)}\n` : `${text()}\n`);
}

/** Lines up rows under their headings. Says so when there are none. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const all = [headings, ...rows.map((row) => row.map(plain))];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A label and its value on each line; nothing for what is null. */
export function facts(entries: readonly (readonly [string, string | null])[]): string {
  const told = entries.filter((entry): entry is readonly [string, string] => entry[1] !== null);
  const width = Math.max(...told.map(([label]) => label.length));
  return told.map(([label, value]) => `${label.padEnd(width)}  ${plain(value)}`).join('\n');
}

/** Without control characters: what a stranger sent must not move a terminal's cursor. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
