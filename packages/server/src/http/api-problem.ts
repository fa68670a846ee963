import { type Problem, type ProblemCode, problems } from '@postlude/contract/problems';

/** What a problem may say beside its code. */
export interface ProblemDetails {
  /** One more sentence about this very case. Never anything secret: it goes out. */
  readonly detail?: string;
  /** What to correct, keyed by the path in the request (`lines.0.quantity`). */
  readonly fields?: Readonly<Record<string, string>>;
  /** When to try again; also sent as `Retry-After`. */
  readonly retryAt?: Date;
  /** Further headers the status calls for (`Allow` with 405). */
  readonly headers?: Readonly<Record<string, string>>;
  /** What it came from, for the log. */
  readonly cause?: unknown;
  /** What is done once the request's transaction is undone: a failure that is counted has to stay counted. */
  readonly afterwards?: () => Promise<void>;
}

/** An error that is an answer: thrown anywhere below a route, it leaves as `application/problem+json`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? problems[code].title, { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}

/** The problem as it travels, with the id that finds the request in the log. */
export function problemBody(problem: ApiProblem, requestId: string): Problem {
  const { status, title } = problems[problem.code];
  const { detail, fields, retryAt } = problem.details;
  return {
    type: 'about:blank',
    title,
    status,
    code: problem.code,
    ...(detail === undefined ? {} : { detail }),
    ...(fields === undefined ? {} : { fields: { ...fields } }),
    ...(retryAt === undefined ? {} : { retryAt: retryAt.toISOString() }),
    requestId,
  };
}

/** The answer to a problem (RFC 9457). `now` turns `retryAt` into the seconds of `Retry-After`. */
export function problemResponse(problem: ApiProblem, requestId: string, now: Date): Response {
  const { retryAt, headers } = problem.details;
  const answer = new Response(JSON.stringify(problemBody(problem, requestId)), {
    status: problems[problem.code].status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
  if (retryAt) {
    const seconds = Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / 1000));
    answer.headers.set('Retry-After', String(seconds));
  }
  // A 401 has to name what would be accepted (RFC 9110, 11.6.1).
  if (problem.code === 'key_invalid' || problem.code === 'session_invalid') {
    answer.headers.set('WWW-Authenticate', 'Bearer');
  }
  return answer;
}
