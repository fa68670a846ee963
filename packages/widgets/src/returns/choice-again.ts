import type { ReturnDraft, ReturnOptions } from '@postlude/contract';
import { type Around, emptyChoice } from './choice.ts';
import { fromDraft } from './filing.ts';
import { itemKey, openUnits, stepsOf } from './selection.ts';
import type { ChoosingState, ChosenItem } from './state.ts';

/** The first choice: as it was left, as far as that is still possible, or none yet. */
export function firstChoice(
  options: ReturnOptions,
  draft: ReturnDraft | null,
  around: Around,
): ChoosingState {
  return { ...emptyChoice(options, around), ...(draft && fromDraft(draft, options)) };
}

/** A choice under what is possible now; it goes back to the items where nothing of it is left. */
export function fittingChoice(was: ChoosingState, options: ReturnOptions, around: Around): ChoosingState {
  const next: ChoosingState = { ...was, options, ...around, phase: 'idle', trouble: null };
  const items = was.items.flatMap((item) => {
    const rights = options.items.find((other) => itemKey(other) === itemKey(item));
    const most = rights ? openUnits(rights, next) : 0;
    return most > 0 ? [{ ...item, quantity: Math.min(item.quantity, most) }] : [];
  });
  const fits = items.length > 0 && stepsOf(next).includes(was.step);
  return { ...next, items, step: fits ? was.step : 'items' };
}

/** A choice out of a snapshot: what was on its way when the model went has to be sent again. */
export const revivedChoice = (was: ChoosingState, around: Around): ChoosingState => ({
  ...was,
  ...around,
  phase: was.phase === 'failed' ? 'failed' : 'idle',
  items: was.items.map(settled),
});

const settled = (item: ChosenItem): ChosenItem => ({
  ...item,
  photos: item.photos.map((photo) =>
    photo.state === 'kept' || photo.state === 'failed'
      ? photo
      : { ...photo, state: 'failed', problem: 'unreachable' },
  ),
});
