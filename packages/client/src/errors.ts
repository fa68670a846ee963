import type { ProblemCode } from '@postlude/contract/problems';

/**
 * Marks our errors. A page may hold two copies of this package, or an error may come out of an iframe, where
 * `instanceof` is wrong; a string is the same everywhere.
 */
const brand = 'postlude.error';

/** What every error of this package has in common. Guard with `isPostludeError` and its sisters, not with `instanceof`. */
export abstract class PostludeError extends Error {
  readonly brand = brand;
  abstract override readonly name:
    | 'ApiError'
    | 'NetworkError'
    | 'TimeoutError'
    | 'AbortedError'
    | 'ContractError';
  /** Stable, made for programs; the message is made for people and may be reworded. */
  abstract readonly code: string;
}

/** A problem code this version knows, `http_<status>` where the answer held none, or a code of a newer server. */
export type ApiErrorCode = ProblemCode | `http_${number}` | (string & {});

/** What an `ApiError` is made of; all of it comes from the server. */
export interface ApiErrorFacts {
  readonly status: number;
  readonly code: ApiErrorCode;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly retryAt?: Date | null | undefined;
  readonly requestId?: string | null | undefined;
}

/** The server answered, and the answer is no. */
export class ApiError extends PostludeError {
  override readonly name = 'ApiError';
  override readonly code: ApiErrorCode;
  /** The HTTP status. 0 where a browser hides it, which it does for redirects. */
  readonly status: number;
  /** A sentence a shopper could read, in English. */
  readonly title: string;
  /** What to correct, keyed by the path in the request (`lines.0.quantity`). Empty unless the code is `invalid_input`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Not before this moment is it worth trying again. Null when the server did not say. */
  readonly retryAt: Date | null;
  /** Finds the request in the server's log. */
  readonly requestId: string | null;

  constructor(facts: ApiErrorFacts) {
    super(facts.detail ?? facts.title);
    this.code = facts.code;
    this.status = facts.status;
    this.title = facts.title;
    this.fields = facts.fields ?? {};
    this.retryAt = facts.retryAt ?? null;
    this.requestId = facts.requestId ?? null;
  }
}

/**
 * No answer came: the device is `offline`, or the server is `unreachable` (refused, reset, DNS, TLS, or a browser's
 * CORS check, which looks the same to a program). `cause` is what `fetch` threw.
 */
export class NetworkError extends PostludeError {
  override readonly name = 'NetworkError';
  override readonly code: 'offline' | 'unreachable';

  constructor(code: 'offline' | 'unreachable', cause: unknown) {
    super(code === 'offline' ? 'This device is offline.' : 'The server could not be reached.', { cause });
    this.code = code;
  }
}

/** The call did not end within its deadline, all tries and pauses counted. `cause` is what the try before met, if any. */
export class TimeoutError extends PostludeError {
  override readonly name = 'TimeoutError';
  override readonly code = 'timeout';
  /** The deadline in milliseconds. */
  readonly deadline: number;

  constructor(deadline: number, cause?: unknown) {
    super(`There was no answer within ${deadline} ms.`, { cause });
    this.deadline = deadline;
  }
}

/** The caller's signal was aborted. `cause` is the signal's reason. Nothing to tell a shopper. */
export class AbortedError extends PostludeError {
  override readonly name = 'AbortedError';
  override readonly code = 'aborted';

  constructor(cause?: unknown) {
    super('The call was aborted.', { cause });
  }
}

/**
 * The answer is not what the contract says: a proxy or a captive portal answered instead of the server, or the server
 * is of another version. `cause` is the parser's or the schema's error.
 */
export class ContractError extends PostludeError {
  override readonly name = 'ContractError';
  override readonly code = 'contract_violated';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

const named = (error: unknown, name: PostludeError['name']): boolean =>
  isPostludeError(error) && error.name === name;

/** True for every error of this package, whichever copy of it or window it comes from. */
export function isPostludeError(error: unknown): error is PostludeError {
  return typeof error === 'object' && error !== null && 'brand' in error && error.brand === brand;
}

/** True when the server answered with an error. */
export function isApiError(error: unknown): error is ApiError {
  return named(error, 'ApiError');
}

/** True when no answer came. */
export function isNetworkError(error: unknown): error is NetworkError {
  return named(error, 'NetworkError');
}

/** True when the deadline passed. */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return named(error, 'TimeoutError');
}

/** True when the caller aborted. */
export function isAbortedError(error: unknown): error is AbortedError {
  return named(error, 'AbortedError');
}

/** True when the answer does not fit the contract. */
export function isContractError(error: unknown): error is ContractError {
  return named(error, 'ContractError');
}

/**
 * True when the server answered with one of these problems.
 *
 * @example
 * ```ts
 * if (isProblem(error, 'lookup_locked')) showLock(error.retryAt);
 * ```
 */
export function isProblem<Code extends ProblemCode>(
  error: unknown,
  ...codes: readonly [Code, ...Code[]]
): error is ApiError & { readonly code: Code } {
  return isApiError(error) && codes.some((code) => code === error.code);
}
