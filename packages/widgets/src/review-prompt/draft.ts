import type { ReviewDraft, ReviewForm } from '@postlude/contract';
import { keptPhoto } from '../returns/photos/photo.ts';
import type { Draft, ReadyState } from './state.ts';

/** Nothing written yet. */
export const emptyDraft: Draft = {
  stars: null,
  title: '',
  text: '',
  scales: {},
  pros: [],
  cons: [],
  recommend: null,
  photos: [],
  name: undefined,
};

/** A draft as it was kept. */
export const draftOf = (kept: ReviewDraft): Draft => ({
  stars: kept.stars ?? null,
  title: kept.title ?? '',
  text: kept.text ?? '',
  scales: kept.scales ?? {},
  pros: kept.pros ?? [],
  cons: kept.cons ?? [],
  recommend: kept.recommend ?? null,
  photos: (kept.uploads ?? []).map(keptPhoto),
  name: kept.name,
});

/** A draft as it is kept: only what was said. */
export function toKept({
  stars,
  title,
  text,
  scales,
  pros,
  cons,
  recommend,
  photos,
  name,
}: Draft): ReviewDraft {
  const uploads = photos.flatMap(({ uploadId }) => (uploadId ? [uploadId] : []));
  return {
    ...(stars ? { stars } : {}),
    ...(title ? { title } : {}),
    ...(text ? { text } : {}),
    ...(Object.keys(scales).length > 0 ? { scales } : {}),
    ...(pros.length > 0 ? { pros: [...pros] } : {}),
    ...(cons.length > 0 ? { cons: [...cons] } : {}),
    ...(recommend === null ? {} : { recommend }),
    ...(uploads.length > 0 ? { uploads: uploads as NonNullable<ReviewDraft['uploads']> } : {}),
    ...(name === undefined ? {} : { name }),
  };
}

/** All drafts of an order as they are kept. What is being changed is not among them: the store has that already. */
export function keptDrafts({ drafts, editing, at }: ReadyState): ReviewForm['drafts'] {
  const kept = Object.entries(drafts)
    .filter(([key]) => !(editing && key === at))
    .map(([key, draft]) => [key, toKept(draft)] as const)
    .filter(([, draft]) => Object.keys(draft).length > 0);
  return Object.fromEntries(kept);
}
