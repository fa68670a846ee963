import type { Resolution } from '@postlude/contract';
import { createChange } from './change.ts';
import type { FirstActions } from './choosing.model.ts';
import type { LaterContext } from './context.ts';
import type { Filing } from './filing.model.ts';
import { toQuoteRequest } from './filing.ts';
import { mistakesIn } from './mistakes.ts';
import type { ChoosingActions } from './options.ts';
import type { Photo } from './photos/photo.ts';
import type { Quotes } from './quotes.ts';
import { reasonAt, reasonsFor } from './reasons.ts';
import { itemKey, rightsOf, stepsOf } from './selection.ts';
import type { ChoosingState, ChosenItem } from './state.ts';

/** What can be done behind the first screen; `next` goes on from there. */
export type StepActions = Omit<ChoosingActions, Exclude<keyof FirstActions, 'next'>>;

/** The actions of the later steps, and what the model calls. */
export interface Steps {
  readonly actions: StepActions;
  /** The choice was put on screen: asks for its sums, and files it again if it was being filed. */
  resume(): void;
  /** The network is back. */
  online(): void;
  /** Changes a photo of an item; false when none has that id. */
  changePhoto(id: string, facts: Partial<Photo>): boolean;
}

/** Makes the part of the model that goes through the later steps. */
export function createSteps(context: LaterContext, quotes: Quotes, filing: Filing): Steps {
  const { state, drafts, queue } = context;
  const change = createChange(context, (next) => mistakesIn(next, next.step));

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

  const actions: StepActions = {
    setReason: (key, reason) => change.item(key, (item) => ({ ...item, reason })),
    copyReason(key) {
      change.all((now) => {
        const reason = now.items.find((item) => itemKey(item) === key)?.reason ?? null;
        const fits = (item: ChosenItem): boolean => {
          const rights = rightsOf(now.options, item);
          return reasonAt(reasonsFor(now.options, rights), reason).isWhole;
        };
        return {
          ...now,
          items: now.items.map((item) => (!item.reason && fits(item) ? { ...item, reason } : item)),
        };
      });
    },
    setNote: (key, note) => change.item(key, (item) => ({ ...item, note }), { sums: false }),
    addPhotos(key, files) {
      const most = context.choosing()?.options.uploads.perItem ?? 0;
      change.item(
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
      change.item(itemKey(item), (now) => ({ ...now, photos }), { sums: false });
      filing.discard(photo);
    },
    setResolution: (key, resolution: Resolution, variantId = null) =>
      change.item(key, (item) => ({ ...item, resolution, variantId })),
    setMethod: (id, placeId = null) => change.all((now) => ({ ...now, method: { id, placeId } })),
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
      if (!step) return;
      const next: ChoosingState = { ...now, step, mistakes: {}, trouble: null, phase: 'idle' };
      show(next);
      // From here on the sums are with what this step is about.
      if (JSON.stringify(toQuoteRequest(next)) !== JSON.stringify(toQuoteRequest(now))) quotes.ask();
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
  };
}
