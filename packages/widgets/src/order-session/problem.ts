import type { TrackingProblem } from './state.ts';

/** A problem with what only a form needs: the fields the server named, by their paths in the request. */
export interface ReceivedProblem extends TrackingProblem {
  readonly fields: Readonly<Record<string, 'invalid'>>;
}

/** Codes that the same request would only meet again: somebody has to change something first. */
const lasting = new Set([
  'unknown_store',
  'origin_not_allowed',
  'not_found',
  'invalid_input',
  'proof_invalid',
  'gift_code_invalid',
]);

/**
 * Reads whatever an `OrderSource` rejected with. Looks at the shape and not the class, so that errors of another realm,
 * another copy of the client or a source of somebody's own are understood as well.
 */
export function problemOf(error: unknown): ReceivedProblem {
  const said = (typeof error === 'object' && error !== null ? error : {}) as Readonly<
    Record<string, unknown>
  >;
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  const raw = text(said.code) ?? 'unexpected';
  // Sources that know no finer say that the network failed.
  const code = raw === 'network' ? 'unreachable' : raw;
  const moment = (value: unknown): string | null =>
    value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : text(value);
  return {
    code,
    retryable: !lasting.has(code),
    requestId: text(said.requestId),
    retryAt: moment(said.retryAt),
    fields: Object.fromEntries(Object.keys(said.fields ?? {}).map((name) => [name, 'invalid' as const])),
  };
}

/** True for what the network coming back may cure. */
export const isPassing = ({ code }: TrackingProblem): boolean =>
  ['offline', 'unreachable', 'timeout'].includes(code);

/** True for what a request to open a session is refused with, so that the form is the way on. */
export const isRefused = ({ code }: TrackingProblem): boolean =>
  ['proof_invalid', 'lookup_failed', 'lookup_locked', 'gift_code_invalid', 'invalid_input'].includes(code);

/** From when on another request makes sense, in milliseconds since 1970; 0 for at once. */
export const allowedFrom = ({ retryAt }: TrackingProblem): number => Date.parse(retryAt ?? '') || 0;
