import { isServerError } from '../errors.ts';
import { ApiProblem } from './api-problem.ts';

/** PostgreSQL and network codes that say: not now, perhaps in a moment. */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '40001', // serialization failure
  '40P01', // deadlock
  '53300', // too many connections
  '55P03', // lock not available
  '57014', // query cancelled (statement timeout)
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // cannot connect now
]);

/**
 * What an error means to the caller: itself when it is a problem already, `unavailable` when the database is away for a
 * moment, and otherwise `internal`, which tells nothing of what happened.
 */
export function asProblem(error: unknown, now: Date): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (isPassing(error)) return new ApiProblem('unavailable', { retryAt: new Date(now.getTime() + 5000) });
  return new ApiProblem('internal');
}

/** True when trying again in a moment may well do: the database is away, busy, or found two of us in a circle. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isServerError(error, 'database_unreachable')) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (passing.has(code) || code.startsWith('08')) return true;
  if (/Connection terminated|timeout exceeded when trying to connect/.test(error.message)) return true;
  return error.cause !== undefined && error.cause !== error && isPassing(error.cause);
}
