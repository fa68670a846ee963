import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { ownOrderSources } from '../../orders/own-source.ts';
import type { OrderToPlace } from '../life/friend-order.ts';
import type { ReferralRow } from '../life/store.ts';
import type { Buyer, FraudFacts } from './facts.ts';
import { mailboxOf } from './mailbox.ts';
import { type BuyersOrder, buyerOf } from './own-orders.ts';
import { readRing } from './read-ring.ts';
import { readSpeed } from './read-speed.ts';

/** A referral with the order that is scored. */
export interface ReferralToScore {
  readonly row: Pick<
    ReferralRow,
    'store_id' | 'referral_id' | 'advocate_id' | 'email' | 'network_key' | 'claimed_at'
  >;
  readonly programme: { readonly firstOrderOnly: boolean };
  readonly order: OrderToPlace;
}

/** The advocate as a person: whoever takes part in several programmes is one. */
export interface AdvocateKeys {
  readonly emailKey: string;
  readonly orderId: string;
  /** In every programme. */
  readonly advocateIds: readonly string[];
}

type OrderRow = BuyersOrder & { readonly order_id: string; readonly email_key: string | null };

/** Of an advocate so many orders are compared, the newest; and of earlier orders so many by each sign. */
const mostOrders = 50;
const mostBySign = 10;

/**
 * Reads everything a referral is scored from: only what is known of the moment its order was placed, and of the advocate. Each
 * question is answered by an index, however many orders the store has.
 */
export async function readFraudFacts(
  tx: Tx,
  { row, programme, order }: ReferralToScore,
): Promise<FraudFacts> {
  const { storeId } = order;
  const advocate = await readAdvocate(tx, row);
  const advocatesOrders = await select(
    tx,
    sql`store_id = ${storeId} and (email_key = ${advocate.emailKey} or order_id = ${advocate.orderId})`,
    { which: ofStore, most: mostOrders },
  );
  const [friendsOrder] = await select(tx, sql`store_id = ${storeId} and order_id = ${order.orderId}`, {
    most: 1,
  });
  const friend = friendsOrder ? withClaim(buyerOf([friendsOrder]), row) : nobody;
  const speed = await readSpeed(tx, row, { order, advocate, networks: friend.networks });
  return {
    advocate: buyerOf(advocatesOrders),
    friend,
    firstOrderOnly: programme.firstOrderOnly,
    earlier:
      programme.firstOrderOnly && friendsOrder ? await readEarlier(tx, friendsOrder, order, advocate) : [],
    advocatesRewardUsed: await readRewardUsed(tx, order, advocate),
    ring: await readRing(tx, storeId, { advocate: advocate.emailKey, friend: order.emailKey }),
    ...speed,
  };
}

/** What passports and transfers made is no order of the store. */
const ofStore = sql`source not in (${sql.join([...ownOrderSources])})`;

const columns = sql.raw(
  'order_id, email, email_key, customer_key, phone_digits, payment_key, network_key, destination',
);

/**
 * The newest orders that a sign is found in. The sign is looked up first, by its index: a database that has no statistics yet would
 * rather walk through all orders in the order of their dates.
 */
async function select(
  tx: Tx,
  sign: RawBuilder<unknown>,
  { which = sql`true`, most }: { readonly which?: RawBuilder<unknown>; readonly most: number },
): Promise<OrderRow[]> {
  const { rows } = await sql<OrderRow>`
    with found as materialized (select * from orders where ${sign})
    select ${columns} from found where ${which} order by placed_at desc, order_id desc limit ${most}`.execute(
    tx,
  );
  return rows;
}

const nobody = buyerOf([]);

async function readAdvocate(
  tx: Tx,
  { store_id: storeId, advocate_id: advocateId }: ReferralToScore['row'],
): Promise<AdvocateKeys> {
  const rows = await tx
    .selectFrom('referral_advocates as one')
    .innerJoin('referral_advocates as every', (join) =>
      join.onRef('every.store_id', '=', 'one.store_id').onRef('every.email_key', '=', 'one.email_key'),
    )
    .select(['one.email_key', 'one.order_id', 'every.advocate_id'])
    .where('one.store_id', '=', storeId)
    .where('one.advocate_id', '=', advocateId)
    .execute();
  const [first] = rows;
  if (!first) throw new Error('A referral has no advocate.');
  return {
    emailKey: first.email_key,
    orderId: first.order_id,
    advocateIds: rows.map((row) => row.advocate_id),
  };
}

/** The claim may tell another address, and another network, than the order. */
const withClaim = (buyer: Buyer, { email, network_key: network }: ReferralToScore['row']): Buyer => ({
  ...buyer,
  emails: [...new Set([...buyer.emails, ...(email === null ? [] : [email])])],
  networks: [...new Set([...buyer.networks, ...(network === null ? [] : [network])])],
});

/** Earlier orders of others than the advocate and the friend's own address that share something with the friend. */
async function readEarlier(
  tx: Tx,
  friend: OrderRow,
  { storeId, orderId, placedAt, emailKey }: OrderToPlace,
  advocate: AdvocateKeys,
): Promise<Buyer[]> {
  const digits = friend.phone_digits?.slice(-7) ?? '';
  const signs = [
    sql`mailbox_key = ${friend.email === null ? null : mailboxOf(friend.email)}`,
    sql`customer_key = ${friend.customer_key}`,
    sql`payment_key = ${friend.payment_key}`,
    sql`person_key = (select person_key from orders where store_id = ${storeId} and order_id = ${orderId})`,
    ...(digits.length < 7 ? [] : [sql`right(phone_digits, 7) = ${digits}`]),
  ];
  const which = sql`(placed_at, order_id) < (${placedAt}::timestamptz, ${orderId})
    and cancelled_at is null and ${ofStore} and order_id <> ${advocate.orderId}
    and email_key is distinct from ${advocate.emailKey} and email_key is distinct from ${emailKey}`;
  const found = new Map<string, OrderRow>();
  for (const sign of signs) {
    for (const row of await select(tx, sql`store_id = ${storeId} and ${sign}`, { which, most: mostBySign })) {
      found.set(row.order_id, row);
    }
  }
  return [...found.values()].map((row) => buyerOf([row]));
}

/** A code of the advocate's rewards among those the order was paid with. */
async function readRewardUsed(
  tx: Tx,
  { storeId, codes }: OrderToPlace,
  { advocateIds }: AdvocateKeys,
): Promise<string | null> {
  if (codes.length === 0) return null;
  const row = await tx
    .selectFrom('rewards')
    .select('code')
    .where('store_id', '=', storeId)
    .where('side', '=', 'advocate')
    .where('advocate_id', 'in', [...advocateIds])
    .where('code_key', 'in', [...codes])
    .orderBy('reward_id')
    .limit(1)
    .executeTakeFirst();
  return row?.code ?? null;
}
