import type { ReferralState } from '@postlude/contract';
import type { Updateable } from 'kysely';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { ReferralsTable } from '../../db/schema/referrals.ts';
import { toMaybeJson } from '../../db/values.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import type { OrderKey } from '../../orders/read-known.ts';
import { attribute, byOrder } from './attribution.ts';
import { concernsReferrals } from './concerns.ts';
import { decideReferral, type ReferralDecision } from './decide.ts';
import { type OrderToPlace, readOrderToPlace } from './friend-order.ts';
import { beginWithOrder, linkOrder } from './link.ts';
import { type KnownReferral, readReferralFacts } from './read-facts.ts';
import { bySystem, moveReferral } from './record.ts';
import { readReturnsOver } from './returns-over.ts';
import { endRewards, redeemCodes, rewardAdvocate } from './rewards-of.ts';
import { type Scored, scoreReferral, verdictOfRow } from './score.ts';
import { holdDecisions, holdReferral, type ReferralKey, type ReferralRow } from './store.ts';

/**
 * Goes by what is known of an order now: which rewards it was paid with, whose friend it is of, and where that referral stands,
 * with those of the same person. Doing it again, or in another order, changes nothing. Cheap for an order that concerns nobody.
 */
export async function settleOrder(tx: Tx, context: Context, key: OrderKey, now: Date): Promise<void> {
  if (!(await concernsReferrals(tx, key))) return;
  await holdDecisions(tx, key.storeId);
  const order = await readOrderToPlace(tx, key);
  if (!order) return;
  await redeemCodes(tx, order, now);
  const found = await attribute(tx, order);
  if (found) await linkOrder(tx, order, found, now);
  await settlePerson(tx, context, order, now);
}

/** Decides one referral again, and those of the same person. Does nothing to one that is not there any more. */
export async function settleReferral(
  tx: Tx,
  context: Context,
  { storeId, referralId }: ReferralKey,
  now: Date,
): Promise<void> {
  await holdDecisions(tx, storeId);
  const row = await tx
    .selectFrom('referrals')
    .select('order_id')
    .where('store_id', '=', storeId)
    .where('referral_id', '=', referralId)
    .executeTakeFirst();
  if (!row) return;
  const order = row.order_id === null ? null : await readOrderToPlace(tx, { storeId, orderId: row.order_id });
  await settleOne(tx, context, { storeId, referralId }, now);
  if (order) await settlePerson(tx, context, order, now);
}

/** Decides those referrals of an advocate whose time has come. Cheap when there are none. */
export async function settleAdvocate(
  tx: Tx,
  context: Context,
  { storeId, emailKey }: { readonly storeId: string; readonly emailKey: string },
  now: Date,
): Promise<void> {
  const due = await tx
    .selectFrom('referral_advocates')
    .innerJoin('referrals', (join) =>
      join
        .onRef('referrals.store_id', '=', 'referral_advocates.store_id')
        .onRef('referrals.advocate_id', '=', 'referral_advocates.advocate_id'),
    )
    .select('referral_id')
    .where('referral_advocates.store_id', '=', storeId)
    .where('referral_advocates.email_key', '=', emailKey)
    .where('look_again_at', '<=', now)
    .where('state', '<>', 'clicked')
    .orderBy('referral_id')
    .limit(100)
    .execute();
  for (const { referral_id: referralId } of due) {
    await settleReferral(tx, context, { storeId, referralId }, now);
  }
}

/** A friend that staff link by hand. */
export interface StaffLink {
  readonly storeId: string;
  readonly advocateId: string;
  readonly orderId: string;
  readonly by: string;
  readonly note: string | null;
}

/**
 * Links an order with an advocate because staff say so, and decides it by every rule but the attribution.
 *
 * @throws ApiProblem `not_found` for an advocate or an order the store does not have, `conflict` when the order counts, or was
 *   decided on, for a referral already.
 */
export async function linkByStaff(
  tx: Tx,
  context: Context,
  { storeId, advocateId, orderId, by, note }: StaffLink,
  now: Date,
): Promise<ReferralRow> {
  await holdDecisions(tx, storeId);
  const order = await readOrderToPlace(tx, { storeId, orderId });
  const advocate = await tx
    .selectFrom('referral_advocates')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('advocate_id', '=', advocateId)
    .executeTakeFirst();
  if (!order || !advocate) throw new ApiProblem('not_found');
  if (await byOrder(tx, order)) {
    throw new ApiProblem('conflict', { detail: 'This order belongs to a referral already.' });
  }
  const row = await beginWithOrder(tx, order, advocate, { as: 'staff', by, note }, now);
  if (!row) throw new ApiProblem('not_found');
  await settlePerson(tx, context, order, now);
  return holdReferral(tx, { storeId, referralId: row.referral_id });
}

/** More rounds than one are needed when one of a person's referrals makes way for another; they end by themselves. */
const mostRounds = 5;

/** Decides all referrals of the person who placed an order, the first order first. */
async function settlePerson(tx: Tx, context: Context, order: OrderToPlace, now: Date): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    let hasChanged = false;
    for (const key of await referralsOfPerson(tx, order)) {
      if (await settleOne(tx, context, key, now)) hasChanged = true;
    }
    if (!hasChanged) return;
  }
}

