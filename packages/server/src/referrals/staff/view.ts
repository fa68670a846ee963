import type { Id, StaffReferral } from '@postlude/contract';
import type { Selectable } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { ReferralsTable } from '../../db/schema/referrals.ts';
import { type LifeReader, staffReferralWords } from '../life/sentences.ts';
import { idOfReferral } from '../life/store.ts';

/** A referral with what staff see beside it: whose friend it is, and the order. */
export interface StaffRow extends Selectable<ReferralsTable> {
  readonly advocate_code: string;
  readonly advocate_name: string | null;
  readonly advocate_email: string;
  readonly advocate_blocked_at: Date | null;
  readonly order_number: string | null;
  readonly order_email: string | null;
  readonly total_amount: number | null;
  readonly total_currency: string | null;
}

/** The referrals of a store with what staff see beside them. */
export const staffRows = (tx: Tx, storeId: string) =>
  tx
    .selectFrom('referrals')
    .innerJoin('referral_advocates as advocate', (join) =>
      join
        .onRef('advocate.store_id', '=', 'referrals.store_id')
        .onRef('advocate.advocate_id', '=', 'referrals.advocate_id'),
    )
    .leftJoin('orders', (join) =>
      join
        .onRef('orders.store_id', '=', 'referrals.store_id')
        .onRef('orders.order_id', '=', 'referrals.order_id'),
    )
    .selectAll('referrals')
    .select([
      'advocate.code as advocate_code',
      'advocate.name as advocate_name',
      'advocate.email as advocate_email',
      'advocate.blocked_at as advocate_blocked_at',
      'orders.number as order_number',
      'orders.email as order_email',
      'orders.total_amount',
      'orders.total_currency',
    ])
    .where('referrals.store_id', '=', storeId);

/** A referral as staff see it in lists. */
export const staffReferral = (row: StaffRow, reader: LifeReader): StaffReferral => ({
  id: idOfReferral(row),
  state: row.state,
  reason: row.reason,
  words: staffReferralWords(row, reader),
  programmeId: row.programme_id as Id<'referralProgramme'>,
  programmeVersion: row.programme_version,
  advocate: {
    id: row.advocate_id as Id<'advocate'>,
    code: row.advocate_code,
    name: row.advocate_name,
    email: row.advocate_email,
  },
  friendEmail: row.email ?? row.order_email,
  order:
    row.order_id === null
      ? null
      : {
          id: row.order_id as Id<'order'>,
          number: row.order_number ?? '',
          total:
            row.total_amount === null || row.total_currency === null
              ? null
              : { amount: row.total_amount, currency: row.total_currency },
        },
  attribution: row.attribution,
  score: row.score,
  decideBy: row.state === 'flagged' ? (row.decide_by?.toISOString() ?? null) : null,
  heldUntil: row.state === 'held' ? (row.held_until?.toISOString() ?? null) : null,
  createdAt: (row.claimed_at ?? row.clicked_at).toISOString(),
  changedAt: row.changed_at.toISOString(),
});
