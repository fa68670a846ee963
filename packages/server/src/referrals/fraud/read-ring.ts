import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** Longer rings are no trick of a few. */
const longest = 4;

/**
 * How many people a ring has that a friend closes: the friend brought somebody who brought … the advocate. Two for two who bring
 * each other; null for none. Read upwards from the advocate: everybody was brought by few, and may have brought thousands.
 */
export async function readRing(
  tx: Tx,
  storeId: string,
  { advocate, friend }: { readonly advocate: string; readonly friend: string | null },
): Promise<number | null> {
  if (friend === null || friend === advocate) return null;
  const { rows } = await sql<{ people: number | null }>`
    with recursive chain (email_key, people) as (
      select ${advocate}::text collate "C", 1
      union
      select above.email_key, chain.people + 1
      from chain
        join orders on orders.store_id = ${storeId} and orders.email_key = chain.email_key
        join referrals on referrals.store_id = orders.store_id and referrals.order_id = orders.order_id
        join referral_advocates above
          on above.store_id = referrals.store_id and above.advocate_id = referrals.advocate_id
      where chain.people < ${longest} and chain.email_key <> ${friend}
    )
    select min(people) as people from chain where email_key = ${friend}`.execute(tx);
  const people = rows[0]?.people ?? null;
  return people === null ? null : Number(people);
}
