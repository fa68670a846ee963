import type { ReviewForm } from '@postlude/contract';
import type { Environment } from '../order-session/environment.ts';
import type { Access } from '../returns/access.ts';
import { keptDrafts } from './draft.ts';
import type { DraftStore, KeptDrafts } from './draft-store.ts';
import type { ReviewSource } from './review-source.ts';
import type { ReadyState } from './state.ts';

/** Keeps what is being written, here and with the backend, so that one tap is not lost. */
export interface DraftKeeper {
  /** What was kept on this machine. */
  read(orderId: string): KeptDrafts | null;
  /** Keeps everything that is being written a moment later; at once what was tapped. */
  save(state: ReadyState, isTap?: boolean): void;
  /** The network is back: sends what could not be sent. */
  again(): void;
  /** Keeps now what would be kept in a moment, because the page may go. */
  flush(): void;
}

/** Typing is kept when it rests for so long, in milliseconds; what goes over the network waits longer. */
const rest = { here: 300, there: 1200 } as const;

type Drafts = ReviewForm['drafts'];

/** Makes the `DraftKeeper` of one model. Whether a draft is kept never decides about anything: failures are not told. */
export function createDraftKeeper(
  store: DraftStore | null,
  source: ReviewSource,
  access: () => Access,
  world: Environment,
): DraftKeeper {
  let cancel = (): void => {};
  let pending: ReadyState | null = null;
  let unsent: { readonly orderId: string; readonly drafts: Drafts } | null = null;
  /** What the backend has, as far as this page knows: the same is not sent twice. */
  let there = '';
  const unending = new AbortController().signal;
  const here = <Answer>(work: (store: DraftStore) => Answer, otherwise: Answer): Answer => {
    try {
      return store ? work(store) : otherwise;
    } catch {
      return otherwise;
    }
  };

  function write(orderId: string, drafts: Drafts, isThere: boolean): void {
    const isEmpty = Object.keys(drafts).length === 0;
    here(
      (place) =>
        isEmpty && isThere
          ? place.remove(orderId)
          : place.write(orderId, { drafts, at: world.now(), isThere }),
      undefined,
    );
  }

  function keep(wait: number): void {
    if (!pending) return;
    const { orderId } = pending.form;
    const drafts = keptDrafts(pending);
    pending = null;
    if (JSON.stringify(drafts) === there) return;
    write(orderId, drafts, false);
    unsent = { orderId, drafts };
    if (wait > 0) cancel = world.after(wait, () => void put(false));
    else put(false);
  }

  async function put(isLeaving: boolean): Promise<void> {
    const sent = unsent;
    if (!sent) return;
    unsent = null;
    try {
      await access().use(
        (session, signal) => source.putDrafts(session, { drafts: sent.drafts }, signal, isLeaving),
        unending,
      );
      there = JSON.stringify(sent.drafts);
      if (!unsent && !pending) write(sent.orderId, sent.drafts, true);
    } catch {
      unsent ??= sent;
    }
  }

  return {
    read: (orderId) => here((place) => place.read(orderId), null),
    save(state, isTap = false) {
      cancel();
      pending = state;
      if (isTap) keep(0);
      else cancel = world.after(rest.here, () => keep(rest.there));
    },
    again() {
      if (!pending) put(false);
    },
    flush() {
      cancel();
      keep(1);
      cancel();
      put(true);
    },
  };
}
