import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { SessionGrant } from '../sessions/token.ts';
import { type PassportFacts, readPassportFacts } from './read.ts';

/** Who asks, and in which store. */
export interface OwnersCall {
  readonly context: Context;
  readonly storeId: string;
  readonly session: SessionGrant;
}

/**
 * The passport of a session's order, for whoever changes something about it: the order's own shopper. What their order never owned does not
 * exist for a session, and for one that was opened with a gift's code there is nothing to change.
 *
 * @throws ApiProblem `not_found`.
 */
export async function ownedBy(tx: Tx, call: OwnersCall, passportId: string): Promise<PassportFacts> {
  if (call.session.gift) throw new ApiProblem('not_found');
  return readableBy(tx, call, passportId);
}

/**
 * The same for whoever reads. To the receiver of a gift show it through `giftPassport`.
 *
 * @throws ApiProblem `not_found`.
 */
export async function readableBy(
  tx: Tx,
  { context, storeId, session }: OwnersCall,
  passportId: string,
): Promise<PassportFacts> {
  const all = await readPassportFacts(tx, { storeId, orderId: session.orderId }, context.clock.now());
  const facts = all.find(({ id }) => id === passportId);
  if (!facts) throw new ApiProblem('not_found');
  return facts;
}
