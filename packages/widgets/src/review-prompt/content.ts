import type { OwnReview, ReviewContent, ReviewForm } from '@postlude/contract';
import { keptPhoto } from '../returns/photos/photo.ts';
import { emptyDraft } from './draft.ts';
import type { Draft } from './state.ts';

/**
 * The name that is shown: the one chosen, or the shortest that is known, which tells the least (*Mara O.* before *Mara Okafor*);
 * null: anonymous.
 */
export function nameOf({ name }: Draft, { names }: ReviewForm): string | null {
  if (name !== undefined) return name?.trim() || null;
  const [shortest = null] = names.toSorted((one, other) => one.length - other.length);
  return shortest;
}

/** A draft as it is sent. */
export function contentOf(draft: Draft, form: ReviewForm): ReviewContent {
  const { stars, title, text, scales, pros, cons, recommend, photos } = draft;
  return {
    stars: stars ?? 0,
    title: title.trim() || null,
    text: text.trim() || null,
    scales,
    pros: [...pros],
    cons: [...cons],
    recommend,
    uploads: photos.flatMap(({ uploadId }) => (uploadId ? [uploadId] : [])) as ReviewContent['uploads'],
    name: nameOf(draft, form),
  };
}

/** A review that is there as a draft, to be changed. */
export function draftFrom({ content, uploads }: OwnReview): Draft {
  return {
    ...emptyDraft,
    stars: content.stars,
    title: content.title ?? '',
    text: content.text ?? '',
    scales: content.scales ?? {},
    pros: content.pros ?? [],
    cons: content.cons ?? [],
    recommend: content.recommend ?? null,
    photos: uploads.map(({ upload }) => keptPhoto(upload.id)),
    name: content.name,
  };
}
