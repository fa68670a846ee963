import { createHmac } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { type AttemptRule, type AttemptSubject, beginAttempt, countFailure } from '../sessions/attempts.ts';

const minutes = 60_000;

/** Serial numbers that were not accepted, and hand-over codes that are none: so many in so long lock for so long. */
export const tryRules = {
  serialAddress: { failures: 30, window: 15 * minutes, lock: 30 * minutes },
  serialOrder: { failures: 10, window: 15 * minutes, lock: 30 * minutes },
  transferAddress: { failures: 20, window: 15 * minutes, lock: 30 * minutes },
} as const satisfies Record<string, AttemptRule>;

/** Who tries. */
export interface Trying {
  readonly context: Context;
  readonly storeId: string;
  readonly request: { readonly address: string };
}

const hashed = ({ context, storeId }: Trying, text: string): string =>
  createHmac('sha256', context.secrets.derive(`attempts:${storeId}`))
    .update(text)
    .digest('base64url');

/** What a try of a serial number counts for: the address it comes from, and the session's order. */
export const serialSubjects = (trying: Trying, orderId: string): AttemptSubject[] => [
  { bucket: 'serial:address', key: hashed(trying, trying.request.address), rule: tryRules.serialAddress },
  { bucket: 'serial:order', key: orderId, rule: tryRules.serialOrder },
];

/** What a try of a hand-over code counts for. */
export const transferSubjects = (trying: Trying): AttemptSubject[] => [
  {
    bucket: 'transfer:address',
    key: hashed(trying, trying.request.address),
    rule: tryRules.transferAddress,
  },
];

/**
 * Lets somebody try: those who try at once wait for each other, and who tried too often is turned away.
 *
 * @throws ApiProblem with the code given.
 */
export async function beginTry(
  tx: Tx,
  { context, storeId }: Trying,
  subjects: readonly AttemptSubject[],
  locked: 'rate_limited' | 'lookup_locked',
): Promise<void> {
  const until = await beginAttempt(tx, storeId, subjects, context.clock.now());
  if (until) throw new ApiProblem(locked, { retryAt: until });
}

/** What counts a failure once the transaction that failed is over: it undoes what it did, and this has to stay. */
export const countingFailure =
  ({ context, storeId }: Trying, subjects: readonly AttemptSubject[]) =>
  (): Promise<void> =>
    context.db.withStore(storeId, (tx) => countFailure(tx, storeId, subjects, context.clock.now()));
