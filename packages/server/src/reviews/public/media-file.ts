import type { BytesOutput } from '@postlude/contract';
import type { Context } from '../../context.ts';
import { smallPicture } from '../../uploads/small-picture.ts';

/** Which file of a review, by the store's publishable key; small or as it is. */
export interface WantedMedia {
  readonly key: string;
  readonly uploadId: string;
  readonly isSmall: boolean;
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
};

/** A photo or video while it and its review are shown; null otherwise. A video has one size. */
export async function mediaFile(
  context: Context,
  { key, uploadId, isSmall }: WantedMedia,
): Promise<BytesOutput | null> {
  const store = await context.stores.byPublishableKey(key);
  if (!store) return null;
  const row = await context.db.withStore(store.id, (tx) =>
    tx
      .selectFrom('review_media')
      .innerJoin('uploads', (join) =>
        join
          .onRef('uploads.store_id', '=', 'review_media.store_id')
          .onRef('uploads.upload_id', '=', 'review_media.upload_id'),
      )
      .innerJoin('reviews', (join) =>
        join
          .onRef('reviews.store_id', '=', 'review_media.store_id')
          .onRef('reviews.review_id', '=', 'review_media.review_id'),
      )
      .select(['content_type', 'storage_key', 'width', 'height'])
      .where('review_media.store_id', '=', store.id)
      .where('review_media.upload_id', '=', uploadId)
      .where('review_media.hidden', '=', false)
      .where('reviews.published_at', 'is not', null)
      .where('uploads.deleted_at', 'is', null)
      .executeTakeFirst(),
  );
  const bytes = row ? await context.uploads.get(row.storage_key) : null;
  if (!row || !bytes) return null;
  const { content_type: contentType, width, height } = row;
  const small =
    isSmall && width !== null && height !== null && contentType.startsWith('image/')
      ? await smallPicture(row.storage_key, { bytes, contentType, width, height })
      : null;
  const fileName = `${uploadId}.${endings[contentType] ?? 'bin'}`;
  return { bytes: small ?? bytes, contentType, fileName, inline: true };
}
