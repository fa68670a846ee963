import type { Id, RecallNotice } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { PassportFacts } from '../passports/facts.ts';
import { concernedUnits } from './matching.ts';
import { noticeOf } from './notice.ts';

/**
 * The published recalls that concern units, newest first, by passport. `orderId` is the order whose shopper reads: what they answered
 * stands with each. A unit that was sent back or handed over concerns its reader no more.
 */
export async function recallsOf(
  tx: Tx,
  storeId: string,
  orderId: string,
  passports: readonly PassportFacts[],
  locale: string | null,
): Promise<Map<string, RecallNotice[]>> {
  const found = new Map<string, RecallNotice[]>();
  const owned = passports.filter(({ state }) => state === 'owned');
  const [first] = owned;
  const products = [...new Set(owned.flatMap(({ line }) => line.productId ?? []))];
  if (!first || products.length === 0) return found;
  const { store, reader } = first;
  const rows = await tx
    .selectFrom('recalls')
    .leftJoin('recall_answers', (join) =>
      join
        .onRef('recall_answers.store_id', '=', 'recalls.store_id')
        .onRef('recall_answers.recall_id', '=', 'recalls.recall_id')
        .on('recall_answers.order_id', '=', orderId),
    )
    .select(['recalls.recall_id', 'recalls.recall', 'recalls.published_at'])
    .select(['recall_answers.at', 'recall_answers.remedy'])
    .where('recalls.store_id', '=', storeId)
    .where('recalls.state', '=', 'published')
    .where(sql<boolean>`recalls.product_ids && ${products}::text[]`)
    .orderBy('recalls.recall_id', 'desc')
    .execute();
  const asked = { passportIds: owned.map(({ id }) => id) };
  for (const row of rows) {
    const units = concernedUnits({ storeId, timeZone: store.timeZone }, row.recall.scope, asked);
    const { rows: concerned } = await sql<{ passport_id: Id<'passport'> }>`${units}`.execute(tx);
    if (concerned.length === 0) continue;
    const notice = noticeOf(row, {
      locale: locale ?? reader.locale,
      storeLocale: store.locale,
      passportIds: concerned.map(({ passport_id }) => passport_id).toSorted(),
    });
    for (const id of notice.passportIds) found.set(id, [...(found.get(id) ?? []), notice]);
  }
  return found;
}
