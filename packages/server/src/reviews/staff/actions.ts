import type { ReviewAction, ReviewRejection } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { cleanText } from '../hygiene.ts';
import { countMedia, keyOf, type ReviewRow, readMedia } from '../store.ts';
import { impossible, possibleActions } from './possible.ts';
import { record, type StaffWord } from './record.ts';

/** What staff say when they reject or hide: a reason of the fixed list. */
export type Refusal = StaffWord & {
  readonly reason: ReviewRejection;
  /** It is hidden because of a report. */
  readonly isReported?: boolean;
};

/** Does something to a review that is held. Doing the same again changes nothing. */
export type Act<Word> = (tx: Tx, context: Context, row: ReviewRow, word: Word) => Promise<ReviewRow>;

const noteOf = ({ note }: StaffWord): string | null => note?.trim() || null;

function check(row: ReviewRow, action: ReviewAction): void {
  if (!possibleActions(row, [], false).includes(action)) throw impossible(row, action);
}

/** Approves a review: it is public from then on, unless it is hidden. */
export const approve: Act<StaffWord> = async (tx, context, row, word) => {
  if (row.moderation === 'approved') return row;
  check(row, 'approve');
  const set = {
    moderation: 'approved',
    ...(row.visibility === 'hidden' ? {} : { rejected: null }),
  } as const;
  return record(tx, context, row, { action: 'approve', word, set, event: 'review.approved' });
};

/** Rejects a review that waits. Another reason begins with taking the first back. */
export const reject: Act<Refusal> = async (tx, context, row, word) => {
  const rejected = { reason: word.reason, note: noteOf(word) };
  if (row.moderation === 'rejected' && isSame(row.rejected, rejected)) return row;
  check(row, 'reject');
  return record(tx, context, row, {
    action: 'reject',
    word,
    set: { moderation: 'rejected', rejected },
    data: { reason: word.reason },
    event: 'review.rejected',
    fate: 'rejected',
  });
};

/** Hides a public review. */
export const hide: Act<Refusal> = async (tx, context, row, word) => {
  const rejected = { reason: word.reason, note: noteOf(word) };
  if (row.visibility === 'hidden' && isSame(row.rejected, rejected)) return row;
  check(row, 'hide');
  return record(tx, context, row, {
    action: 'hide',
    word,
    set: { visibility: 'hidden', featured: false, rejected },
    data: { reason: word.reason },
    event: 'review.hidden',
    fate: word.isReported ? 'reported' : 'hidden',
  });
};

const isSame = (one: ReviewRow['rejected'], other: NonNullable<ReviewRow['rejected']>): boolean =>
  one?.reason === other.reason && one.note === other.note;

/** Shows a hidden review again. */
export const show: Act<StaffWord> = async (tx, context, row, word) => {
  if (row.visibility === 'shown') return row;
  check(row, 'show');
  const set = {
    visibility: 'shown',
    ...(row.moderation === 'rejected' ? {} : { rejected: null }),
  } as const;
  return record(tx, context, row, { action: 'show', word, set, event: 'review.shown' });
};

/** Puts a review first. */
export const feature: Act<StaffWord> = async (tx, context, row, word) => {
  if (row.featured) return row;
  check(row, 'feature');
  return record(tx, context, row, { action: 'feature', word, set: { featured: true } });
};

/** Puts it back in line. */
export const unfeature: Act<StaffWord> = async (tx, context, row, word) =>
  row.featured ? record(tx, context, row, { action: 'unfeature', word, set: { featured: false } }) : row;

/** Answers publicly, in place of the answer before. */
export const reply: Act<Pick<StaffWord, 'by'> & { readonly text: string }> = async (
  tx,
  context,
  row,
  { by, text: typed },
) => {
  const { text } = cleanText(typed);
  if (text === null) throw new ApiProblem('invalid_input', { fields: { text: 'There is nothing to read.' } });
  if (row.reply?.text === text) return row;
  check(row, 'reply');
  const set = { reply: { text, at: context.clock.now().toISOString() } };
  return record(tx, context, row, {
    action: 'reply',
    word: { by },
    set,
    data: { text },
    event: 'review.replied',
  });
};

/** Removes the store's answer. */
export const removeReply: Act<StaffWord> = async (tx, context, row, word) =>
  row.reply === null ? row : record(tx, context, row, { action: 'remove_reply', word, set: { reply: null } });

const mediaAct =
  (action: 'hide_media' | 'show_media'): Act<StaffWord & { readonly uploadId: string }> =>
  async (tx, context, row, { uploadId, ...word }) => {
    const hidden = action === 'hide_media';
    const media = (await readMedia(tx, row.store_id, [row.review_id])).get(row.review_id) ?? [];
    const one = media.find(({ upload_id }) => upload_id === uploadId);
    if (!one) throw new ApiProblem('not_found');
    if (one.hidden === hidden) return row;
    await putMediaHidden(tx, row, uploadId, hidden);
    await record(tx, context, row, {
      action,
      word,
      data: { uploadId },
      restore: { media: { uploadId, hidden: one.hidden } },
    });
    return countMedia(tx, keyOf(row));
  };

/** Hides or shows one photo or video. */
export async function putMediaHidden(
  tx: Tx,
  row: ReviewRow,
  uploadId: string,
  hidden: boolean,
): Promise<void> {
  await tx
    .updateTable('review_media')
    .set({ hidden })
    .where('store_id', '=', row.store_id)
    .where('review_id', '=', row.review_id)
    .where('upload_id', '=', uploadId)
    .execute();
}

/** Hides one photo or video; the words stay. */
export const hideMedia = mediaAct('hide_media');
/** Shows it again. */
export const showMedia = mediaAct('show_media');
