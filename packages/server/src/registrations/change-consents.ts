import type { Consents } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { PassportFacts } from '../passports/facts.ts';
import { type OwnersCall, ownedBy } from '../passports/owned-by.ts';
import { chooseFor } from './choose.ts';
import { tellEvent } from './events.ts';
import { holdPassports } from './store.ts';

/**
 * Changes what an owner chose. Taking a choice back is possible as long as there is a registration, whatever became of it.
 *
 * @throws ApiProblem `not_found`; `registration_closed` when it was never registered or belongs to somebody else now.
 */
export async function changeConsentsOf(
  tx: Tx,
  call: OwnersCall,
  passportId: string,
  consents: Consents,
): Promise<PassportFacts> {
  await ownedBy(tx, call, passportId);
  await holdPassports(tx, call.storeId, [passportId]);
  const facts = await ownedBy(tx, call, passportId);
  if (facts.registration === null || !facts.reader.isOwner) throw new ApiProblem('registration_closed');
  const now = call.context.clock.now();
  const { changed, told } = await chooseFor(tx, facts, consents, now);
  if (changed) {
    await tellEvent(
      tx,
      'registration.corrected',
      { facts, registration: facts.registration, marketing: told },
      now,
    );
  }
  return facts;
}
