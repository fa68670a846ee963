import type { TrackingProblem } from '../order-session/state.ts';
import { stepsOf } from './selection.ts';
import type { ChoosingState, Step } from './state.ts';

/** Problems that mean: what was offered before is not on offer any more; and the step where another choice can be made. */
const steps: Readonly<Record<string, Step>> = {
  item_unknown: 'items',
  quantity_unavailable: 'items',
  route_closed: 'items',
  idempotency_conflict: 'items',
  reason_unknown: 'reasons',
  note_required: 'reasons',
  photos_required: 'reasons',
  upload_unknown: 'reasons',
  resolution_unavailable: 'resolutions',
  variant_unavailable: 'resolutions',
  method_unavailable: 'method',
};

/** The step at which a choice that was refused can be put right; undefined for other problems. */
export const stepFor = (code: string): Step | undefined =>
  Object.hasOwn(steps, code) ? steps[code] : undefined;

/** The choice at the step where it can be put right, with the reason why. */
export function resumeAt(state: ChoosingState, trouble: TrackingProblem): ChoosingState {
  const wanted = stepFor(trouble.code) ?? 'items';
  const step = stepsOf(state).includes(wanted) && state.items.length > 0 ? wanted : 'items';
  const items =
    trouble.code === 'upload_unknown' ? state.items.map((item) => ({ ...item, photos: [] })) : state.items;
  return { ...state, items, step, trouble, phase: 'failed' };
}
