import { touchAsks } from '../../asks/touch.ts';
import { addEntry } from '../../case-log/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { toMaybeJson } from '../../db/values.ts';
import { standing } from '../edit.ts';
import { type ReviewEventType, tellReview } from '../events.ts';
import { touchNumbers } from '../numbers.ts';
import type { Fate } from '../report-mails/compose.ts';
import { keyOf, logOf, publishedAt, type ReviewRow } from '../store.ts';
import { dropMailsToAuthor, tellAuthor } from './tell-author.ts';

/** Who does it, and what they say with it. */
export interface StaffWord {
  readonly by?: string | undefined;
  readonly note?: string | null | undefined;
}

/** Columns of a review that staff change and an undo puts back. None of them is a star or a word of its author. */
export type Changes = Partial<
  Pick<ReviewRow, 'moderation' | 'visibility' | 'rejected' | 'featured' | 'reply' | 'flags'>
>;

/** What an undo puts back beside columns. */
export interface Restore {
  readonly set?: Changes;
  readonly media?: { readonly uploadId: string; readonly hidden: boolean };
  readonly translation?: {
    readonly locale: string;
    readonly before: { readonly title: string | null; readonly text: string | null } | null;
  };
}

/** Something that staff do. */
export interface StaffDeed {
  readonly action: string;
  readonly word: StaffWord;
  readonly set?: Changes;
  readonly data?: Record<string, unknown>;
  readonly restore?: Omit<Restore, 'set'>;
  readonly event?: ReviewEventType;
  /** What its author is told by mail. */
  readonly fate?: Fate;
  /** False for what can not be taken back. */
  readonly undoable?: boolean;
}

/** Writes what staff do, with its entry in the audit and its event, and gives the review as it is then. */
export async function record(
  tx: Tx,
  context: Context,
  row: ReviewRow,
  { action, word, set = {}, data = {}, restore = {}, event, fate, undoable = true }: StaffDeed,
): Promise<ReviewRow> {
  const now = context.clock.now();
  const { storeId, reviewId } = keyOf(row);
  const before = Object.fromEntries(Object.keys(set).map((key) => [key, row[key as keyof Changes]]));
  const { rejected, reply, ...plain } = set;
  const next = { ...row, ...set };
  const changed = await tx
    .updateTable('reviews')
    .set({
      ...plain,
      ...('rejected' in set ? { rejected: toMaybeJson(rejected) } : {}),
      ...('reply' in set ? { reply: toMaybeJson(reply) } : {}),
      published_at: publishedAt(next, now),
      revision: row.revision + 1,
      updated_at: now,
    })
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await addEntry(tx, logOf(row), {
    sequence: changed.revision,
    at: now,
    by: word.by?.trim() || 'staff',
    action,
    before: standing(row),
    after: standing(changed),
    note: word.note?.trim() || null,
    data,
    restore: undoable ? { ...restore, set: before } : null,
  });
  if (event) await tellReview(tx, event, changed, now);
  if ('moderation' in set || 'visibility' in set) await dropMailsToAuthor(tx, row);
  if (fate) await tellAuthor(tx, context, changed, fate);
  const isNews = (row.published_at === null) !== (changed.published_at === null);
  if (isNews && row.order_id) await touchAsks(tx, context, { storeId, orderId: row.order_id }, now);
  await touchNumbers(tx, storeId, [row, changed]);
  return changed;
}
