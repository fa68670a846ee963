import type {
  AnsweredScale,
  Id,
  PublicReview,
  ReviewMedia,
  ReviewPolicyInput,
  Store,
} from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { textPicker } from '../../returns/locale.ts';
import { idOfReview, type ReviewRow } from '../store.ts';

/** Who sees it: in which shop, by which rules, in which language. */
export interface Seen {
  readonly store: Store;
  readonly policy: ReviewPolicyInput;
  readonly locale: string | undefined;
}

/** A scale in words; null for one the store does not ask any more. */
export function scaleOf(id: string, { policy, store, locale }: Seen): Omit<AnsweredScale, 'value'> | null {
  const scale = policy.form.scales.find((one) => one.id === id);
  if (!scale) return null;
  const pick = textPicker(locale, store.locale);
  const { label, low, middle, high } = scale;
  return {
    id,
    label: pick(label) ?? id,
    low: pick(low) ?? '1',
    middle: pick(middle),
    high: pick(high) ?? '5',
  };
}

/** The address of a photo or video: the same for everybody, as long as it is shown. */
export const mediaAddress = (
  { config }: Pick<Context, 'config'>,
  { publishableKey }: Pick<Store, 'publishableKey'>,
  uploadId: string,
): string => `${config.publicUrl}/v1/review-media/${publishableKey}/${uploadId}`;

/** Rows as everybody sees them, in the order they were given. */
export async function showPublic(
  tx: Tx,
  context: Context,
  rows: readonly ReviewRow[],
  seen: Seen,
): Promise<PublicReview[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.review_id);
  const media = await mediaOf(tx, context, seen.store, ids);
  const translations = await translationsOf(tx, seen, ids);
  return rows.map((row): PublicReview => {
    const translation = translations.get(row.review_id);
    const isOther = translation && languageOf(row.language) !== languageOf(seen.locale);
    return {
      id: idOfReview(row),
      product:
        row.product_id === null
          ? null
          : { id: row.product_id, title: row.product_title ?? '', variant: row.variant },
      stars: row.stars,
      title: row.title,
      text: row.text,
      language: row.language,
      translation: isOther ? translation : null,
      pros: [...row.pros],
      cons: [...row.cons],
      recommend: row.recommend,
      scales: Object.entries(row.scales).flatMap(([id, value]) => {
        const scale = scaleOf(id, seen);
        return scale ? [{ ...scale, value }] : [];
      }),
      name: row.name,
      media: [...(media.get(row.review_id) ?? [])],
      verification: row.verification,
      incentivised: row.reward !== null,
      imported: row.origin === 'import',
      featured: row.featured,
      reply: row.reply,
      helpful: row.helpful,
      createdAt: row.created_at.toISOString(),
      editedAt: row.edited_at?.toISOString() ?? null,
    };
  });
}

/** The photos and videos of reviews that are shown, by review id. */
export async function mediaOf(
  tx: Tx,
  context: Pick<Context, 'config'>,
  store: Store,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReviewMedia[]>> {
  const found = new Map<string, ReviewMedia[]>();
  if (reviewIds.length === 0) return found;
  const rows = await tx
    .selectFrom('review_media')
    .innerJoin('uploads', (join) =>
      join
        .onRef('uploads.store_id', '=', 'review_media.store_id')
        .onRef('uploads.upload_id', '=', 'review_media.upload_id'),
    )
    .select(['review_media.review_id', 'review_media.upload_id', 'kind', 'width', 'height'])
    .where('review_media.store_id', '=', store.id)
    .where('review_media.review_id', 'in', [...reviewIds])
    .where('review_media.hidden', '=', false)
    .where('uploads.deleted_at', 'is', null)
    .orderBy('review_media.position')
    .execute();
  for (const { review_id, upload_id, kind, width, height } of rows) {
    const one = {
      id: upload_id as Id<'upload'>,
      kind,
      url: mediaAddress(context, store, upload_id),
      width,
      height,
    };
    found.set(review_id, [...(found.get(review_id) ?? []), one]);
  }
  return found;
}

/** The translations into the language asked for. */
async function translationsOf(
  tx: Tx,
  { store, locale }: Seen,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, PublicReview['translation']>> {
  const wanted = languageOf(locale ?? store.locale);
  const rows = await tx
    .selectFrom('review_translations')
    .select(['review_id', 'locale', 'title', 'text'])
    .where('store_id', '=', store.id)
    .where('review_id', 'in', [...reviewIds])
    .orderBy('locale')
    .execute();
  return new Map(
    rows
      .filter((row) => languageOf(row.locale) === wanted)
      .map(({ review_id, title, text }) => [review_id, { title, text }]),
  );
}

const languageOf = (tag: string | null | undefined): string | null =>
  tag?.toLowerCase().split(/[-_]/)[0] ?? null;
