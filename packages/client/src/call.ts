import type { Endpoint, EndpointInput, EndpointOutput } from '@postlude/contract';
import type { TransportAnswer } from './answer.ts';
import { ContractError } from './errors.ts';
import { serialize } from './serialize.ts';
import type { Transport, TransportRequest } from './transport.ts';

/** What every call takes beside its input. */
export interface CallOptions {
  /** Aborts the call at any moment, also while it waits for its next try. */
  readonly signal?: AbortSignal | undefined;
}

/** What the functions of the endpoints add to a call. */
export interface CallDetails extends CallOptions {
  /** A shopper session's token or a secret key; goes out as `Authorization: Bearer …`. */
  readonly bearer?: string;
  /** Makes a write repeatable: the same key goes out with every try. */
  readonly idempotencyKey?: string;
  /** For a write that changes nothing, so that repeating it needs no key. */
  readonly repeatable?: boolean;
  /** What the caller already has; the answer may be that nothing changed. */
  readonly etag?: string | null | undefined;
  /** True for a call that is to arrive even when the page goes; for bodies of less than 64 KiB. */
  readonly keepalive?: boolean | undefined;
  /** A file as the body, as it is; with how long it may take and what carries it. */
  readonly file?: Pick<TransportRequest, 'deadline' | 'fetch'> & { readonly body: Blob };
  /** `text/plain` spares a browser the preflight. `application/json` unless told. */
  readonly contentType?: string;
}

/** The answer to a conditional call. */
export type Conditional<Value> =
  | { readonly state: 'fresh'; readonly value: Value; readonly etag: string | null }
  | { readonly state: 'unchanged' };

/**
 * What a call needs of its row. A function that passes these four alone lets a bundler leave out the rest of the row:
 * request schemas, descriptions, problem codes.
 */
export type WireOf<E extends Endpoint> = Pick<E, 'method' | 'path' | 'access' | 'output'>;

/**
 * Calls an endpoint of the contract's table. The functions named after the endpoints are this with their own
 * arguments; use it for an endpoint that has none yet.
 *
 * @throws ApiError, NetworkError, TimeoutError, AbortedError, ContractError; TypeError for input that cannot be sent.
 */
export async function call<E extends Endpoint>(
  transport: Transport,
  endpoint: E | WireOf<E>,
  input: EndpointInput<E>,
  details: CallDetails = {},
): Promise<EndpointOutput<E>> {
  const answer = await send(transport, endpoint, input, details);
  return readValue<E>(endpoint, answer);
}

/** `call` for an endpoint that answers conditionally. */
export async function callConditionally<E extends Endpoint & { conditional: true }>(
  transport: Transport,
  endpoint: E | WireOf<E>,
  input: EndpointInput<E>,
  details: CallDetails = {},
): Promise<Conditional<EndpointOutput<E>>> {
  const answer = await send(transport, endpoint, input, details);
  if (answer.status === 304 && details.etag) return { state: 'unchanged' };
  return { state: 'fresh', value: readValue<E>(endpoint, answer), etag: answer.etag };
}

function send(
  transport: Transport,
  endpoint: WireOf<Endpoint>,
  input: unknown,
  details: CallDetails,
): Promise<TransportAnswer> {
  const { params, query, body } = (input ?? {}) as {
    params?: Record<string, string>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const { bearer, idempotencyKey, etag, signal } = details;
  const headers: Record<string, string> = {};
  if (bearer) headers.authorization = `Bearer ${bearer}`;
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  if (etag) headers['if-none-match'] = etag;
  if (body !== undefined) headers['content-type'] = details.contentType ?? 'application/json';
  return transport.send({
    method: endpoint.method,
    path: pathOf(endpoint.path, params ?? {}) + queryOf(query ?? {}),
    withStore: endpoint.access === 'publishable',
    headers,
    ...(body === undefined ? details.file : { body: serialize(body) }),
    keepalive: details.keepalive,
    repeatable: endpoint.method === 'GET' || details.repeatable === true || idempotencyKey !== undefined,
    signal,
  });
}

function readValue<E extends Endpoint>(endpoint: WireOf<E>, answer: TransportAnswer): EndpointOutput<E> {
  const what = `The answer to ${endpoint.method} ${endpoint.path}`;
  let data: unknown;
  try {
    data = JSON.parse(answer.body);
  } catch (cause) {
    throw new ContractError(`${what} is not JSON.`, cause);
  }
  const parsed = endpoint.output.safeParse(data);
  if (parsed.success) return parsed.data as EndpointOutput<E>;
  const where = parsed.error.issues[0]?.path.join('.');
  throw new ContractError(`${what} does not fit the contract${where ? ` at ${where}` : ''}.`, parsed.error);
}

function pathOf(template: string, params: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    // Nothing, `.` and `..` would name another address, escaped or not.
    if (typeof value !== 'string' || /^\.{0,2}$/.test(value)) {
      throw new TypeError(`${name} cannot be ${JSON.stringify(value)} in ${template}.`);
    }
    return encodeURIComponent(value);
  });
}

function queryOf(query: Record<string, unknown>): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) pairs.append(name, String(value));
  }
  const text = pairs.toString();
  return text && `?${text}`;
}
