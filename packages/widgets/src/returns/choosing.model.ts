import { createChange } from './change.ts';
import type { Context } from './context.ts';
import type { ChoosingActions } from './options.ts';
import { itemKey, itemMistakes, openUnits, stepsOf } from './selection.ts';
import type { ChoosingState } from './state.ts';

/** What can be done on the first screen. */
export type FirstActions = Pick<ChoosingActions, 'setRoute' | 'choose' | 'next'>;

const emptyItem = { reason: null, note: '', photos: [], resolution: null, variantId: null } as const;

/** Makes the part of the model that the first screen needs: which items go back, and how many of each. */
export function createFirstActions(context: Context): FirstActions {
  const { state } = context;
  const change = createChange(context, itemMistakes);
  return {
    setRoute(route, problem = null) {
      change.all((now) => {
        const next: ChoosingState = { ...now, route, problem, method: null, step: 'items' };
        const items = next.items.filter((item) => {
          const rights = next.options.items.find((other) => itemKey(other) === itemKey(item));
          return rights && openUnits(rights, next) > 0;
        });
        return { ...next, items: route === now.route ? items : [] };
      });
    },
    choose(key, quantity) {
      change.all((now) => {
        const rights = now.options.items.find((item) => itemKey(item) === key);
        if (!rights) return null;
        const units = Math.max(0, Math.min(quantity, openUnits(rights, now)));
        const chosen = now.items.find((item) => itemKey(item) === key);
        if (units === (chosen?.quantity ?? 0)) return null;
        const others = now.items.filter((item) => item !== chosen);
        const { lineId, shipmentId } = rights;
        const item = { ...emptyItem, lineId, shipmentId, ...chosen, quantity: units };
        const order = now.options.items.map(itemKey);
        const items = units === 0 ? others : [...others, item];
        return {
          ...now,
          items: items.toSorted((one, other) => order.indexOf(itemKey(one)) - order.indexOf(itemKey(other))),
        };
      });
    },
    next() {
      const now = context.choosing();
      if (!now || now.phase === 'filing') return;
      if (now.step !== 'items') {
        context.later((later) => later.actions.next());
        return;
      }
      const mistakes = itemMistakes(now);
      if (Object.keys(mistakes).length > 0) {
        state.value = { ...now, mistakes };
        context.say({ code: 'mistakes' });
        return;
      }
      const step = stepsOf(now)[1];
      if (!step) return;
      state.value = { ...now, step, mistakes: {}, trouble: null, phase: 'idle' };
      context.say({ code: 'step' });
      context.later((later) => later.changed(false));
    },
  };
}
