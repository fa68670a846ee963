import { ApiProblem } from './api-problem.ts';

/**
 * Where a list goes on: the sort key of the last entry of the page before, opaque to the caller. Entries that come or go
 * meanwhile shift nothing.
 */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor, each part checked by `pattern`. Throws `invalid_input` for anything else. */
export function readCursor(cursor: string | undefined, patterns: readonly RegExp[]): string[] | null {
  if (cursor === undefined) return null;
  const parts = parse(cursor);
  const fits =
    parts.length === patterns.length && patterns.every((pattern, place) => pattern.test(parts[place] ?? ''));
  if (fits) return parts;
  throw new ApiProblem('invalid_input', {
    fields: { 'query.cursor': 'This is not a cursor of this list. Please begin without one.' },
  });
}

/** A page of rows of which one more than `limit` was read, to know whether there is a next one. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  keyOf: (row: Row) => readonly (string | number)[],
): { items: Item[]; next: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(item),
    next: last === undefined ? null : writeCursor(keyOf(last)),
  };
}

/** Entries on a page unless told. */
export const defaultLimit = 25;

/** RFC 3339 in UTC with milliseconds, as the cursors of lists by time hold it. */
export const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function parse(cursor: string): string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value.map(String) : [];
  } catch {
    return [];
  }
}
