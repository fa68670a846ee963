import type { Signal } from '@preact/signals';
import type { Environment } from '../order-session/environment.ts';
import type { Opening } from '../order-session/opening.ts';
import type { ReceivedProblem } from '../order-session/problem.ts';
import type { Requests } from '../order-session/requests.ts';
import type { Access } from './access.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { DraftStore } from './drafts.ts';
import type { LaterModel } from './later.model.ts';
import type { PreparePhoto } from './photos/photo.ts';
import type { PhotoQueue } from './photos/photo-queue.ts';
import type { ReturnsSource } from './returns-source.ts';
import type { ChoosingState, FiledState, ReturnsEvent, ReturnsNews, ReturnsState } from './state.ts';

/** What the parts of one returns model share. */
export interface Context {
  readonly source: ReturnsSource;
  readonly world: Environment;
  readonly access: Access;
  readonly opening: Opening;
  readonly store: DraftStore | null;
  readonly preparePhoto: PreparePhoto | undefined;
  readonly state: Signal<ReturnsState>;
  readonly ask: Requests['ask'];
  say(news: ReturnsNews): void;
  emit(event: ReturnsEvent): void;
  /** Tells the page of a problem, once for each. */
  tellError(problem: ReceivedProblem): void;
  /** Told errors nobody foresaw. */
  unexpected(error: unknown): void;
  /** The choice on screen; null when something else is. */
  choosing(): ChoosingState | null;
  filed(): FiledState | null;
  /** What a choice or a return takes from the model around it. */
  around(): Pick<ChoosingState, 'foundBy' | 'offline'>;
  /** Puts a choice on screen; tells the page when it is the first of its order. */
  choose(next: ChoosingState): void;
  /** The session is over and only the shopper can open another: keeps what there is and shows the form. */
  sessionEnded(): void;
  /**
   * Does something with the part of the model that the first screen does not need: at once when it is there, otherwise when
   * its code is.
   * @param failed called in place of `use` when the code does not come; without it, `use` waits for the next try
   */
  later(use: (later: LaterModel) => void, failed?: () => void): void;
}

/** What the later parts share besides. */
export interface LaterContext extends Context {
  readonly drafts: DraftKeeper;
  readonly queue: PhotoQueue;
  /** Reads what can be done with the order again, and goes on with what is chosen as far as it still can. */
  reload(after?: (choosing: ChoosingState) => ChoosingState): void;
  /** Shows a return. */
  showFiled(filed: FiledState['filed'], facts?: Partial<FiledState>): void;
}
