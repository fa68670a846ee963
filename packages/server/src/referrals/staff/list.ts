import type { StaffReferral, StaffReferralsQuery } from '@postlude/contract';
import type * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { defaultLimit, instantPattern, pageOf, readCursor } from '../../http/cursor.ts';
import type { LifeReader } from '../life/sentences.ts';
import { staffReferral, staffRows } from './view.ts';

const idPattern = /^rfr_[0-9a-f]{32}$/;

/**
 * A page of a store's referrals, newest first. Visits that nobody claimed only when they are asked for. Those that are flagged come by
 * the date staff have, the earliest first: it is the queue.
 */
export async function listStaffReferrals(
  tx: Tx,
  storeId: string,
  {
    cursor,
    limit = defaultLimit,
    state,
    reason,
    programme,
    advocate,
    order,
  }: z.infer<typeof StaffReferralsQuery>,
  reader: LifeReader,
): Promise<{ items: StaffReferral[]; next: string | null }> {
  const isQueue = state === 'flagged';
  let found = staffRows(tx, storeId).limit(limit + 1);
  found =
    state === undefined
      ? found.where('referrals.state', '<>', 'clicked')
      : found.where('referrals.state', '=', state);
  if (reason !== undefined) found = found.where('referrals.reason', '=', reason);
  if (programme !== undefined) found = found.where('referrals.programme_id', '=', programme);
  if (advocate !== undefined) found = found.where('referrals.advocate_id', '=', advocate);
  if (order !== undefined) found = found.where('referrals.order_id', '=', order);
  if (!isQueue) {
    const [after] = readCursor(cursor, [idPattern]) ?? [];
    if (after !== undefined) found = found.where('referrals.referral_id', '<', after);
    const rows = await found.orderBy('referrals.referral_id', 'desc').execute();
    return pageOf(
      rows,
      limit,
      (row) => staffReferral(row, reader),
      (row) => [row.referral_id],
    );
  }
  const [date, after] = readCursor(cursor, [instantPattern, idPattern]) ?? [];
  if (date !== undefined && after !== undefined) {
    found = found.where((is) =>
      is.or([
        is('decide_by', '>', new Date(date)),
        is.and([is('decide_by', '=', new Date(date)), is('referrals.referral_id', '>', after)]),
      ]),
    );
  }
  const rows = await found.orderBy('decide_by').orderBy('referrals.referral_id').execute();
  return pageOf(
    rows,
    limit,
    (row) => staffReferral(row, reader),
    (row) => [(row.decide_by ?? row.changed_at).toISOString(), row.referral_id],
  );
}
