/**
 * Makes a text storable: PostgreSQL keeps no NUL, and half a surrogate pair is no character. Everything else stays.
 */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The same value with every text in it made storable, keys included. For facts made of what a stranger sent. */
export function storable<T>(value: T): T {
  return clean(value) as T;
}

/** What a `jsonb` column is written with. */
export function toJson(value: unknown): string {
  return JSON.stringify(clean(value));
}

/** As `toJson`, with null as the database's null instead of JSON's. */
export function toMaybeJson(value: unknown): string | null {
  return value === null || value === undefined ? null : toJson(value);
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [storableText(key), clean(entry)]));
}
