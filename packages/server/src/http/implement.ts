import {
  type BytesOutput,
  type Endpoint,
  type EndpointArguments,
  type EndpointOutput,
  takesIdempotencyKey,
} from '@postlude/contract';
import type { EndpointName, endpoints } from '@postlude/contract/endpoints';
import type * as z from 'zod/mini';
import type { Context } from '../context.ts';
import { storable, storableText } from '../db/values.ts';
import type { CallerOf, Identify } from './access.ts';
import { ApiProblem } from './api-problem.ts';
import { bytesAnswer } from './bytes-answer.ts';
import { etagOf, matchesEtag } from './etag.ts';
import { idempotencyKey, type KeptAnswer, once, requestHash } from './idempotency.ts';
import { invalidInput } from './invalid-fields.ts';
import { jsonBodyLimit, parseJson, readBytes, webhookBodyLimit } from './read-body.ts';
import type { AppContext, RequestFacts } from './request.ts';

/** The untouched bytes and headers, for endpoints that take them so. */
type RawPart<E extends Endpoint> = E extends { bodyKind: 'raw' }
  ? { readonly bytes: Uint8Array; readonly headers: Headers; readonly search: URLSearchParams }
  : unknown;

/** Everything the handler of an endpoint is given: validated input, who calls, and what the server stands on. */
export type Call<E extends Endpoint> = EndpointArguments<E> &
  CallerOf<E['access']> &
  RawPart<E> & { readonly context: Context; readonly request: RequestFacts };

/** What answers an endpoint. It returns the output or throws an `ApiProblem`. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<EndpointOutput<E>>;

/** A handler for every row of the table: one that is missing is a type error. */
export type Handlers = { readonly [Name in EndpointName]: Handler<(typeof endpoints)[Name]> };

/** Any handler, once the types of its row are behind it. */
export type ErasedHandler = (call: Record<string, unknown>) => Promise<unknown>;

/** Largest key of a cursor or filter list in a query: more is a mistake or an attack. */
const mostQueryFields = 20;

/**
 * Turns a row of the table and its handler into a route: finds out who calls, validates what was sent, calls the
 * handler, and writes its output as the row says (status, content type, ETag). Problems are thrown.
 */
export function implement(
  context: Context,
  row: Endpoint,
  identify: Identify,
  handler: ErasedHandler,
): (c: AppContext) => Promise<Response> {
  const keyed = takesIdempotencyKey(row);
  const scope = `${row.method} ${row.path}`;

  // A secret that is told once lies nowhere in clear, not even in the answer that is kept for a repeated request.
  const purpose = `answer:${scope}`;
  const sealed = (answer: KeptAnswer): KeptAnswer =>
    row.answersSecret ? { ...answer, body: context.secrets.seal(answer.body, purpose) } : answer;
  const opened = (answer: KeptAnswer): KeptAnswer =>
    row.answersSecret ? { ...answer, body: context.secrets.open(answer.body, purpose) } : answer;

  const answerTo = async (c: AppContext): Promise<Response> => {
    const request = c.get('facts');
    const caller = await identify(c, row);
    const params = row.params && checkParams(row.params, c.req.param());
    const query = row.query && check(row.query, queryOf(c), 'query.');
    const bytes = row.body || row.bodyKind === 'raw' ? await readBytes(c.req.raw, limitOf(row)) : noBytes;
    const body = row.body && check(row.body, readJson(c, row, bytes), '');
    const key = keyed ? idempotencyKey(c.req.header('idempotency-key')) : null;

    const ask = (overrides: Record<string, unknown>): Promise<unknown> => {
      const raw =
        row.bodyKind === 'raw'
          ? { bytes, headers: c.req.raw.headers, search: new URL(c.req.url).searchParams }
          : {};
      return handler({ context, request, params, query, body, ...raw, ...caller, ...overrides });
    };
    const run = async (overrides: Record<string, unknown>): Promise<KeptAnswer> => {
      const output = await ask(overrides);
      return { status: row.status ?? 200, body: JSON.stringify(output) };
    };

    if (row.outputKind === 'bytes') return bytesAnswer(c, row, (await ask({})) as BytesOutput);

    if (key === null || !('storeId' in caller)) return answerOf(c, row, await run({}));
    const { storeId } = caller;
    // A kept answer is only for whoever could have asked for it: the same key in another session is another key.
    const mine = 'session' in caller ? ` ${caller.session.orderId}${caller.session.gift ? ' gift' : ''}` : '';
    const hash = requestHash(row.method, new URL(c.req.url).pathname, bytes);
    // The handler works in the very transaction that keeps its answer.
    const answer = await context.db.withStore(storeId, (tx) =>
      once(tx, { storeId, scope: scope + mine, key, hash, now: context.clock.now() }, () =>
        run({ inStore: <T>(work: (inner: typeof tx) => Promise<T>) => work(tx) }).then(sealed),
      ),
    );
    return answerOf(c, row, opened(answer));
  };
  return async (c) => {
    try {
      return await answerTo(c);
    } catch (error) {
      if (error instanceof ApiProblem) await error.details.afterwards?.();
      throw error;
    }
  };
}

const noBytes = new Uint8Array();

const limitOf = (row: Endpoint): number =>
  row.bodyLimit ?? (row.bodyKind === 'raw' ? webhookBodyLimit : jsonBodyLimit);

/** An id or a name of a form that none has leads nowhere, like one that nothing has. */
function checkParams(schema: z.ZodMiniType, input: unknown): unknown {
  const issues = schema.safeParse(input).error?.issues ?? [];
  const leadsNowhere = issues.some(({ code }) => code === 'invalid_format' || code === 'invalid_value');
  if (leadsNowhere) throw new ApiProblem('not_found');
  return check(schema, input, 'params.');
}

/** Validates, then leaves out what the database could not keep (NUL, halves of characters) and validates what remains. */
function check(schema: z.ZodMiniType, input: unknown, prefix: string): unknown {
  const result = schema.safeParse(input);
  if (!result.success) throw invalidInput(result.error, input, prefix);
  if (isStorable(result.data)) return result.data;
  const kept = storable(result.data);
  const again = schema.safeParse(kept);
  if (!again.success) throw invalidInput(again.error, kept, prefix);
  return again.data;
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value === storableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isStorable);
}

function readJson(c: AppContext, row: Endpoint, bytes: Uint8Array): unknown {
  return parseJson(bytes, c.req.header('content-type') ?? null, row.access === 'publishable');
}

/** The query without the store's key, which is who calls and not what is asked. Of a field sent twice the first counts. */
function queryOf(c: AppContext): Record<string, string> {
  const fields: [string, string][] = [];
  for (const [name, value] of new URL(c.req.url).searchParams) {
    if (name !== 'store' && !fields.some(([known]) => known === name)) fields.push([name, value]);
    if (fields.length > mostQueryFields) {
      throw new ApiProblem('invalid_input', { fields: { query: 'There are too many fields.' } });
    }
  }
  return Object.fromEntries(fields);
}

function answerOf(c: AppContext, row: Endpoint, { status, body }: KeptAnswer): Response {
  const headers = new Headers({ 'Content-Type': row.contentType ?? 'application/json' });
  if (!row.conditional) {
    headers.set('Cache-Control', 'no-store');
    return new Response(body, { status, headers });
  }
  const etag = etagOf(body);
  headers.set('ETag', etag);
  headers.set('Cache-Control', 'private, no-cache');
  if (matchesEtag(c.req.header('if-none-match'), etag)) {
    headers.delete('Content-Type');
    return new Response(null, { status: 304, headers });
  }
  return new Response(body, { status, headers });
}
