import type { RecallNotice } from '@postlude/contract';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { OrderAccess } from '../returns/returns-source.ts';
import type { RecallsSource, Remedy } from './recalls-source.ts';

/** The recalls of one order, as far as they are known. */
export type RecallsState =
  | { readonly kind: 'loading' }
  /** They could not be read. It is tried again by itself, and by whoever presses. */
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'ready';
      readonly recalls: readonly RecallNotice[];
      /** What is being answered, by the recall's id. */
      readonly sending: string | null;
      /** Whose answer did not get through. */
      readonly failed: string | null;
    };

/** What a recalls model is made of. */
export interface RecallsOptions {
  readonly source: RecallsSource;
  /** Does something with an open session, opening another where that is possible. */
  readonly use: <Answer>(
    work: (access: OrderAccess, signal: AbortSignal) => Promise<Answer>,
    signal: AbortSignal,
  ) => Promise<Answer>;
  /** Runs a task later, in milliseconds; the returned function takes it back. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
}

/** The recalls of one order. All widgets of a page that are about the order share one model. */
export interface RecallsModel {
  readonly state: ReadonlySignal<RecallsState>;
  /** Reads them, for the first time too. Resolves once they are known, or could not be read; never rejects. */
  refresh(): Promise<void>;
  /** The owner has read it, and perhaps wants something. */
  answer(recallId: string, remedy: Remedy | null): void;
  dispose(): void;
}

/** How long to wait before trying again, at first and at most, in milliseconds. */
const patience = { first: 5_000, most: 300_000 } as const;

/** Makes the model of one order's recalls; `refresh` reads them. A safety notice is not given up: what fails is tried again. */
export function createRecalls({ source, use, after }: RecallsOptions): RecallsModel {
  const state = signal<RecallsState>({ kind: 'loading' });
  const ended = new AbortController();
  let wait: number = patience.first;
  let cancel = (): void => {};

  const show = (recalls: readonly RecallNotice[], facts: { readonly failed?: string | null } = {}): void => {
    state.value = { kind: 'ready', recalls, sending: null, failed: null, ...facts };
  };

  function refresh(): Promise<void> {
    cancel();
    return use((access, signal_) => source.list(access, signal_), ended.signal).then(
      ({ items }) => show(items),
      () => {
        if (ended.signal.aborted) return;
        if (state.peek().kind === 'loading') state.value = { kind: 'failed' };
        cancel = after(wait, () => void refresh());
        wait = Math.min(wait * 2, patience.most);
      },
    );
  }

  return {
    state,
    refresh,
    answer(recallId, remedy) {
      const now = state.peek();
      if (now.kind !== 'ready' || now.sending) return;
      state.value = { ...now, sending: recallId, failed: null };
      use((access, signal_) => source.answer(access, recallId, remedy, signal_), ended.signal).then(
        ({ items }) => show(items),
        () => {
          if (!ended.signal.aborted) show(now.recalls, { failed: recallId });
        },
      );
    },
    dispose() {
      cancel();
      ended.abort();
    },
  };
}
