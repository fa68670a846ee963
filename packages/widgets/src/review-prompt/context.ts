import type { AskOffer } from '@postlude/contract';
import type { Signal } from '@preact/signals';
import type { Environment } from '../order-session/environment.ts';
import type { ReceivedProblem } from '../order-session/problem.ts';
import type { FoundBy } from '../order-session/state.ts';
import type { Access } from '../returns/access.ts';
import type { PreparePhoto } from '../returns/photos/photo.ts';
import type { DraftStore } from './draft-store.ts';
import type { ReviewSource } from './review-source.ts';
import type { ReadyState, ReviewPromptEvent, ReviewPromptNews, ReviewPromptState } from './state.ts';

/** What the parts of one review prompt share. */
export interface Context {
  readonly source: ReviewSource;
  readonly world: Environment;
  readonly access: Access;
  readonly mode: 'ask' | 'always';
  readonly state: Signal<ReviewPromptState>;
  readonly hidden: Signal<boolean>;
  /** Where drafts are kept on this machine; null keeps them with the backend alone. */
  readonly store: DraftStore | null;
  readonly preparePhoto: PreparePhoto | undefined;
  /** Told errors nobody foresaw. */
  readonly unexpected: (error: unknown) => void;
  /** The form on screen; null when something else is. */
  ready(): ReadyState | null;
  /** Changes what is known of it; does nothing when something else is on screen. */
  set(facts: Partial<ReadyState>): void;
  say(code: ReviewPromptNews['code']): void;
  emit(event: ReviewPromptEvent): void;
  tellError(problem: Pick<ReceivedProblem, 'code' | 'requestId'>): void;
  /** No form could be shown. */
  fail(problem: ReceivedProblem): void;
  /** The session is over and only the shopper can open another: keeps what there is and shows the form. */
  sessionEnded(): void;
  /** Reads the form again and goes on with what is on screen, changed by `then`. */
  reload(then: (fresh: ReadyState) => ReadyState): void;
  /** What may be asked now; null when nothing may, or it could not be read. */
  askAgain(): Promise<AskOffer | null>;
  /** Not now: nothing is shown any more. */
  dismiss(): void;
  foundBy(): FoundBy;
}
