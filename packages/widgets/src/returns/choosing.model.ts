import type { Resolution } from '@postlude/contract';
import type { Context } from './context.ts';
import { createFiling } from './filing.model.ts';
import type { ChoosingActions } from './options.ts';
import type { Photo } from './photos/photo.ts';
import { createQuotes } from './quotes.ts';
import { itemKey, mistakesIn, openUnits, reasonAt, reasonsFor, stepsOf } from './selection.ts';
import type { ChoosingState, ChosenItem } from './state.ts';

/** The actions of choosing, and what the model calls. */
export interface Choosing {
  readonly actions: ChoosingActions;
  /** The choice was put on screen: asks for its sums, and files it again if it was being filed. */
  resume(): void;
  /** The network is back. */
  online(): void;
  /** Changes a photo of an item; false when none has that id. */
  changePhoto(id: string, facts: Partial<Photo>): boolean;
  stop(): void;
}

const emptyItem = { reason: null, note: '', photos: [], resolution: null, variantId: null } as const;

/** Makes the part of the model that chooses what goes back. */
export function createChoosing(context: Context): Choosing {
  const { state, drafts, queue } = context;
  const quotes = createQuotes(context);
  const filing = createFiling(context, quotes);

  /** Changes the choice, keeps it, and asks for new sums unless they stay the same. */
  function change(
    make: (now: ChoosingState) => ChoosingState | null,
    about: { readonly sums: boolean } = { sums: true },
  ): void {
    const now = context.choosing();
    if (!now || now.phase === 'filing') return;
    const next = make(now);
    if (!next) return;
    const known = Object.keys(now.mistakes).length > 0 ? mistakesIn(next, next.step) : now.mistakes;
    // What was complained about and is put right is no longer complained about; nothing new is, before the next try.
    const mistakes = Object.fromEntries(Object.entries(known).filter(([name]) => name in now.mistakes));
    const changed: ChoosingState = { ...next, mistakes, phase: 'idle', trouble: null };
    state.value = changed;
    drafts.save(changed);
    if (about.sums) quotes.ask();
  }

  const changeItem = (
    key: string,
    make: (item: ChosenItem) => ChosenItem,
    about?: { readonly sums: boolean },
  ): void =>
    change(
      (now) => ({ ...now, items: now.items.map((item) => (itemKey(item) === key ? make(item) : item)) }),
      about,
    );

  /** Every photo of the choice, with the item it shows. */
  const photoOf = (id: string) => {
    const items = context.choosing()?.items ?? [];
    const item = items.find(({ photos }) => photos.some((photo) => photo.id === id));
    return { item, photo: item?.photos.find((photo) => photo.id === id) };
  };

  function show(next: ChoosingState): void {
    state.value = next;
    drafts.save(next);
    context.say({ code: 'step' });
  }

  const actions: ChoosingActions = {
    setRoute(route, problem = null) {
      change((now) => {
        const next: ChoosingState = { ...now, route, problem, method: null, step: 'items' };
        const items = next.items.filter((item) => {
          const rights = next.options.items.find((other) => itemKey(other) === itemKey(item));
          return rights && openUnits(rights, next) > 0;
        });
        return { ...next, items: route === now.route ? items : [] };
      });
    },
    choose(key, quantity) {
      change((now) => {
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
    setReason: (key, reason) => changeItem(key, (item) => ({ ...item, reason })),
    copyReason(key) {
      change((now) => {
        const reason = now.items.find((item) => itemKey(item) === key)?.reason ?? null;
        const fits = (item: ChosenItem): boolean => {
          const rights = now.options.items.find((other) => itemKey(other) === itemKey(item));
          return reasonAt(reasonsFor(now.options, rights), reason).isWhole;
        };
        return {
          ...now,
          items: now.items.map((item) => (!item.reason && fits(item) ? { ...item, reason } : item)),
        };
      });
    },
    setNote: (key, note) => changeItem(key, (item) => ({ ...item, note }), { sums: false }),
    addPhotos(key, files) {
      const most = context.choosing()?.options.uploads.perItem ?? 0;
      changeItem(
        key,
        (item) => ({
          ...item,
          photos: [...item.photos, ...files.slice(0, Math.max(0, most - item.photos.length)).map(queue.add)],
        }),
        { sums: false },
      );
    },
    retryPhoto(id) {
      const { photo } = photoOf(id);
      if (photo?.state === 'failed') queue.retry(photo);
    },
    removePhoto(id) {
      const { item, photo } = photoOf(id);
      if (!item || !photo) return;
      queue.drop(id);
      const photos = item.photos.filter((other) => other !== photo);
      changeItem(itemKey(item), (now) => ({ ...now, photos }), { sums: false });
      filing.discard(photo);
    },
    setResolution: (key, resolution: Resolution, variantId = null) =>
      changeItem(key, (item) => ({ ...item, resolution, variantId })),
    setMethod: (id, placeId = null) => change((now) => ({ ...now, method: { id, placeId } })),
    next() {
      const now = context.choosing();
      if (!now || now.phase === 'filing') return;
      const mistakes = mistakesIn(now, now.step);
      if (Object.keys(mistakes).length > 0) {
        state.value = { ...now, mistakes };
        context.say({ code: 'mistakes' });
        return;
      }
      const steps = stepsOf(now);
      const step = steps[steps.indexOf(now.step) + 1];
      if (step) show({ ...now, step, mistakes: {}, trouble: null, phase: 'idle' });
    },
    back() {
      const now = context.choosing();
      if (!now || now.phase === 'filing') return;
      const steps = stepsOf(now);
      const step = steps[steps.indexOf(now.step) - 1];
      if (step) show({ ...now, step, mistakes: {}, trouble: null, phase: 'idle' });
      else if (now.changing) context.showFiled(now.changing);
    },
    goTo(step) {
      const now = context.choosing();
      const steps = now ? stepsOf(now) : [];
      if (!now || now.phase === 'filing' || !steps.includes(step)) return;
      if (steps.indexOf(step) < steps.indexOf(now.step))
        show({ ...now, step, mistakes: {}, trouble: null, phase: 'idle' });
    },
    confirm: filing.confirm,
    askAgain: quotes.ask,
  };

  return {
    actions,
    resume() {
      if (!filing.resume()) quotes.ask();
    },
    online() {
      const now = context.choosing();
      if (now?.quoted.problem) quotes.ask();
      filing.online();
    },
    changePhoto(id, facts) {
      const now = context.choosing();
      const { item } = photoOf(id);
      if (!now || !item) return false;
      const photos = item.photos.map((photo) => (photo.id === id ? { ...photo, ...facts } : photo));
      const items = now.items.map((other) => (other === item ? { ...item, photos } : other));
      const next = { ...now, items };
      const left = mistakesIn(next, next.step);
      state.value = {
        ...next,
        mistakes: Object.fromEntries(Object.entries(now.mistakes).filter(([name]) => name in left)),
      };
      if (facts.uploadId) drafts.save(next);
      return true;
    },
    stop() {
      quotes.stop();
      filing.stop();
    },
  };
}
