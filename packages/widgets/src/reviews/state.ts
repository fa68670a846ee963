import type { PublicReview, ReviewSummary } from '@postlude/contract';
import type { TrackingProblem } from '../order-session/state.ts';
import type { ReviewQuery, ReviewSort } from './reviews-source.ts';

/** Nothing is there yet. */
export interface LoadingState {
  readonly kind: 'loading';
}

/** The reviews could not be read. */
export interface FailedState {
  readonly kind: 'failed';
  readonly problem: TrackingProblem;
}

/** How a vote stands after it was counted. */
export interface Vote {
  readonly helpful: number;
  readonly mine: boolean;
}

/** The reviews are shown. */
export interface ReadyState {
  readonly kind: 'ready';
  /** Of all reviews, whatever is asked for. */
  readonly summary: ReviewSummary;
  readonly query: ReviewQuery;
  /** How the items are sorted. */
  readonly sort: ReviewSort;
  readonly items: readonly PublicReview[];
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
  /** `asking`: other reviews are on their way. `more`: further ones are. `failed`: what was asked for last did not come. */
  readonly phase: 'idle' | 'asking' | 'more' | 'failed';
  /** Votes of this page view. */
  readonly votes: Readonly<Record<string, Vote>>;
  /** The review whose vote is being counted. */
  readonly voting: string | null;
}

/** Everything there is to see. */
export type ReviewsState = LoadingState | FailedState | ReadyState;

/** Something to say aloud. */
export type ReviewsNews =
  | { readonly code: 'shown'; readonly count: number }
  | { readonly code: 'more'; readonly count: number }
  | { readonly code: 'voted' | 'unvoted' | 'failed' | 'reported' };

/** What the element tells the page. */
export type ReviewsEvent =
  | { readonly type: 'reviews-shown'; readonly count: number; readonly average: number | null }
  | { readonly type: 'review-reported'; readonly reviewId: string }
  | { readonly type: 'error'; readonly code: string; readonly requestId: string | null };

/** What a moved element goes on with. */
export type ReviewsSnapshot = ReadyState | null;
