import { reasonAt, reasonsFor } from './reasons.ts';
import { itemKey, itemMistakes, rightsOf } from './selection.ts';
import type { ChoosingState, Mistakes, Step } from './state.ts';

/** What a step still needs before the next one. */
export function mistakesIn(state: ChoosingState, step: Step): Mistakes {
  if (step === 'items') return itemMistakes(state);
  const mistakes: Record<string, 'missing' | 'sending'> = {};
  if (step === 'method') {
    const method = state.quoted.quote?.methods.find(({ id }) => id === state.method?.id);
    if (!method) mistakes.method = 'missing';
    else if (method.places.length > 0 && !state.method?.placeId) mistakes.place = 'missing';
  }
  for (const item of state.items) {
    const key = itemKey(item);
    if (step === 'reasons') {
      if (item.photos.some((photo) => photo.state === 'preparing' || photo.state === 'sending'))
        mistakes[`${key}.photos`] = 'sending';
      if (state.route === 'delivery_problem') continue;
      const { asks, isWhole } = reasonAt(
        reasonsFor(state.options, rightsOf(state.options, item)),
        item.reason,
      );
      if (!isWhole) mistakes[`${key}.reason`] = 'missing';
      if (asks?.note === 'required' && !item.note.trim()) mistakes[`${key}.note`] = 'missing';
      const kept = item.photos.some((photo) => photo.state === 'kept');
      if (asks?.photos === 'required' && !kept) mistakes[`${key}.photos`] ??= 'missing';
    }
    if (step === 'resolutions') {
      if (!item.resolution) mistakes[`${key}.resolution`] = 'missing';
      else if (item.resolution === 'exchange' && !item.variantId) mistakes[`${key}.variant`] = 'missing';
    }
  }
  return mistakes;
}
