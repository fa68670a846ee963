import type { Selectable } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { ReferralAdvocatesTable } from '../../db/schema/referrals.ts';
import { newId } from '../../secrets/ids.ts';
import { advocateCodeKey, newAdvocateCode, shortestTail } from '../codes/code-key.ts';

/** An advocate as it is kept. */
export type AdvocateRow = Selectable<ReferralAdvocatesTable>;

/** Whom an advocate is. */
export interface Person {
  readonly storeId: string;
  /** The e-mail address of their orders, trimmed and lower-cased. */
  readonly emailKey: string;
}

/** Everything a person is in the store's programmes, the newest first. */
export const advocatesOf = (tx: Tx, { storeId, emailKey }: Person): Promise<AdvocateRow[]> =>
  tx
    .selectFrom('referral_advocates')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('email_key', '=', emailKey)
    .orderBy('advocate_id', 'desc')
    .execute();

/** Who has a code, however it was typed; null when nobody has. */
export async function advocateByCode(tx: Tx, storeId: string, typed: string): Promise<AdvocateRow | null> {
  const key = advocateCodeKey(typed);
  if (key === '') return null;
  const row = await tx
    .selectFrom('referral_advocates')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('code_key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

/** What somebody takes part with. */
export interface Joining extends Person {
  readonly programmeId: string;
  readonly orderId: string;
  readonly email: string;
  readonly locale: string | null;
  /** As friends see it; null: *A friend*. */
  readonly name: string | null;
}

/** Codes that are tried before they get longer, and how long they get: many are called Maria, and more are called nothing. */
const [triesEach, longestTail] = [3, 12];
const mostTries = triesEach * ((longestTail - shortestTail) / 2 + 1);

/**
 * Makes an advocate, or gives the one there is the name: one person is one advocate of a programme, whichever of their orders
 * they come with and however often at once.
 */
export async function joinProgramme(tx: Tx, joining: Joining, now: Date): Promise<AdvocateRow> {
  const { storeId, programmeId, orderId, email, emailKey, locale, name } = joining;
  for (let tries = 0; tries < mostTries; tries++) {
    const code = newAdvocateCode(name, shortestTail + 2 * Math.floor(tries / triesEach));
    const made = await tx
      .insertInto('referral_advocates')
      .values({
        store_id: storeId,
        advocate_id: newId('advocate', now.getTime()),
        programme_id: programmeId,
        order_id: orderId,
        email,
        email_key: emailKey,
        locale,
        name,
        code,
        code_key: advocateCodeKey(code),
        joined_at: now,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (made) return made;
    const known = await tx
      .updateTable('referral_advocates')
      .set({ name, updated_at: now })
      .where('store_id', '=', storeId)
      .where('programme_id', '=', programmeId)
      .where('email_key', '=', emailKey)
      .returningAll()
      .executeTakeFirst();
    // Otherwise somebody else has this code.
    if (known) return known;
  }
  throw new Error('Every code that was tried is taken.');
}
