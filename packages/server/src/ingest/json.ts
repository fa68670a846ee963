import { UnreadableMessage } from './adapter.ts';

/**
 * JSON as adapters see it. **A number is the text it was written as**: ids above 2^53 and money keep every digit, and a
 * provider that writes `12` today and `"12"` tomorrow reads the same.
 */
export type JsonValue = string | boolean | null | readonly JsonValue[] | JsonRecord;

/** A JSON object. Read it with the functions of `fields.ts`. */
export interface JsonRecord {
  readonly [key: string]: JsonValue | undefined;
}

type SourceReviver = (key: string, value: unknown, context?: { source?: string }) => unknown;

const parse = JSON.parse as (text: string, reviver: SourceReviver) => unknown;

// Half of a surrogate pair is no character: PostgreSQL refuses it in jsonb, and UTF-8 cannot carry it.
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const keepNumbersAsWritten: SourceReviver = (_key, value, context) => {
  if (typeof value === 'number') return context?.source ?? String(value);
  return typeof value === 'string' ? value.replace(loneSurrogate, '\uFFFD') : value;
};

/**
 * Reads bytes as JSON without losing a digit. Bytes that are no UTF-8 become U+FFFD rather than an error: one broken
 * byte in a customer's note must not hide where a parcel is.
 *
 * @throws {UnreadableMessage} `not_json`
 */
export function parseJson(bytes: Uint8Array): JsonValue {
  if (bytes.length === 0) throw new UnreadableMessage('not_json', 'The message is empty.');
  try {
    return parse(new TextDecoder().decode(bytes), keepNumbersAsWritten) as JsonValue;
  } catch (cause) {
    // A RangeError is JSON that is nested too deeply to be anything a provider sends. The engine's own message is
    // left out of ours because it quotes the text, which may hold personal data.
    throw new UnreadableMessage('not_json', 'The message is not valid JSON.', {
      cause: (cause as Error).name,
    });
  }
}

/** @throws {UnreadableMessage} `not_json`, or `not_an_object` when it is some other JSON. */
export function parseJsonObject(bytes: Uint8Array): JsonRecord {
  const value = parseJson(bytes);
  if (isRecord(value)) return value;
  throw new UnreadableMessage('not_an_object', 'The message is JSON but not an object.');
}

/** True for an object that is not an array. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
