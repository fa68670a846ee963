import type { ClaimsQuery, Id, StaffClaimSummary } from '@postlude/contract';
import { serialKey } from '@postlude/contract/serials';
import type * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';
import { emailKey, numberKey } from '../sessions/contact.ts';
import { summaryOf } from './of-passports.ts';

/** Lists the claims of a store, newest first. */
export async function listClaims(
  tx: Tx,
  storeId: string,
  { status, q, cursor, limit = defaultLimit }: z.infer<typeof ClaimsQuery>,
): Promise<{ items: StaffClaimSummary[]; next: string | null }> {
  const after = readCursor(cursor, [/^clm_[0-9a-f]{32}$/]);
  let query = tx
    .selectFrom('claims')
    .innerJoin('orders', (join) =>
      join.onRef('orders.store_id', '=', 'claims.store_id').onRef('orders.order_id', '=', 'claims.order_id'),
    )
    .innerJoin('passports', (join) =>
      join
        .onRef('passports.store_id', '=', 'claims.store_id')
        .onRef('passports.passport_id', '=', 'claims.passport_id'),
    )
    .leftJoin('order_lines', (join) =>
      join
        .onRef('order_lines.store_id', '=', 'passports.store_id')
        .onRef('order_lines.line_id', '=', 'passports.line_id'),
    )
    .selectAll('claims')
    .select(['orders.number as order_number', 'orders.email', 'order_lines.title'])
    .where('claims.store_id', '=', storeId);
  if (status !== undefined) query = query.where('claims.status', '=', status);
  if (q !== undefined) {
    const sought = q.trim();
    query = query.where((is) =>
      is.or([
        is('claims.number', '=', sought.toUpperCase()),
        is('passports.serial_key', '=', serialKey(sought)),
        is('orders.number_key', '=', numberKey(sought)),
        is('orders.email_key', '=', emailKey(sought)),
      ]),
    );
  }
  if (after) query = query.where('claims.claim_id', '<', after[0] ?? '');
  const rows = await query
    .orderBy('claims.claim_id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    (row): StaffClaimSummary => ({
      ...summaryOf(row),
      passportId: row.passport_id as Id<'passport'>,
      orderNumber: row.order_number,
      title: row.title ?? '',
      email: row.email,
      updatedAt: row.updated_at.toISOString(),
    }),
    (row) => [row.claim_id],
  );
}
