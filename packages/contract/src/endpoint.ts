import type * as z from 'zod/mini';
import type { ProblemCode } from './problems.ts';

/**
 * Who may call an endpoint.
 * - `public`: anybody.
 * - `publishable`: a page that knows the store's publishable key (`?store=pk_…`) and stands on one of its origins.
 * - `session`: the bearer of a shopper session (`Authorization: Bearer …`).
 * - `staff`: the bearer of a secret key (`Authorization: Bearer sk_…`). Never from a browser.
 * - `signature`: a provider that signs its message with the webhook's secret.
 */
export type Access = 'public' | 'publishable' | 'session' | 'staff' | 'signature';

/** One row of the table of endpoints. Routes, client methods and the OpenAPI document are all made from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters as `{name}`. */
  readonly path: string;
  readonly access: Access;
  /** A few words. */
  readonly summary: string;
  /** What it is for, and what is worth knowing before calling it. */
  readonly description: string;
  readonly params?: z.ZodMiniType<Record<string, string>>;
  readonly query?: z.ZodMiniType<Record<string, unknown>>;
  readonly body?: z.ZodMiniType;
  /** `json` unless told; `raw` hands the untouched bytes to the route. */
  readonly bodyKind?: 'json' | 'raw';
  /** The media types a raw body may have, for the document; the route looks at the bytes. JSON unless told. */
  readonly bodyTypes?: readonly string[];
  /** The largest body in bytes, where it is not the usual one. */
  readonly bodyLimit?: number;
  readonly output: z.ZodMiniType;
  /** `json` unless told; with `bytes` the handler returns `BytesOutput`, which is sent as it is, and `output` is `Bytes`. */
  readonly outputKind?: 'json' | 'bytes';
  /** 200 unless told. */
  readonly status?: 200 | 201 | 202;
  readonly contentType?: string;
  /** True for a POST that changes nothing (a quote): it may be repeated as it is and takes no Idempotency-Key. */
  readonly safe?: boolean;
  /** True when it answers with an ETag and takes If-None-Match. */
  readonly conditional?: boolean;
  /** True when its answer holds a secret that is told once: what is kept for an `Idempotency-Key` is encrypted. */
  readonly answersSecret?: boolean;
  /** The problems it can answer with beside the ones every endpoint can (`invalid_input`, `rate_limited`, `internal`, …). */
  readonly problems: readonly ProblemCode[];
}

/**
 * True when an endpoint takes an `Idempotency-Key`: every write that is not idempotent by itself. A quote changes
 * nothing, a provider's message is known by its own id, and a raw body by its bytes.
 */
export function takesIdempotencyKey(row: Endpoint): boolean {
  const known = row.bodyKind === 'raw' || row.outputKind === 'bytes' || row.safe === true;
  return row.method === 'POST' && row.access !== 'signature' && !known;
}

type OutputOf<S> = S extends z.ZodMiniType ? z.output<S> : undefined;
type InputOf<S> = S extends z.ZodMiniType ? z.input<S> : undefined;

/** What a caller passes to an endpoint. */
export type EndpointInput<E extends Endpoint> = (E extends { params: infer P }
  ? { params: InputOf<P> }
  : unknown) &
  (E extends { query: infer Q } ? { query?: InputOf<Q> } : unknown) &
  (E extends { body: infer B } ? { body: InputOf<B> } : unknown);

/** What a route of an endpoint is given, after validation. */
export type EndpointArguments<E extends Endpoint> = {
  params: E extends { params: infer P } ? OutputOf<P> : undefined;
  query: E extends { query: infer Q } ? OutputOf<Q> : undefined;
  body: E extends { body: infer B } ? OutputOf<B> : undefined;
};

/** What an endpoint answers with. */
export type EndpointOutput<E extends Endpoint> = z.output<E['output']>;