async function referralsOfPerson(
  tx: Tx,
  { storeId, orderId, emailKey }: OrderToPlace,
): Promise<ReferralKey[]> {
  const rows = await tx
    .selectFrom('orders')
    .innerJoin('referrals', (join) =>
      join
        .onRef('referrals.store_id', '=', 'orders.store_id')
        .onRef('referrals.order_id', '=', 'orders.order_id'),
    )
    .select('referral_id')
    .where('orders.store_id', '=', storeId)
    .where((is) =>
      is.or([
        is('orders.order_id', '=', orderId),
        ...(emailKey === null ? [] : [is('orders.email_key', '=', emailKey)]),
      ]),
    )
    .orderBy('placed_at')
    .orderBy('orders.order_id')
    .execute();
  return rows.map((row) => ({ storeId, referralId: row.referral_id }));
}

/** Decides one referral and keeps what changed. Whether its state or reason is another one now. */
async function settleOne(tx: Tx, context: Context, key: ReferralKey, now: Date): Promise<boolean> {
  const row = await holdReferral(tx, key);
  if (row.state === 'clicked') return false;
  const known = await readReferralFacts(tx, row, now);
  const { decision, scored } = await decide(tx, row, known, now);
  return apply(tx, context, row, { known, decision, scored }, now);
}

interface Decided {
  readonly known: KnownReferral;
  readonly decision: ReferralDecision;
  /** Null unless it was scored just now. */
  readonly scored: Scored | null;
}

async function decide(
  tx: Tx,
  row: ReferralRow,
  known: KnownReferral,
  now: Date,
): Promise<Omit<Decided, 'known'>> {
  const { programme, order } = known;
  let scored: Scored | null = null;
  let facts = { ...known.facts, verdict: verdictOfRow(row, programme) };
  for (;;) {
    const decision = decideReferral(facts);
    if (!('wants' in decision)) return { decision, scored };
    if (order === null) throw new Error('A referral without an order wants to know something of it.');
    if (decision.wants === 'score') {
      scored = await scoreReferral(tx, { row, programme, order });
      facts = { ...facts, verdict: scored.verdict };
    } else {
      facts = { ...facts, returns: await readReturnsOver(tx, order, now) };
    }
  }
}

const actions: Readonly<Record<ReferralState, string>> = {
  clicked: 'click',
  claimed: 'claim',
  ordered: 'order',
  held: 'hold',
  flagged: 'flag',
  qualified: 'qualify',
  refused: 'refuse',
  voided: 'void',
};

async function apply(
  tx: Tx,
  context: Context,
  row: ReferralRow,
  { known, decision, scored }: Decided,
  now: Date,
): Promise<boolean> {
  const { state: to, reason, decideBy, heldUntil, lookAgainAt } = decision;
  const isSame = row.state === to && row.reason === reason;
  const isSameDates = isAt(row.decide_by, decideBy) && isAt(row.held_until, heldUntil);
  if (isSame && isSameDates) {
    if (isSooner(lookAgainAt, row.look_again_at, now)) await lookAgain(tx, row, lookAgainAt);
    return false;
  }
  const isEnd = to === 'refused' || to === 'voided';
  const set: Omit<Updateable<ReferralsTable>, 'state' | 'reason' | 'revision' | 'changed_at'> = {
    decide_by: decideBy,
    held_until: heldUntil,
    look_again_at: lookAgainAt,
    ended_at: isEnd ? (row.ended_at ?? now) : null,
    ...(to === 'qualified' ? { qualified_at: now } : {}),
    ...(scored === null ? {} : { score: scored.score, score_parts: toMaybeJson(scored.parts) }),
  };
  const data = {
    ...(decideBy === null ? {} : { decideBy: decideBy.toISOString() }),
    ...(heldUntil === null ? {} : { heldUntil: heldUntil.toISOString() }),
    ...(scored === null ? {} : { score: scored.score }),
  };
  const moved = await moveReferral(
    tx,
    row,
    { to, reason, by: bySystem, action: actions[to], set, data },
    now,
  );
  if (isSame) return false;
  if (to === 'qualified') await rewardAdvocate(tx, context, moved, known.programme, now);
  // What was refused for what is known of the order may count yet; what was voided or looks wrong may not.
  if (to === 'voided' || reason === 'looks_wrong') {
    if (isEnd && reason !== null) await endRewards(tx, context, moved, reason, now);
  }
  return true;
}

/** A look that is still to come is not put off: looking twice would write twice. */
const isSooner = (next: Date | null, known: Date | null, now: Date): boolean =>
  known === null || known <= now || next === null ? !isAt(next, known) : next < known;

/** Only when it is looked at again: nothing of it has changed. */
async function lookAgain(tx: Tx, row: ReferralRow, lookAgainAt: Date | null): Promise<void> {
  await tx
    .updateTable('referrals')
    .set({ look_again_at: lookAgainAt })
    .where('store_id', '=', row.store_id)
    .where('referral_id', '=', row.referral_id)
    .execute();
}

const isAt = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();
