import type { ReviewContent } from '@postlude/contract';
import { touchAsks } from '../asks/touch.ts';
import { addEntry, readAudit } from '../case-log/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { checkContent } from './check-content.ts';
import { isSaidElsewhere } from './copies.ts';
import { type ReviewEventType, tellReview } from './events.ts';
import { languageOf } from './language.ts';
import { mostChanges } from './limits.ts';
import { setMedia } from './media.ts';
import { touchNumbers } from './numbers.ts';
import type { ReviewedOrder } from './read-order.ts';
import { countMedia, keyOf, logOf, publishedAt, type ReviewRow } from './store.ts';
import { askedOf } from './subjects.ts';

/** A review that is held, with its order. */
export interface HeldReview {
  readonly row: ReviewRow;
  readonly of: ReviewedOrder;
}

/**
 * Writes a review anew: checked as a new one is, so that a rejected one waits for the store once more. One that was withdrawn is
 * there again; one the store has hidden stays hidden until staff have looked. What it was before is kept in the audit.
 *
 * @throws ApiProblem `review_incomplete`, `upload_unknown`, `too_many`.
 */
export async function editReview(
  tx: Tx,
  context: Context,
  { row, of }: HeldReview,
  given: ReviewContent,
  locale: string | undefined,
): Promise<ReviewRow> {
  const { sold, policy, storeId } = of;
  const now = context.clock.now();
  checkChanges(row);
  const line = sold.lines.find(({ id }) => id === row.line_id) ?? null;
  const asked = askedOf(policy.policy, sold, line);
  const content = checkContent(given, asked, '');
  const isCopy = await isSaidElsewhere(tx, storeId, content.textHash, row.review_id);
  const reported = row.flags.filter((flag) => flag === 'reported');
  const flags = [...content.flags(policy.policy.moderation, isCopy), ...reported];
  const isClean = policy.policy.moderation.publish === 'at_once' && flags.length === 0;
  // What staff rejected waits for them, however often it is edited.
  const isPublic = isClean && !(await isRejected(tx, row));
  const stands = {
    moderation: isPublic ? 'approved' : 'pending',
    visibility: row.visibility === 'withdrawn' ? 'shown' : row.visibility,
    published_at: row.published_at,
  } as const;
  await setMedia(
    tx,
    { storeId, orderId: sold.id, reviewId: row.review_id, now },
    { ids: content.uploads, fields: asked.fields, at: 'uploads' },
  );
  await countMedia(tx, keyOf(row));
  return change(tx, context, row, {
    action: 'edit',
    event: 'review.edited',
    data: { flags, was: { stars: row.stars, title: row.title, text: row.text } },
    columns: {
      stars: content.stars,
      title: content.title,
      text: content.text,
      scales: toJson(content.scales),
      pros: toJson(content.pros),
      cons: toJson(content.cons),
      recommend: content.recommend,
      name: content.name,
      language: languageOf(`${content.title ?? ''} ${content.text ?? ''}`, locale ?? sold.locale),
      text_hash: content.textHash,
      ...stands,
      rejected: stands.visibility === 'hidden' ? undefined : null,
      flags,
      edited_at: now,
      published_at: publishedAt(stands, now),
    },
  });
}

/** Whether the last that staff said of its moderation was no. */
async function isRejected(tx: Tx, row: ReviewRow): Promise<boolean> {
  const audit = await readAudit(tx, logOf(row));
  const said = audit.findLast(({ action, data }) =>
    ['approve', 'reject'].includes(action === 'undo' ? String(data.action) : action),
  );
  return said?.action === 'reject';
}

/** Withdraws a review: nobody sees it from then on. Doing it again changes nothing. */
export async function withdrawReview(tx: Tx, context: Context, { row }: HeldReview): Promise<ReviewRow> {
  if (row.visibility === 'withdrawn') return row;
  checkChanges(row);
  return change(tx, context, row, {
    action: 'withdraw',
    event: 'review.withdrawn',
    data: {},
    columns: { visibility: 'withdrawn', published_at: null, featured: false },
  });
}

function checkChanges({ revision }: ReviewRow): void {
  if (revision >= mostChanges) throw new ApiProblem('too_many', { detail: 'Changes of one review.' });
}

interface Change {
  readonly action: string;
  readonly event: ReviewEventType;
  readonly data: Record<string, unknown>;
  readonly columns: Readonly<Record<string, unknown>>;
}

async function change(
  tx: Tx,
  context: Context,
  before: ReviewRow,
  { action, event, data, columns }: Change,
): Promise<ReviewRow> {
  const now = context.clock.now();
  const { storeId, reviewId } = keyOf(before);
  const row = await tx
    .updateTable('reviews')
    .set({ ...columns, revision: before.revision + 1, updated_at: now })
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await addEntry(tx, logOf(row), {
    ...{
      sequence: row.revision,
      at: now,
      by: 'shopper',
      action,
      before: standing(before),
      after: standing(row),
    },
    ...{ note: null, data, restore: null },
  });
  await tellReview(tx, event, row, now);
  if (row.order_id) await touchAsks(tx, context, { storeId, orderId: row.order_id }, now);
  await touchNumbers(tx, storeId, [before, row]);
  return row;
}

/** How a review stands, in a word. */
export const standing = ({ moderation, visibility }: ReviewRow): string =>
  visibility === 'shown' ? moderation : visibility;
