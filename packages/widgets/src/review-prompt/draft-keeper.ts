import type { ReviewForm } from '@postlude/contract';
import type { Context } from './context.ts';
import { keptDrafts } from './draft.ts';
import { keepHere } from './draft-store.ts';
import type { ReadyState } from './state.ts';

/** Keeps what is being written, here and with the backend. */
export interface DraftKeeper {
  /** Keeps everything that is being written a moment later; at once what was tapped. */
  save(state: ReadyState, isTap?: boolean): void;
  /** The network is back: sends what could not be sent. */
  again(): void;
  /** Keeps now what would be kept in a moment, because the page may go. */
  flush(): void;
}

/** Typing is kept when it rests for so long, in milliseconds; what goes over the network waits longer. */
const rest = { here: 300, there: 1200 } as const;

/** Makes the `DraftKeeper` of one model. Whether a draft is kept never decides about anything: failures are not told. */
export function createDraftKeeper({ store, source, access, world }: Context): DraftKeeper {
  let cancel = (): void => {};
  let pending: ReadyState | null = null;
  let unsent: { readonly orderId: string; readonly drafts: ReviewForm['drafts'] } | null = null;
  /** What the backend has, as far as this page knows: the same is not sent twice. */
  let there = '';
  const unending = new AbortController().signal;

  function keep(wait: number): void {
    if (!pending) return;
    const { orderId } = pending.form;
    const drafts = keptDrafts(pending);
    pending = null;
    if (JSON.stringify(drafts) === there) return;
    keepHere(store, orderId, drafts, world.now());
    unsent = { orderId, drafts };
    if (wait > 0) cancel = world.after(wait, () => void put(false));
    else put(false);
  }

  async function put(isLeaving: boolean): Promise<void> {
    const sent = unsent;
    if (!sent) return;
    unsent = null;
    try {
      await access.use(
        (session, signal) => source.putDrafts(session, { drafts: sent.drafts }, signal, isLeaving),
        unending,
      );
      there = JSON.stringify(sent.drafts);
      if (!unsent && !pending) keepHere(store, sent.orderId, sent.drafts, world.now(), true);
    } catch {
      unsent ??= sent;
    }
  }

  return {
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
