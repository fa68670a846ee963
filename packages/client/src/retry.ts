import { isApiError, isNetworkError } from './errors.ts';

/** The first pause is at most this long, each further one at most twice the one before. Milliseconds. */
const firstPause = 300;
const longestPause = 3_000;

/**
 * A pause before try number `attempt + 2`, between nothing and twice as much each time ("full jitter"), so that many
 * pages that failed together do not come back together.
 */
export function pauseAfter(attempt: number, random: () => number): number {
  return random() * Math.min(longestPause, firstPause * 2 ** attempt);
}

/** True when the same call may well succeed in a moment. */
export function isTransient(error: unknown): boolean {
  if (isNetworkError(error)) return true;
  if (!isApiError(error)) return false;
  const { status, code } = error;
  // The last is a try of ours that the server is still working on, though we never saw its answer.
  return status === 408 || status === 429 || status >= 500 || code === 'idempotency_in_progress';
}

/** Milliseconds a `Retry-After` header asks to wait: seconds or a date (RFC 9110, 10.2.3). Null when it says neither. */
export function waitOf(header: string | null, now: number): number | null {
  if (!header) return null;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
