import type { Context } from '../../packages/server/src/context.ts';
import { baseUrl, fetchOf } from './clients.ts';

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  /** The code of a problem; null for anything else. */
  readonly code: string | null;
  /** What a problem names to be corrected. */
  readonly fields: Readonly<Record<string, string>>;
  readonly json: Record<string, unknown>;
}

/** Sends anything to the app in process, as somebody would who writes their own client. */
export type RawCall = (
  method: string,
  path: string,
  sent?: { readonly key?: string; readonly json?: unknown; readonly body?: BodyInit },
) => Promise<RawAnswer>;

/** Opens the app of a context for calls that the client would not make. */
export function rawCall(context: Context): RawCall {
  const fetch = fetchOf(context);
  return async (method, path, { key, json, body } = {}) => {
    const sent = json === undefined ? body : JSON.stringify(json);
    const answer = await fetch(baseUrl + path, {
      method,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    const read = (isJson && text !== '' ? JSON.parse(text) : {}) as RawAnswer['json'];
    const { code, fields } = read as { code?: string; fields?: Record<string, string> };
    return { status: answer.status, text, code: code ?? null, fields: fields ?? {}, json: read };
  };
}
