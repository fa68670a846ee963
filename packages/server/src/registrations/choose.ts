import type { Consents } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { PassportFacts } from '../passports/facts.ts';
import { keepConsents, marketingChoices } from './consents.ts';

/** What may be told of a choice. */
export interface Chosen {
  /** Something differs from what stood. */
  readonly changed: boolean;
  /** Whether marketing is allowed; null where it is not and never was, and then nothing speaks of it. */
  readonly told: boolean | null;
}

/** Keeps what the owner of a unit that is held chose. */
export async function chooseFor(
  tx: Tx,
  { storeId, id, reader }: Pick<PassportFacts, 'storeId' | 'id' | 'reader'>,
  consents: Consents,
  now: Date,
): Promise<Chosen> {
  const of = { passportId: id, orderId: reader.orderId };
  const before = await marketingChoices(tx, storeId, [of]);
  const changed = await keepConsents(tx, { storeId, ...of }, consents, now);
  const wasGiven = before.get(id) === true;
  return { changed, told: consents.marketing || wasGiven ? consents.marketing : null };
}

/** What may be told of marketing as it stands. */
export async function marketingTold(
  tx: Tx,
  { storeId, id, reader }: Pick<PassportFacts, 'storeId' | 'id' | 'reader'>,
): Promise<boolean | null> {
  const choices = await marketingChoices(tx, storeId, [{ passportId: id, orderId: reader.orderId }]);
  return choices.get(id) === true ? true : null;
}
