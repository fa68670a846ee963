import { UnreadableMessage } from './adapter.ts';
import { isRecord, type JsonRecord, type JsonValue } from './json.ts';
import { bounded, plainText, withoutControls } from './plain-text.ts';

/** A field of any JSON. Undefined when it is not there; an inherited property (`constructor`) is never there. */
const field = (record: JsonRecord | null, key: string): JsonValue | undefined =>
  record !== null && Object.hasOwn(record, key) ? record[key] : undefined;

/** An object, or null for anything else. */
export function recordAt(record: JsonRecord | null, key: string): JsonRecord | null {
  const value = field(record, key);
  return isRecord(value) ? value : null;
}

/** The objects of an array; anything else in it, or anything that is no array, is left out. */
export function recordsAt(record: JsonRecord | null, key: string): JsonRecord[] {
  const value = field(record, key);
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/**
 * A text, number or id exactly as it was written, but for control characters and white space around it. Null when it is
 * missing, empty, or longer than `max` (an id must not be cut).
 */
export function wordAt(record: JsonRecord | null, key: string, max = 255): string | null {
  return word(field(record, key), max);
}

/** The words of an array, in their order. */
export function wordsAt(record: JsonRecord | null, key: string, max = 255): string[] {
  const value = field(record, key);
  const items: readonly JsonValue[] = Array.isArray(value) ? value : [];
  return items.map((item) => word(item, max)).filter((item) => item !== null);
}

function word(value: JsonValue | undefined, max: number): string | null {
  if (typeof value !== 'string' || value.length > max * 4) return null;
  const clean = withoutControls(value).trim();
  return clean === '' || clean.length > max ? null : clean;
}

/** What people should read: one line of plain text of at most `max` characters. Null when nothing is left. */
export function textAt(record: JsonRecord | null, key: string, max: number): string | null {
  const value = field(record, key);
  return typeof value === 'string' ? plainText(value, max) || null : null;
}

/** A text of several lines (or separated by `<br>`), each plain. */
export function linesAt(record: JsonRecord | null, key: string, max: number): string[] {
  const value = field(record, key);
  if (typeof value !== 'string') return [];
  return bounded(value, 4000)
    .split(/\r?\n|<br\s*\/?>/i)
    .map((line) => plainText(line, max))
    .filter((line) => line !== '')
    .slice(0, 12);
}

/** A non-negative whole number (`2`, `"2"`, `2.0`) of at most a million; null for anything else. */
export function countAt(record: JsonRecord | null, key: string): number | null {
  const match = /^(\d{1,7})(?:\.0+)?$/.exec(wordAt(record, key) ?? '');
  const count = Number(match?.[1] ?? Number.NaN);
  return count <= 1_000_000 ? count : null;
}

/** `true` or `false`, null when it is neither. */
export function flagAt(record: JsonRecord | null, key: string): boolean | null {
  const value = field(record, key);
  return typeof value === 'boolean' ? value : null;
}

/** An absolute http or https address, percent-encoded where it must be; null for any other scheme or none. */
export const addressAt = (record: JsonRecord | null, key: string): string | null =>
  webAddress(wordAt(record, key, 2048));

/** The same for a text that is already at hand. */
export function webAddress(text: string | null): string | null {
  if (text === null || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { href } = new URL(text);
  return href.length <= 2048 && !/\s/.test(href) ? href : null;
}

/** An id: digits or letters as written, or the last part of a `gid://…/Order/1`. */
export function idAt(record: JsonRecord | null, key: string): string | null {
  const id = wordAt(record, key, 128);
  return id?.startsWith('gid://') ? (id.split('/').at(-1)?.split('?')[0] ?? null) || null : id;
}

/** Something like an e-mail address, as the contract has it. */
export function emailAt(record: JsonRecord | null, key: string): string | null {
  const email = wordAt(record, key, 254);
  return email !== null && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

/**
 * What a message cannot do without.
 *
 * @throws {UnreadableMessage} `field_missing`
 */
export function required<T>(value: T | null, name: string): T {
  if (value === null) {
    throw new UnreadableMessage('field_missing', `The message has no usable “${name}”.`);
  }
  return value;
}

/** The name on an address: as a whole, or first and last. */
export function personAt(address: JsonRecord | null): string | null {
  const parts = ['first_name', 'last_name'].map((key) => textAt(address, key, 128));
  return textAt(address, 'name', 255) ?? (parts.filter((part) => part !== null).join(' ') || null);
}

/** Those of some fields of an address that say something. */
export const addressLinesAt = (address: JsonRecord | null, keys: readonly string[]): string[] =>
  keys.map((key) => textAt(address, key, 255)).filter((line) => line !== null);
