import type { OrderSummary } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { storableText } from '../db/values.ts';
import { defaultLimit, instantPattern, pageOf, readCursor } from '../http/cursor.ts';
import { emailKey, numberKey } from '../sessions/contact.ts';
import { subjectOfNumber } from '../tracking/known.ts';
import { ownOrderSources } from './own-source.ts';
import { summaries, summaryOf } from './read-order.ts';

/** What to list. */
export interface OrderQuery {
  /** An order number, an e-mail address or a tracking number, whole. */
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A page of the store's orders, newest first. */
export async function listOrders(
  tx: Tx,
  storeId: string,
  { q, cursor, limit = defaultLimit }: OrderQuery,
): Promise<{ items: OrderSummary[]; next: string | null }> {
  let query = summaries(tx, storeId)
    .where('source', 'not in', [...ownOrderSources])
    .orderBy('placed_at', 'desc')
    .orderBy('order_id', 'desc')
    .limit(limit + 1);
  const after = readCursor(cursor, [instantPattern, /^ord_[0-9a-f]{32}$/]);
  if (after) {
    query = query.where(
      sql<boolean>`(placed_at, order_id) < (${after[0]}::timestamptz, ${after[1]}::text collate "C")`,
    );
  }
  const wanted = q === undefined ? '' : storableText(q).trim();
  if (wanted !== '') {
    query = query.where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('number_key', '=', numberKey(wanted)),
        eb('email_key', '=', emailKey(wanted)),
        exists(
          selectFrom('shipments')
            .select('shipments.shipment_id')
            .whereRef('shipments.store_id', '=', 'orders.store_id')
            .whereRef('shipments.source', '=', 'orders.source')
            .whereRef('shipments.order_external_id', '=', 'orders.external_id')
            .where('shipments.subject', '=', subjectOfNumber(wanted)),
        ),
      ]),
    );
  }
  const rows = await query.execute();
  return pageOf(rows, limit, summaryOf, (row) => [row.placed_at.toISOString(), row.order_id]);
}
