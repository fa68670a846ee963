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
 * The passport of a session's order. What its order never owned does not exist for a session, and for one that was opened
 * with a gift's code no passport does.
 *
 * @throws ApiProblem `not_found`.
 */
export async function ownedBy(
  tx: Tx,
  { context, storeId, session }: OwnersCall,
  passportId: string,
): Promise<PassportFacts> {
  if (session.gift) throw new ApiProblem('not_found');
  const all = await readPassportFacts(tx, { storeId, orderId: session.orderId }, context.clock.now());
  const facts = all.find(({ id }) => id === passportId);
  if (!facts) throw new ApiProblem('not_found');
  return facts;
}
