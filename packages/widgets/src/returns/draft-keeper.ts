import type { ReturnDraft } from '@postlude/contract';
import type { Environment } from '../order-session/environment.ts';
import type { Access } from './access.ts';
import type { DraftStore, KeptDraft, SentFiling } from './drafts.ts';
import { toDraft } from './filing.ts';
import type { ReturnsSource } from './returns-source.ts';
import type { ChoosingState } from './state.ts';

/** Keeps what was chosen, here or with the backend, so that a reload loses nothing. */
export interface DraftKeeper {
  /** What was kept on this machine. */
  read(orderId: string): KeptDraft | null;
  /** Keeps the choice a moment later; at once, with what is being filed. An empty choice is forgotten. */
  save(state: ChoosingState, sent?: SentFiling | null): void;
  /** Keeps now what would be kept in a moment, because the page may go: what goes over the network outlives the page. */
  flush(): void;
  /** Forgets it: it was filed. */
  forget(orderId: string): void;
  stop(): void;
}

/** Typing is kept when it rests for so long, in milliseconds; what goes over the network waits longer. */
const rest = { here: 300, there: 1500 } as const;

/** Makes the `DraftKeeper` of one model. Whether a draft is kept never decides about anything: failures are not told. */
export function createDraftKeeper(
  store: DraftStore | null,
  source: ReturnsSource,
  access: Access,
  world: Environment,
): DraftKeeper {
  let cancel = (): void => {};
  /** What rests a moment before it is kept. */
  let pending: ChoosingState | null = null;
  /** What goes to the backend when it has rested. */
  let unsent: ReturnDraft | null = null;
  let isThere = false;
  const unending = new AbortController().signal;
  const quietly = (work: Promise<unknown>): void => {
    work.catch(() => {});
  };
  const here = <Answer>(work: (store: DraftStore) => Answer, otherwise: Answer): Answer => {
    try {
      return store ? work(store) : otherwise;
    } catch {
      return otherwise;
    }
  };

  function keep(state: ChoosingState, sent: SentFiling | null): void {
    pending = null;
    const { orderId } = state.options;
    const draft = toDraft(state);
    const at = world.now();
    if (here((place) => place.write(orderId, { draft, at, sent }), false)) return;
    unsent = draft;
    cancel = world.after(rest.there - rest.here, () => put(false));
  }

  function put(isLeaving: boolean): void {
    const draft = unsent;
    unsent = null;
    if (!draft) return;
    isThere = true;
    quietly(access.use((session, signal) => source.putDraft(session, draft, signal, isLeaving), unending));
  }

  function flush(): void {
    if (!pending && !unsent) return;
    cancel();
    if (pending) keep(pending, null);
    cancel();
    put(true);
  }

  function forget(orderId: string): void {
    cancel();
    pending = null;
    unsent = null;
    here((place) => place.remove(orderId), undefined);
    if (isThere) quietly(access.use((session, signal) => source.deleteDraft(session, signal), unending));
    isThere = false;
  }

  return {
    read: (orderId) => here((place) => place.read(orderId), null),
    save(state, sent = null) {
      // A return that is being changed is kept by the server already.
      if (state.changing) return;
      cancel();
      pending = null;
      unsent = null;
      if (state.items.length === 0) forget(state.options.orderId);
      else if (sent) keep(state, sent);
      else {
        pending = state;
        cancel = world.after(rest.here, () => keep(state, null));
      }
    },
    flush,
    forget,
    stop: flush,
  };
}
