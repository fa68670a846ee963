import type { ReferralProgrammeInput } from '@postlude/contract';
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { ReferralAdvocatesTable } from '../../db/schema/referrals.ts';
import { newId } from '../../secrets/ids.ts';
import { programmeState } from '../programme/running.ts';
import { type Attribution, byOrder, type Found } from './attribution.ts';
import { isBefore, type OrderToPlace, readOrderToPlace } from './friend-order.ts';
import { bySystem, moveReferral, noteReferral } from './record.ts';
import type { ReferralRow } from './store.ts';

/** Who linked an order with a referral, and how it was found. */
export interface Linking {
  readonly as: Attribution;
  readonly by: string;
  readonly note?: string | null;
}

/**
 * Links an order with the friend it was found to be of, unless that one has an earlier order: of several orders of a friend the
 * first one counts, whichever is told of first. Null when the order counts for nothing.
 */
export async function linkOrder(
  tx: Tx,
  order: OrderToPlace,
  found: Found,
  now: Date,
): Promise<ReferralRow | null> {
  const linking: Linking = { as: found.by, by: bySystem };
  const before = await byOrder(tx, order);
  if ('advocate' in found) {
    return before ?? beginWithOrder(tx, order, found.advocate, linking, now);
  }
  const { referral } = found;
  if (before && before.referral_id !== referral.referral_id) return before;
  return linkReferral(tx, order, referral, linking, now);
}

/**
 * Whether a referral takes an order, or an earlier one than it has: not when it has counted, and not against what staff said. News
 * of the first order may come when the second one is cancelled already.
 */
function takes({ state, reason, order_id: orderId, qualified_at: qualifiedAt }: ReferralRow): boolean {
  if (qualifiedAt !== null || reason === 'by_store') return false;
  return orderId !== null || reason === 'ran_out' || (state !== 'refused' && state !== 'voided');
}

/** Links an order with a referral that is there. */
export async function linkReferral(
  tx: Tx,
  order: OrderToPlace,
  row: ReferralRow,
  { as: attribution, by, note = null }: Linking,
  now: Date,
): Promise<ReferralRow | null> {
  if (row.order_id === order.orderId) {
    if (row.attribution === attribution) return row;
    const { state: to, reason } = row;
    const data = { orderId: order.orderId, attribution };
    return moveReferral(tx, row, { to, reason, by, action: 'order', set: { attribution }, data }, now);
  }
  if (!takes(row)) return null;
  if (row.order_id !== null) {
    const known = await readOrderToPlace(tx, { storeId: row.store_id, orderId: row.order_id });
    if (known && !isBefore(order, known)) return null;
  }
  return moveReferral(
    tx,
    row,
    {
      to: 'ordered',
      by,
      note,
      action: 'order',
      data: { orderId: order.orderId, attribution },
      set: {
        order_id: order.orderId,
        attribution,
        ordered_at: order.placedAt,
        ended_at: null,
        score: null,
        score_parts: null,
        decide_by: null,
        held_until: null,
        look_again_at: null,
      },
    },
    now,
  );
}

/**
 * Begins a referral with its order: the friend claimed nothing and told an advocate's code at the till, or staff link the two. It
 * goes by the programme as it was when the order was placed; told at the till it has to be running then. Null when it was not.
 */
export async function beginWithOrder(
  tx: Tx,
  order: OrderToPlace,
  advocate: Selectable<ReferralAdvocatesTable>,
  { as: attribution, by, note = null }: Linking,
  now: Date,
): Promise<ReferralRow | null> {
  const { storeId, orderId } = order;
  const version = await programmeAt(tx, advocate, order.placedAt);
  if (version === null) return null;
  if (attribution !== 'staff' && programmeState(version.programme, order.placedAt) !== 'running') return null;
  const row = await tx
    .insertInto('referrals')
    .values({
      store_id: storeId,
      referral_id: newId('referral', now.getTime()),
      programme_id: advocate.programme_id,
      programme_version: version.version,
      advocate_id: advocate.advocate_id,
      state: 'ordered',
      order_id: orderId,
      attribution,
      clicked_at: now,
      ordered_at: order.placedAt,
      changed_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await noteReferral(tx, row, { by, action: 'order', note, data: { orderId, attribution } }, now);
  return row;
}

/** The version of an advocate's programme that was in force at a moment; the first one for what was before it. Null without any. */
async function programmeAt(
  tx: Tx,
  { store_id: storeId, programme_id: programmeId }: Selectable<ReferralAdvocatesTable>,
  at: Date,
): Promise<{ version: number; programme: ReferralProgrammeInput } | null> {
  const row = await tx
    .selectFrom('referral_programmes')
    .select(['version', 'programme'])
    .where('store_id', '=', storeId)
    .where('programme_id', '=', programmeId)
    .orderBy(sql`valid_from > ${at}`)
    .orderBy(sql`case when valid_from <= ${at} then -version else version end`)
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
