import type { attributions } from '@postlude/contract';
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { ReferralAdvocatesTable } from '../../db/schema/referrals.ts';
import { advocateCodeKey } from '../codes/code-key.ts';
import type { OrderToPlace } from './friend-order.ts';
import type { ReferralRow } from './store.ts';

/** How an order was found to be a friend's. */
export type Attribution = (typeof attributions)[number];

/** Whose friend ordered: one who claimed, or one who only told an advocate's code at the till. */
export type Found =
  | { readonly by: Attribution; readonly referral: ReferralRow }
  | { readonly by: 'advocate_code'; readonly advocate: Selectable<ReferralAdvocatesTable> };

/**
 * Finds whose friend an order is, the strongest sign first: the claim the order names, the friend's own code, the advocate's code,
 * the e-mail address of a claim. The strongest decides alone: where what it leads to does not count, nothing weaker is looked for.
 */
export async function attribute(tx: Tx, order: OrderToPlace): Promise<Found | null> {
  const linked = await byOrder(tx, order);
  // What staff have linked stays.
  if (linked?.attribution === 'staff') return { by: 'staff', referral: linked };
  const named = await byToken(tx, order);
  if (named) return { by: 'claim_id', referral: named };
  const owned = await byFriendsCode(tx, order);
  if (owned) return { by: 'friend_code', referral: owned };
  const advocate = await byAdvocatesCode(tx, order);
  if (advocate) {
    const friend = await friendOf(tx, order, advocate.advocate_id);
    return friend ? { by: 'advocate_code', referral: friend } : { by: 'advocate_code', advocate };
  }
  const claimed = await byEmail(tx, order);
  if (claimed) return { by: 'email', referral: claimed };
  return linked?.attribution ? { by: linked.attribution, referral: linked } : null;
}

const referralsOf = (tx: Tx, storeId: string) =>
  tx.selectFrom('referrals').selectAll('referrals').where('referrals.store_id', '=', storeId);

/** The referral an order is linked to. */
export const byOrder = (
  tx: Tx,
  { storeId, orderId }: Pick<OrderToPlace, 'storeId' | 'orderId'>,
): Promise<ReferralRow | undefined> =>
  referralsOf(tx, storeId).where('order_id', '=', orderId).executeTakeFirst();

const byToken = (tx: Tx, { storeId, claimToken }: OrderToPlace): Promise<ReferralRow | undefined> =>
  claimToken === null
    ? Promise.resolve(undefined)
    : referralsOf(tx, storeId)
        .where('token_key', '=', claimToken)
        .where('claimed_at', 'is not', null)
        .executeTakeFirst();

async function byFriendsCode(tx: Tx, { storeId, codes }: OrderToPlace): Promise<ReferralRow | undefined> {
  if (codes.length === 0) return undefined;
  // All of the few there are, then the referral: joined and limited, PostgreSQL walks through every reward of the store for the first one.
  const [given] = await tx
    .selectFrom('rewards')
    .select('referral_id')
    .where('store_id', '=', storeId)
    .where('side', '=', 'friend')
    .where('code_key', 'in', [...codes])
    .orderBy('reward_id')
    .execute();
  return given && referralsOf(tx, storeId).where('referral_id', '=', given.referral_id).executeTakeFirst();
}

function byAdvocatesCode(
  tx: Tx,
  { storeId, codes }: OrderToPlace,
): Promise<Selectable<ReferralAdvocatesTable> | undefined> {
  const keys = codes.map(advocateCodeKey).filter((key) => key !== '');
  if (keys.length === 0) return Promise.resolve(undefined);
  return tx
    .selectFrom('referral_advocates')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('code_key', 'in', keys)
    .orderBy('advocate_id')
    .limit(1)
    .executeTakeFirst();
}

/**
 * The referral of a person who is a friend of an advocate already: the order's, that of their claim, or that of another order with
 * the advocate's code. Not one that was claimed by somebody else: which of the two orders is told of first must not matter.
 */
async function friendOf(
  tx: Tx,
  { storeId, orderId, emailKey }: OrderToPlace,
  advocateId: string,
): Promise<ReferralRow | undefined> {
  return referralsOf(tx, storeId)
    .leftJoin('orders', (join) =>
      join
        .onRef('orders.store_id', '=', 'referrals.store_id')
        .onRef('orders.order_id', '=', 'referrals.order_id'),
    )
    .where('advocate_id', '=', advocateId)
    .where((is) =>
      is.or([
        is('referrals.order_id', '=', orderId),
        ...(emailKey === null
          ? []
          : [
              is.and([is('orders.email_key', '=', emailKey), is('referrals.claimed_at', 'is', null)]),
              is.and([is('referrals.email_key', '=', emailKey), is('referrals.claimed_at', 'is not', null)]),
            ]),
      ]),
    )
    .orderBy(sql`referrals.claimed_at is null`)
    .orderBy('referrals.referral_id')
    .limit(1)
    .executeTakeFirst();
}

/** The first claim of a person whose time the order was placed in. */
function byEmail(tx: Tx, { storeId, emailKey, placedAt }: OrderToPlace): Promise<ReferralRow | undefined> {
  if (emailKey === null) return Promise.resolve(undefined);
  return referralsOf(tx, storeId)
    .innerJoin('referral_programmes as promised', (join) =>
      join
        .onRef('promised.store_id', '=', 'referrals.store_id')
        .onRef('promised.programme_id', '=', 'referrals.programme_id')
        .onRef('promised.version', '=', 'referrals.programme_version'),
    )
    .where('email_key', '=', emailKey)
    .where('claimed_at', '<=', placedAt)
    .where(
      sql<boolean>`claimed_at + (promised.programme->>'attributionDays')::integer * interval '1 day'
        >= ${placedAt}::timestamptz`,
    )
    .where((is) =>
      is.or([
        is('state', 'not in', ['refused', 'voided']),
        is('reason', '=', 'ran_out'),
        // What it was decided by stays what it was decided by.
        is('order_id', 'is not', null),
      ]),
    )
    .orderBy('claimed_at')
    .orderBy('referral_id')
    .limit(1)
    .executeTakeFirst();
}
