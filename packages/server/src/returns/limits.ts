import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { ReturnRow } from './store.ts';
import { endStatuses } from './transitions.ts';

/**
 * Returns of one order that came to nothing: cancelled, declined, closed. Returns that stand need no limit of their own, each
 * holds units that were bought. Who tries fifty times in vain is better helped by a person.
 */
const mostInVain = 50;
/** Steps of one return after which its shopper changes nothing of it any more, but may still cancel it. */
const mostSteps = 200;
/** Messages a shopper may write about one return: more than any talk has, and few enough to be read. */
const mostMessages = 200;
/** The same about all returns of an order. */
const mostMessagesOfOrder = 1000;

const tooMany = (detail: string): ApiProblem => new ApiProblem('too_many', { detail });

/**
 * Nobody files and cancels without end.
 *
 * @throws ApiProblem `too_many`.
 */
export function checkReturnsOf(returns: readonly Pick<ReturnRow, 'status'>[]): void {
  const inVain = returns.filter(({ status }) => endStatuses.has(status) && status !== 'refunded').length;
  if (inVain < mostInVain) return;
  throw tooMany('So many returns of this order were cancelled or declined that no more can be filed here.');
}

/**
 * Nobody changes a return without end: each time is kept in its audit.
 *
 * @throws ApiProblem `too_many`.
 */
export function checkSteps({ revision }: Pick<ReturnRow, 'revision'>): void {
  if (revision >= mostSteps) throw tooMany('This return was changed so often that it stays as it is now.');
}

/**
 * Nobody floods a store with messages. To be called while the order is held, so that two do not count at once.
 *
 * @throws ApiProblem `too_many`.
 */
export async function checkMessagesOf(tx: Tx, row: ReturnRow): Promise<void> {
  const { rows } = await sql<{ here: number; everywhere: number }>`
    select count(*) filter (where written.return_id = ${row.return_id})::integer as here, count(*)::integer as everywhere
    from returns as each
    join return_messages as written on written.store_id = each.store_id and written.return_id = each.return_id
    where each.store_id = ${row.store_id} and each.order_id = ${row.order_id} and written.sent_by = 'shopper'`.execute(
    tx,
  );
  const { here = 0, everywhere = 0 } = rows[0] ?? {};
  if (here < mostMessages && everywhere < mostMessagesOfOrder) return;
  throw tooMany('There are so many messages already that no more can be sent here.');
}
