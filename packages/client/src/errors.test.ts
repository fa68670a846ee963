import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import {
  AbortedError,
  ApiError,
  ContractError,
  isAbortedError,
  isApiError,
  isContractError,
  isNetworkError,
  isPostludeError,
  isProblem,
  isTimeoutError,
  NetworkError,
  TimeoutError,
} from './errors.ts';

const guards = { isApiError, isNetworkError, isTimeoutError, isAbortedError, isContractError };
const locked = new ApiError({ status: 429, code: 'lookup_locked', title: 'Please wait.' });

describe('each error', () => {
  it.each([
    ['isApiError', 'ApiError', locked],
    ['isNetworkError', 'NetworkError', new NetworkError('offline', new Error('why'))],
    ['isTimeoutError', 'TimeoutError', new TimeoutError(10_000)],
    ['isAbortedError', 'AbortedError', new AbortedError('why')],
    ['isContractError', 'ContractError', new ContractError('What.', new Error('why'))],
  ] as const)('is known by its own guard alone: %s', (own, name, error) => {
    const passed = Object.entries(guards).filter(([, guard]) => guard(error));
    expect(passed.map(([guard]) => guard)).toEqual([own]);
    expect(isPostludeError(error)).toBe(true);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe(name);
    expect(error.message).not.toBe('');
  });
});

describe('the guards', () => {
  it('know an error of another copy of the package in another realm', () => {
    const foreign: unknown = runInNewContext(
      `Object.assign(new Error('x'), { brand: 'postlude.error', name: 'ApiError', code: 'not_found' })`,
    );
    expect(foreign).not.toBeInstanceOf(Error);
    expect(isApiError(foreign)).toBe(true);
    expect(isProblem(foreign, 'not_found')).toBe(true);
  });

  it.each([
    undefined,
    null,
    'ApiError',
    7,
    {},
    new Error('x'),
    { name: 'ApiError' },
    new DOMException('x', 'TimeoutError'),
  ])('know that %s is none of ours', (value) => {
    expect(isPostludeError(value)).toBe(false);
    for (const guard of Object.values(guards)) expect(guard(value)).toBe(false);
  });

  it('tell problems apart by their code', () => {
    expect(isProblem(locked, 'lookup_locked')).toBe(true);
    expect(isProblem(locked, 'lookup_failed', 'lookup_locked')).toBe(true);
    expect(isProblem(locked, 'lookup_failed')).toBe(false);
    expect(isProblem(new NetworkError('offline', null), 'not_found')).toBe(false);
  });

  it('narrow the type to the code', () => {
    const error: unknown = locked;
    if (!isProblem(error, 'lookup_locked', 'rate_limited')) return expect.fail('It is one of the two.');
    const code: 'lookup_locked' | 'rate_limited' = error.code;
    expect(code).toBe('lookup_locked');
  });
});
