import type { Signal } from '@preact/signals';
import type { Environment } from '../order-session/environment.ts';
import type { Opening } from '../order-session/opening.ts';
import type { ReceivedProblem } from '../order-session/problem.ts';
import type { Access } from './access.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { PhotoQueue } from './photos/photo-queue.ts';
import type { ReturnsSource } from './returns-source.ts';
import type { ChoosingState, FiledState, ReturnsEvent, ReturnsNews, ReturnsState } from './state.ts';

/** What the parts of one returns model share. */
export interface Context {
  readonly source: ReturnsSource;
  readonly world: Environment;
  readonly access: Access;
  readonly opening: Opening;
  readonly drafts: DraftKeeper;
  readonly queue: PhotoQueue;
  readonly state: Signal<ReturnsState>;
  say(news: ReturnsNews): void;
  emit(event: ReturnsEvent): void;
  /** Tells the page of a problem, once for each. */
  tellError(problem: ReceivedProblem): void;
  /** Told errors nobody foresaw. */
  unexpected(error: unknown): void;
  /** The choice on screen; null when something else is. */
  choosing(): ChoosingState | null;
  filed(): FiledState | null;
  /** The session is over and only the shopper can open another: keeps what there is and shows the form. */
  sessionEnded(): void;
  /** Reads what can be done with the order again, and goes on with what is chosen as far as it still can. */
  reload(after?: (choosing: ChoosingState) => ChoosingState): void;
  /** Shows a return. */
  showFiled(filed: FiledState['filed'], facts?: Partial<FiledState>): void;
}
