import type { ReviewReportInput, ReviewSummary } from '@postlude/contract';
import type { ReadonlySignal } from '@preact/signals';
import type { ReviewQuery, ReviewsSource } from './reviews-source.ts';
import type { ReviewsEvent, ReviewsNews, ReviewsSnapshot, ReviewsState } from './state.ts';

/** What the model of a list of reviews is made of. */
export interface ReviewsOptions {
  readonly source: ReviewsSource;
  /** Goes on where another model left off. */
  readonly restore?: ReviewsSnapshot | undefined;
  /** Told the structured data of the product each time it was read (null: there is none). */
  readonly onJsonLd?: ((jsonLd: ReviewSummary['jsonLd']) => void) | undefined;
  /** Told every confirmed fact once. What it throws goes to `report`. */
  readonly onEvent?: ((event: ReviewsEvent) => void) | undefined;
  /** Where unexpected errors go. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** A list of reviews: a state without DOM and text, and what can be done. */
export interface ReviewsModel {
  readonly state: ReadonlySignal<ReviewsState>;
  readonly news: ReadonlySignal<ReviewsNews | null>;
  /** Reads again from the first page, with the same query. */
  refresh(): void;
  /** The source tells of something else now: what is shown goes, and no answer that is still on its way comes. */
  startAnew(): void;
  /** Asks for other reviews. */
  show(changes: Partial<ReviewQuery>): void;
  /** Asks for further ones. */
  more(): void;
  /** Finds a review helpful, or takes that back. */
  vote(reviewId: string): void;
  /** Reports a review; rejects with something that has a `code`. */
  tell(reviewId: string, report: ReviewReportInput): Promise<void>;
  snapshot(): ReviewsSnapshot;
  /** Stops requests. The state stays readable and changes no more. */
  dispose(): void;
}
