import type { ReviewPage, ReviewReportInput, reviewSorts } from '@postlude/contract';

/** How a list is sorted. */
export type ReviewSort = (typeof reviewSorts)[number];

/** Which reviews are asked for; what is null or false narrows nothing. */
export interface ReviewQuery {
  /** Null: as the store has set. */
  readonly sort: ReviewSort | null;
  readonly stars: number | null;
  readonly media: boolean;
  readonly verified: boolean;
  /** Words that must occur. */
  readonly words: string;
}

/** Where reviews come from, and where votes and reports go. Rejects with something that has a `code`. */
export interface ReviewsSource {
  /** @param cursor where to go on from; null for the first page, which brings the summary */
  list(query: ReviewQuery, cursor: string | null, signal: AbortSignal): Promise<ReviewPage>;
  vote(
    reviewId: string,
    helpful: boolean,
    signal: AbortSignal,
  ): Promise<{ readonly helpful: number; readonly mine: boolean }>;
  report(reviewId: string, report: ReviewReportInput, signal: AbortSignal): Promise<unknown>;
}
