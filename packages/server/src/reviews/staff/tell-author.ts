import type { ReviewRejection } from '@postlude/contract';
import { type Entry, readAudit, standing } from '../../case-log/audit.ts';
import { dropMailsOfStep, mailsOfStep, type Step, tellStep } from '../../case-mails/keep.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { reviewPolicyInForce } from '../../review-policy/store.ts';
import { readStore } from '../../stores/read-store.ts';
import { composeToAuthor, type Fate } from '../report-mails/compose.ts';
import { keyOf, logOf, type ReviewRow } from '../store.ts';
import { orderOf } from './view.ts';

const stepOf = (row: ReviewRow, sequence: number): Step => {
  const { storeId, reviewId } = keyOf(row);
  return { storeId, caseId: reviewId, sequence };
};

/**
 * Tells who wrote a review by mail that it is not published, or not shown any more, and why: the statement of reasons of Regulation
 * (EU) 2022/2065, Article 17. It leaves a minute later, so that nobody is told what was pressed by mistake, and once: what was taken
 * back after it had left and done again for the same reason is not told twice. The store may switch it off, except after a report.
 * Who wrote elsewhere, before an import, is not known here and told nothing.
 *
 * @param row the review after the step
 */
export async function tellAuthor(tx: Tx, context: Context, row: ReviewRow, fate: Fate): Promise<void> {
  if (row.rejected === null || context.config.mail === null) return;
  const order = await orderOf(tx, row);
  const store = await readStore(tx, row.store_id);
  if (!order?.email || !store || (await wasTold(tx, row))) return;
  const { policy } = await reviewPolicyInForce(tx, row.store_id);
  const choice = fate === 'reported' ? undefined : policy.mails;
  const { reason, note } = row.rejected;
  const { locale } = order;
  await tellStep(
    tx,
    context,
    stepOf(row, row.revision),
    { to: order.email, choice, canBeTakenBack: true },
    () =>
      composeToAuthor(
        store,
        { fate, product: row.product_title, locale },
        { reason, note, page: policy.mails?.page },
      ),
    context.clock.now(),
  );
}

/** Whether the author was told just this by a step that was taken back since, with nothing else in between. */
async function wasTold(tx: Tx, row: ReviewRow): Promise<boolean> {
  const entries = await readAudit(tx, logOf(row));
  const now = entries.at(-1);
  if (now === undefined) return false;
  const since = standing(entries).at(-2)?.sequence ?? 0;
  const same = entries.filter((entry) => entry.sequence > since && entry !== now && saysSame(entry, now));
  for (const { sequence } of same) {
    const { waiting, hasLeft } = await mailsOfStep(tx, stepOf(row, sequence));
    if (hasLeft && waiting.length === 0) return true;
  }
  return false;
}

const saysSame = (one: Entry, other: Entry): boolean =>
  one.action === other.action && reasonOf(one) === reasonOf(other) && one.note === other.note;

const reasonOf = ({ data }: Entry): ReviewRejection | undefined => data.reason as ReviewRejection | undefined;

/** Something else is true of the review by now: what its author was not told yet is not told. */
export async function dropMailsToAuthor(tx: Tx, row: ReviewRow): Promise<void> {
  const steps = await tx
    .selectFrom('case_mails')
    .select('sequence')
    .where('store_id', '=', row.store_id)
    .where('case_id', '=', row.review_id)
    .execute();
  for (const { sequence } of steps) await dropMailsOfStep(tx, stepOf(row, sequence));
}
