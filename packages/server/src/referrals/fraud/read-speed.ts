import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { FraudFacts } from './facts.ts';
import type { AdvocateKeys, ReferralToScore } from './read-facts.ts';

const dayLong = 24 * 60 * 60_000;

/** What is counted of a day. */
type Speed = Pick<FraudFacts, 'ofAdvocate' | 'ofNetwork' | 'visitsWithinHour'>;

/**
 * Counts what came within 24 hours. Who is looked at is counted with those before, never with those after: an honest friend of the
 * morning is no worse for what happens at noon.
 */
export async function readSpeed(
  tx: Tx,
  { referral_id: referralId, claimed_at: claimedAt }: ReferralToScore['row'],
  {
    order: { storeId, placedAt },
    advocate: { advocateIds },
    networks,
  }: {
    readonly order: ReferralToScore['order'];
    readonly advocate: AdvocateKeys;
    readonly networks: readonly string[];
  },
): Promise<Speed> {
  const within = (column: string, until: Date) =>
    sql`${sql.ref(column)} > ${new Date(until.getTime() - dayLong)}::timestamptz
      and ${sql.ref(column)} <= ${until}::timestamptz`;
  const advocates = sql`advocate_id = any(${[...advocateIds]}::text[])`;
  const came = claimedAt ?? placedAt;
  const one = sql`any(${[...networks]}::text[])`;
  const { rows } = await sql<Record<keyof Speed, number>>`
    select
      (select count(*) from referrals
        where store_id = ${storeId} and ${advocates} and order_id is not null
          and (${within('ordered_at', placedAt)} or referral_id = ${referralId})) as "ofAdvocate",
      (select count(*) from (
        select referral_id from referrals
          where store_id = ${storeId} and network_key = ${one} and ${within('claimed_at', came)}
        union
        select referral_id from orders join referrals using (store_id, order_id)
          where store_id = ${storeId} and orders.network_key = ${one} and ${within('placed_at', placedAt)}
      ) as from_network) as "ofNetwork",
      (select coalesce(max(visits), 0) from referral_visits
        where store_id = ${storeId} and ${advocates} and ${within('hour', came)}) as "visitsWithinHour"`.execute(
    tx,
  );
  const [found] = rows;
  return {
    ofAdvocate: Number(found?.ofAdvocate ?? 0),
    ofNetwork: Number(found?.ofNetwork ?? 0),
    visitsWithinHour: Number(found?.visitsWithinHour ?? 0),
  };
}
