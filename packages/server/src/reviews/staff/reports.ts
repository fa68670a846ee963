import type { ReportDecisionInput, ReportsQuery, ReviewReport, Store } from '@postlude/contract';
import type * as z from 'zod/mini';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { defaultLimit, pageOf, readCursor } from '../../http/cursor.ts';
import { enqueueMail } from '../../mail/enqueue-mail.ts';
import { composeDecision } from '../report-mails/compose.ts';
import { holdReview, type ReviewRow } from '../store.ts';
import { hide } from './actions.ts';
import { record } from './record.ts';
import { shownReport } from './view.ts';

const reportPattern = /^rrp_[0-9a-f]{32}$/;

/** Lists reports, the oldest first. */
export async function listReports(
  tx: Tx,
  storeId: string,
  { cursor, limit = defaultLimit, state }: z.infer<typeof ReportsQuery>,
): Promise<{ items: ReviewReport[]; next: string | null }> {
  const after = readCursor(cursor, [reportPattern]);
  let query = tx.selectFrom('review_reports').selectAll().where('store_id', '=', storeId);
  if (state !== undefined) query = query.where('decided_at', state === 'open' ? 'is' : 'is not', null);
  if (after) query = query.where('review_report_id', '>', after[0] ?? '');
  const rows = await query
    .orderBy('review_report_id')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, shownReport, (row) => [row.review_report_id]);
}

/**
 * Decides a report: the review stays, or is hidden with a reason. Whoever reported it, and the author of what is hidden, are told by
 * mail where there is an address (Regulation (EU) 2022/2065, Articles 16(5) and 17). Deciding the same again changes nothing.
 *
 * @throws ApiProblem `not_found`, `action_not_possible` once it was decided otherwise, `invalid_input` without a reason to hide.
 */
export async function decideReport(
  tx: Tx,
  context: Context,
  { store, reportId }: { readonly store: Store; readonly reportId: string },
  { by, outcome, reason, note: typed }: ReportDecisionInput,
): Promise<ReviewReport> {
  const now = context.clock.now();
  const note = typed?.trim() || null;
  const found = await tx
    .selectFrom('review_reports')
    .select('review_id')
    .where('store_id', '=', store.id)
    .where('review_report_id', '=', reportId)
    .executeTakeFirst();
  if (!found) throw new ApiProblem('not_found');
  // The review is held first, as everywhere: two who act at once never wait for each other.
  const row = await holdReview(tx, { storeId: store.id, reviewId: found.review_id });
  const open = await tx
    .selectFrom('review_reports')
    .selectAll()
    .where('store_id', '=', store.id)
    .where('review_report_id', '=', reportId)
    .executeTakeFirstOrThrow();
  if (open.outcome !== null) {
    if (open.outcome === outcome) return shownReport(open);
    throw new ApiProblem('action_not_possible', { detail: `This report was decided: ${open.outcome}.` });
  }
  if (outcome === 'hidden' && reason === undefined) {
    throw new ApiProblem('invalid_input', { fields: { reason: 'Hiding a review needs a reason.' } });
  }
  const decided = await tx
    .updateTable('review_reports')
    .set({ decided_at: now, outcome, note })
    .where('store_id', '=', store.id)
    .where('review_report_id', '=', reportId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const isHidden = outcome === 'hidden' && row.published_at !== null && reason !== undefined;
  const seen = isHidden ? await hide(tx, context, row, { by, reason, note, isReported: true }) : row;
  const flags = (await hasOpen(tx, row)) ? seen.flags : seen.flags.filter((flag) => flag !== 'reported');
  const told = isHidden ? 'hide' : 'keep';
  if (!isHidden || flags.length !== seen.flags.length) {
    await record(tx, context, seen, {
      action: 'decide_report',
      word: { by, note },
      set: { flags },
      data: { reportId, outcome, told },
      undoable: false,
    });
  }
  const reported = { id: reportId, product: row.product_title, at: open.received_at };
  const decision = { outcome, reason: reason ?? null, note };
  if (open.email) {
    const reader = { to: open.email, name: open.name };
    await enqueueMail(
      tx,
      context,
      store.id,
      composeDecision(store, reader, reported, decision, open.locale),
      now,
    );
  }
  return shownReport(decided);
}

async function hasOpen(tx: Tx, { store_id: storeId, review_id: reviewId }: ReviewRow): Promise<boolean> {
  const open = await tx
    .selectFrom('review_reports')
    .select('review_report_id')
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}
