import type { Signal } from '@preact/signals';
import type { ReceivedProblem } from '../order-session/problem.ts';
import type { PhotoQueue } from '../returns/photos/photo-queue.ts';
import type { ClaimDrafts } from './drafts.ts';
import type { ClaimsEvent, ClaimsOptions } from './seam.ts';
import type { ClaimState, ClaimsNews, ClaimsState, FilingState } from './state.ts';

/** What the parts of one claims model share. */
export interface ClaimsContext extends Pick<ClaimsOptions, 'source' | 'access' | 'item' | 'world'> {
  readonly drafts: ClaimDrafts | null;
  readonly queue: PhotoQueue;
  readonly state: Signal<ClaimsState>;
  say(news: ClaimsNews): void;
  emit(event: ClaimsEvent): void;
  /** Tells the page of a problem. */
  tellError(problem: ReceivedProblem): void;
  /** Told errors nobody foresaw. */
  unexpected(error: unknown): void;
  /** What is being filed; null when something else is on screen. */
  filing(): FilingState | null;
  claim(): ClaimState | null;
  /** The session is over and only the shopper can open another. */
  sessionEnded(): void;
  /** Reads what can be done again, and goes on with what was said as far as it still can. */
  reload(after?: (fresh: FilingState) => FilingState): void;
  /** Shows a claim. */
  showClaim(claim: ClaimState['claim'], facts?: Partial<ClaimState>): void;
  /** What the items show is not true any more. */
  changed(): void;
  leave(): void;
  /** A request ended, well or badly: another may be due. */
  settled(): void;
}
