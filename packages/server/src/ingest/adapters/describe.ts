import type { Description, RawMessage } from '../adapter.ts';
import { isRecord, type JsonRecord, parseJson } from '../json.ts';
import { bounded, withoutControls } from '../plain-text.ts';
import { sha256 } from '../versions.ts';

/** What a provider tells of its message in the body; null for what it does not tell. */
export interface Told {
  readonly topic: string | null;
  readonly id: string | null;
}

/** The body as JSON where it is an object, null otherwise; for those who may not fail. */
export function bodyOf(message: RawMessage): JsonRecord | null {
  try {
    const body = parseJson(message.body);
    return isRecord(body) ? body : null;
  } catch {
    return null;
  }
}

/** A description from what stands in the body; the bytes stand in for an id that is missing. */
export function describeBy(message: RawMessage, tell: (body: JsonRecord) => Told): Description {
  const body = bodyOf(message);
  const { topic, id } = body === null ? { topic: null, id: null } : tell(body);
  return description(topic, id === null ? contentKey(message, topic) : `id:${id}`);
}

/** The key of a message that has no id: its topic and its bytes. */
export const contentKey = (message: RawMessage, topic: string | null): string =>
  `sha256:${sha256(`${topic ?? ''}\n${sha256(message.body)}`)}`;

/** A description, with both texts bounded and clean. */
export const description = (topic: string | null, dedupeKey: string): Description => ({
  topic: bounded(withoutControls(topic ?? '').trim(), 100) || 'unknown',
  dedupeKey: dedupeKey.length <= 200 ? dedupeKey : `sha256:${sha256(dedupeKey)}`,
});
