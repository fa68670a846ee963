import type { Id, ReviewReport, StaffReview, Store } from '@postlude/contract';
import type { Selectable } from 'kysely';
import { readAudit } from '../../case-log/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { ReviewReportsTable } from '../../db/schema/reviews.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { readStore } from '../../stores/read-store.ts';
import { showOwn } from '../own.ts';
import { logOf, type ReviewRow, readMedia } from '../store.ts';
import { canUndo, possibleActions } from './possible.ts';

/** A report as staff see it. */
export const shownReport = (row: Selectable<ReviewReportsTable>): ReviewReport => ({
  id: row.review_report_id as Id<'reviewReport'>,
  reviewId: row.review_id as Id<'review'>,
  reason: row.reason,
  explanation: row.explanation,
  name: row.name,
  email: row.email,
  receivedAt: row.received_at.toISOString(),
  decided:
    row.decided_at === null || row.outcome === null
      ? null
      : { at: row.decided_at.toISOString(), outcome: row.outcome, note: row.note },
});

/** A review as staff see it. */
export async function showStaffReview(tx: Tx, context: Context, row: ReviewRow): Promise<StaffReview> {
  const { store_id: storeId, review_id: reviewId } = row;
  const store: Store | null = await readStore(tx, storeId);
  const [review] = await showOwn(tx, context, [row], {
    locale: undefined,
    storeLocale: store?.locale ?? 'en',
  });
  if (!review) throw new ApiProblem('not_found');
  const order = await orderOf(tx, row);
  const audit = await readAudit(tx, logOf(row));
  const media = (await readMedia(tx, storeId, [reviewId])).get(reviewId) ?? [];
  const reports = await tx
    .selectFrom('review_reports')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .orderBy('review_report_id')
    .execute();
  const translations = await tx
    .selectFrom('review_translations')
    .select('locale')
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .orderBy('locale')
    .execute();
  return {
    review,
    origin: row.origin,
    orderId: row.order_id as Id<'order'> | null,
    orderNumber: order?.number ?? null,
    product: productOf(row),
    email: order?.email ?? row.email_key,
    language: row.language,
    featured: row.featured,
    helpful: row.helpful,
    flags: [...row.flags],
    reports: reports.map(shownReport),
    translations: translations.map(({ locale }) => locale),
    audit: audit.map(({ at, restore: _, sequence: __, ...entry }) => ({ ...entry, at: at.toISOString() })),
    actions: possibleActions(row, media, canUndo(audit)),
  };
}

/** Of which product; null: of the shop itself. */
export const productOf = ({
  product_id: id,
  product_title: title,
}: Pick<ReviewRow, 'product_id' | 'product_title'>): StaffReview['product'] =>
  id === null ? null : { id, title: title ?? '' };

/** The order a review was written with; null for one from a file. */
export async function orderOf(
  tx: Tx,
  { store_id: storeId, order_id: orderId }: ReviewRow,
): Promise<{ number: string; email: string | null; locale: string | null } | null> {
  if (orderId === null) return null;
  const found = await tx
    .selectFrom('orders')
    .select(['number', 'email', 'locale'])
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return found ?? null;
}
