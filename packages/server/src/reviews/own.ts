import type { Id, OwnReview } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { textPicker } from '../returns/locale.ts';
import { readUploads } from '../uploads/read-uploads.ts';
import { idOfReview, type MediaRow, type ReviewRow, readMedia } from './store.ts';

/** In which language, and which the store's own is. */
export interface InLanguage {
  readonly locale: string | undefined;
  readonly storeLocale: string;
}

/** Reviews as who wrote them sees them, in the order they were given. */
export async function showOwn(
  tx: Tx,
  context: Context,
  rows: readonly ReviewRow[],
  { locale, storeLocale }: InLanguage,
): Promise<OwnReview[]> {
  const [first] = rows;
  if (!first) return [];
  const ids = rows.map((row) => row.review_id);
  const media = await readMedia(tx, first.store_id, ids);
  const uploads = await readUploads(tx, context, first.store_id, ids);
  const pick = textPicker(locale, storeLocale);
  return rows.map((row): OwnReview => {
    const files = inOrder(media.get(row.review_id) ?? [], uploads.get(row.review_id) ?? []);
    return {
      id: idOfReview(row),
      lineId: row.line_id as Id<'line'> | null,
      content: {
        stars: row.stars,
        title: row.title,
        text: row.text,
        scales: row.scales,
        pros: [...row.pros],
        cons: [...row.cons],
        recommend: row.recommend,
        uploads: files.map(({ upload }) => upload.id),
        name: row.name,
      },
      uploads: files,
      moderation: row.moderation,
      rejected: row.rejected,
      visibility: row.visibility,
      verification: row.verification,
      incentivised: row.reward !== null,
      reward: row.reward && { label: pick(row.reward.label) ?? row.reward.id, code: row.reward.code },
      reply: row.reply,
      createdAt: row.created_at.toISOString(),
      editedAt: row.edited_at?.toISOString() ?? null,
      publishedAt: row.published_at?.toISOString() ?? null,
    };
  });
}

function inOrder(
  media: readonly MediaRow[],
  uploads: readonly OwnReview['uploads'][number]['upload'][],
): OwnReview['uploads'] {
  return media.flatMap(({ upload_id, hidden }) => {
    const upload = uploads.find(({ id }) => id === upload_id);
    return upload ? [{ upload, hidden }] : [];
  });
}
