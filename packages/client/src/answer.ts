import { ApiError } from './errors.ts';
import { waitOf } from './retry.ts';

/** What came back and is not an error: 2xx, or 304 to a conditional request. */
export interface TransportAnswer {
  readonly status: number;
  readonly body: string;
  /** Null where the server sent none or the browser may not show it. */
  readonly etag: string | null;
}

/** An answer that is an error, with how long the server asked to wait (milliseconds, null when it did not). */
export interface Refusal {
  readonly error: ApiError;
  readonly wait: number | null;
}

/** Makes an error of an answer that is one. Whatever the body holds (HTML of a proxy, nothing, half of it), this does not throw. */
export function refusalOf(response: Response, body: string, now: number): Refusal {
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const title = 'The server sent this call to another address. Please check baseUrl.';
    return { error: new ApiError({ status, code: 'redirected', title }), wait: null };
  }
  const problem = problemIn(body);
  const told = date(problem.retryAt);
  const wait = waitOf(headers.get('retry-after'), now) ?? (told && Math.max(0, told.getTime() - now));
  const error = new ApiError({
    status,
    code: string(problem.code) ?? `http_${status}`,
    title: string(problem.title) ?? `The server answered with status ${status}.`,
    detail: string(problem.detail),
    fields: strings(problem.fields),
    retryAt: told ?? (wait === null ? null : date(now + wait)),
    requestId: string(problem.requestId) ?? headers.get('x-request-id'),
  });
  return { error, wait };
}

function problemIn(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const string = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function strings(value: unknown): Record<string, string> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function date(value: unknown): Date | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const parsed = new Date(value);
  return Number.isNaN(parsed.getTime()) ? null : parsed;
}
