import type { ReceivedProblem } from '../order-session/problem.ts';
import { itemKey, stepsOf } from './selection.ts';
import type { ChoosingState, ChosenItem, Step } from './state.ts';

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

/**
 * What a refused choice becomes under what is possible now: without what was refused, for asking the same again is of no use,
 * and at the step where something else can be chosen, with the reason why; at an earlier one that choice is still to come.
 */
export function resumeAfter(
  was: ChoosingState,
  { fields, ...trouble }: ReceivedProblem,
): (fresh: ChoosingState) => ChoosingState {
  const named = new Set(
    Object.keys(fields ?? {}).flatMap((field) => {
      const item = was.items[Number(/^items\.(\d+)\b/.exec(field)?.[1] ?? Number.NaN)];
      return item ? [itemKey(item)] : [];
    }),
  );
  return (fresh) => {
    const items = fresh.items.map((item) =>
      named.size === 0 || named.has(itemKey(item)) ? without(item, trouble.code) : item,
    );
    const next: ChoosingState = {
      ...fresh,
      items,
      method: trouble.code === 'method_unavailable' ? null : fresh.method,
    };
    const steps = stepsOf(next);
    const wanted = Math.max(0, steps.indexOf(stepFor(trouble.code) ?? 'items'));
    if (wanted > steps.indexOf(next.step)) return next;
    return { ...next, step: steps[items.length > 0 ? wanted : 0] ?? 'items', trouble, phase: 'failed' };
  };
}

/** An item without what a problem of this code is about; everything else said of it stays. */
function without(item: ChosenItem, code: string): ChosenItem {
  switch (code) {
    case 'upload_unknown':
      return { ...item, photos: [] };
    case 'reason_unknown':
      return { ...item, reason: null };
    case 'variant_unavailable':
      // Another variant may do; where none was chosen there is none left.
      if (item.resolution !== 'exchange') return item;
      return item.variantId ? { ...item, variantId: null } : { ...item, resolution: null };
    case 'resolution_unavailable':
      return { ...item, resolution: null, variantId: null };
    default:
      return item;
  }
}
