import { batch } from '@preact/signals';
import type { Photo } from '../returns/photos/photo.ts';
import { createPhotoQueue } from '../returns/photos/photo-queue.ts';
import type { Context } from './context.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { prepareMedia } from './media.ts';
import { mistakesIn } from './mistakes.ts';
import type { LaterActions } from './options.ts';
import type { Draft, ReadyState } from './state.ts';
import { draftAt, settled, stepsOf, subjectOf } from './subjects.ts';

/** The part of the model that writes: fields, steps, photos. */
export interface Writing {
  readonly actions: Pick<
    LaterActions,
    | 'skip'
    | 'showOwn'
    | 'change'
    | 'next'
    | 'back'
    | 'goTo'
    | 'agree'
    | 'addPhotos'
    | 'retryPhoto'
    | 'removePhoto'
  >;
  stop(): void;
}

/** Makes the `Writing` of one model. */
export function createWriting(context: Context, keeper: DraftKeeper): Writing {
  const { source, access, set, say } = context;
  const ended = new AbortController();
  const {
    preparePhoto = async (file) => (await import('../returns/photos/prepare-photo.ts')).preparePhoto(file),
  } = context;

  const prepare = (file: Blob) => prepareMedia(preparePhoto, context.ready()?.form.uploads ?? null)(file);
  const queue = createPhotoQueue({
    prepare,
    send: (file, details) =>
      access.use((session, signal) => source.upload(session, file, { ...details, signal }), details.signal),
    change: (id, facts) => changePhoto(id, facts),
    sessionEnded: context.sessionEnded,
  });

  /** Changes what is written of the one at hand. */
  function change(facts: Partial<Draft>, isTap = false): void {
    const now = context.ready();
    if (!now?.at) return;
    const missing = new Set(Object.keys(facts));
    const mistakes = Object.fromEntries(
      Object.entries(now.mistakes).filter(
        ([name]) => !missing.has(name.split('.', 1)[0]?.replace('scale', 'scales') ?? ''),
      ),
    );
    set({ drafts: { ...now.drafts, [now.at]: { ...draftAt(now, now.at), ...facts } }, mistakes });
    const then = context.ready();
    if (then && !then.editing) keeper.save(then, isTap);
  }

  /** Wherever a photo is by now: the shopper may have gone on to another product. */
  function changePhoto(id: string, facts: Partial<Photo>): void {
    const now = context.ready();
    const [key, draft] =
      Object.entries(now?.drafts ?? {}).find(([, { photos }]) => photos.some((one) => one.id === id)) ?? [];
    if (!now || !key || !draft) return;
    const photos = draft.photos.map((photo) => (photo.id === id ? { ...photo, ...facts } : photo));
    const { photos: _, ...others } = now.mistakes;
    const isMoving = photos.some(({ state }) => state === 'preparing' || state === 'sending');
    set({
      drafts: { ...now.drafts, [key]: { ...draft, photos } },
      mistakes: isMoving ? now.mistakes : others,
    });
    const then = context.ready();
    if (facts.uploadId && then && !then.editing) keeper.save(then, true);
  }

  const photosNow = (now: ReadyState): readonly Photo[] => (now.at ? draftAt(now, now.at).photos : []);

  function go(facts: Partial<ReadyState>): void {
    batch(() => {
      set({ mistakes: {}, ...facts });
      say('shown');
    });
  }

  return {
    actions: {
      showOwn: (at) => go({ screen: 'own', at }),
      skip(key, isSkipped = true) {
        const now = context.ready();
        if (!now) return;
        const others = now.skipped.filter((other) => other !== key);
        go({ skipped: isSkipped ? [...others, key] : others, screen: 'overview', at: null });
        const then = context.ready();
        if (!then || !isSkipped || settled(then) < then.sitting.length) return;
        // Nothing is left: what was sent is thanked for, and where nothing was, it is a no for now.
        if (then.sent.length > 0) go({ screen: 'done' });
        else if (context.mode === 'ask') context.dismiss();
      },
      change: (facts) => change(facts),
      next() {
        const now = context.ready();
        const subject = now && subjectOf(now.form, now.at);
        if (!now || !subject) return;
        const mistakes = mistakesIn(now, now.step);
        if (Object.keys(mistakes).length > 0) {
          set({ mistakes });
          say('mistakes');
          return;
        }
        const steps = stepsOf(subject);
        const step = steps[steps.indexOf(now.step) + 1];
        if (step) go({ step });
      },
      back() {
        const now = context.ready();
        const subject = now && subjectOf(now.form, now.at);
        if (!now || !subject) return;
        const steps = stepsOf(subject);
        const step = steps[steps.indexOf(now.step) - 1];
        if (step) go({ step });
        else if (now.editing) go({ screen: 'own', editing: false });
        else go({ screen: 'overview', at: null });
      },
      goTo: (step) => go({ step, screen: 'write' }),
      agree(termsAgreed) {
        const { terms: _, ...mistakes } = context.ready()?.mistakes ?? {};
        set({ termsAgreed, mistakes });
      },
      addPhotos(files) {
        const now = context.ready();
        if (!now) return;
        const there = photosNow(now);
        const added = files.slice(0, Math.max(0, now.form.uploads.perReview - there.length)).map(queue.add);
        change({ photos: [...there, ...added] });
      },
      retryPhoto(id) {
        const now = context.ready();
        const photo = now && photosNow(now).find((one) => one.id === id);
        if (photo) queue.retry(photo);
      },
      removePhoto(id) {
        const now = context.ready();
        const photo = now && photosNow(now).find((one) => one.id === id);
        if (!now || !photo) return;
        queue.drop(id);
        change({ photos: photosNow(now).filter((one) => one !== photo) }, true);
        const { uploadId } = photo;
        // What belongs to a review that is there goes when the change is sent.
        if (uploadId && !now.editing)
          access
            .use((session, signal) => source.removeUpload(session, uploadId, signal), ended.signal)
            .catch(() => {});
      },
    },
    stop() {
      queue.stop();
      ended.abort();
    },
  };
}
