import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { ClaimOfPassport } from './of-passports.ts';
import type { ClaimRow } from './store.ts';

/** Claims about one unit that came to nothing. Who tries twenty times in vain is better helped by a person. */
const mostInVain = 20;
/** Steps of one claim after which its shopper changes nothing of it any more, but may still cancel it. */
const mostSteps = 200;
/** Messages a shopper may write about one claim. */
const mostMessages = 200;

const tooMany = (detail: string): ApiProblem => new ApiProblem('too_many', { detail });

/**
 * Nobody files and cancels without end.
 *
 * @throws ApiProblem `too_many`.
 */
export function checkClaimsOf(claims: readonly ClaimOfPassport[]): void {
  if (claims.filter(({ open, done }) => !open && done === null).length < mostInVain) return;
  throw tooMany('So many claims about this item were cancelled or declined that no more can be filed here.');
}

/**
 * Nobody changes a claim without end: each time is kept in its audit.
 *
 * @throws ApiProblem `too_many`.
 */
export function checkSteps({ revision }: Pick<ClaimRow, 'revision'>): void {
  if (revision >= mostSteps) throw tooMany('This claim was changed so often that it stays as it is now.');
}

/**
 * Nobody floods a store with messages. To be called while the claim is held, so that two do not count at once.
 *
 * @throws ApiProblem `too_many`.
 */
export async function checkMessagesOf(tx: Tx, row: ClaimRow): Promise<void> {
  const { count } = await tx
    .selectFrom('claim_messages')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('store_id', '=', row.store_id)
    .where('claim_id', '=', row.claim_id)
    .where('sent_by', '=', 'shopper')
    .executeTakeFirstOrThrow();
  if (Number(count) < mostMessages) return;
  throw tooMany('There are so many messages already that no more can be sent here.');
}
