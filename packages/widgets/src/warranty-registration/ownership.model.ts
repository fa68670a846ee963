import type { Passport } from '@postlude/contract';
import { prepareFile } from '../files/prepare-file.ts';
import { createPhotoQueue } from '../returns/photos/photo-queue.ts';
import { preparePhoto } from '../returns/photos/prepare-photo.ts';
import { act } from './acting.ts';
import type { Context } from './context.ts';
import type { LaterActions } from './options.ts';
import { placeSerials } from './place-serials.ts';
import type { ReadyState } from './state.ts';

/** What an owner can do with items beside registering them. */
export type OwnershipActions = Pick<
  LaterActions,
  | 'pasteSerials'
  | 'addProof'
  | 'retryPhoto'
  | 'removePhoto'
  | 'changeConsents'
  | 'startTransfer'
  | 'cancelTransfer'
>;

/** Proofs of purchase, choices, and handing over. */
export function createOwnership(context: Context): { readonly actions: OwnershipActions; stop(): void } {
  const { source } = context;
  const queue = createPhotoQueue({
    prepare: prepareFile(context.preparePhoto ?? preparePhoto),
    send: (file, how) =>
      context.access.use((session, signal) => source.upload(session, file, { ...how, signal }), how.signal),
    change(id, facts) {
      const { proof = [], mistakes = {} } = context.ready() ?? {};
      if (!proof.some((file) => file.id === id)) return;
      const { proof: _, ...others } = mistakes;
      context.set({
        proof: proof.map((file) => (file.id === id ? { ...file, ...facts } : file)),
        ...(facts.state === 'kept' ? { mistakes: others } : {}),
      });
    },
    sessionEnded: context.sessionEnded,
  });
  const photo = (id: string): ReadyState['proof'][number] | undefined =>
    context.ready()?.proof.find((file) => file.id === id);

  /** Puts one passport of the list in place of what it was. */
  const renew = (passport: Passport, { list }: ReadyState): void =>
    context.renew({
      ...list,
      items: list.items.map((item) => (item.passport.id === passport.id ? { ...item, passport } : item)),
    });

  const actions: OwnershipActions = {
    async pasteSerials(text) {
      const now = context.ready();
      if (!now) return 0;
      const { serials, placed } = placeSerials(now, text);
      context.set({ serials, mistakes: {} });
      return placed;
    },
    addProof(files) {
      const now = context.ready();
      if (!now) return;
      const { proof: _, ...mistakes } = now.mistakes;
      const fitting = files.slice(0, Math.max(0, now.list.uploads.perItem - now.proof.length));
      context.set({ proof: [...now.proof, ...fitting.map((file) => queue.add(file))], mistakes });
    },
    retryPhoto(id) {
      const found = photo(id);
      if (found) queue.retry(found);
    },
    removePhoto(id) {
      const found = photo(id);
      if (!found) return;
      context.set({ proof: context.ready()?.proof.filter((file) => file !== found) ?? [] });
      queue.drop(id);
      const { uploadId } = found;
      if (!uploadId) return;
      const { signal } = new AbortController();
      const remove = context.access.use(
        (session, inner) => source.removeUpload(session, uploadId, inner),
        signal,
      );
      // Nobody waits for it, and what is attached to nothing goes by itself.
      remove.catch(() => {});
    },
    changeConsents: (passportId, consents) =>
      act(context, {
        action: 'consents',
        ids: [passportId],
        work: (signal) =>
          context.access.use(
            (session, inner) => source.consents(session, passportId, consents, inner),
            signal,
          ),
        done(passport, now) {
          renew(passport, now);
          context.say('saved');
        },
      }),
    startTransfer: (passportId) =>
      act(context, {
        action: 'transfer',
        ids: [passportId],
        work: (signal) =>
          context.access.use(
            (session, inner) => source.startTransfer(session, passportId, newKeyFor(passportId), inner),
            signal,
          ),
        done({ code, expiresAt }, now) {
          const item = now.list.items.find(({ passport }) => passport.id === passportId);
          if (item) renew({ ...item.passport, transfer: { code, expiresAt } }, now);
          context.emit({ type: 'transfer-started', passportId });
          context.say('transfer');
        },
      }),
    cancelTransfer: (passportId) =>
      act(context, {
        action: 'cancel_transfer',
        ids: [passportId],
        work: (signal) =>
          context.access.use((session, inner) => source.cancelTransfer(session, passportId, inner), signal),
        done(passport, now) {
          renew(passport, now);
          context.emit({ type: 'transfer-cancelled', passportId });
          context.say('transfer_cancelled');
        },
      }),
  };
  // Asking again gives the same code while one is open, so each press may have a key of its own.
  const newKeyFor = (passportId: string): string => context.keyFor([passportId, context.world.now()]);

  return { actions, stop: queue.stop };
}
