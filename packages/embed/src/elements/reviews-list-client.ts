import { createTransport, reportReview, voteOnReview } from '@postlude/client';
import type { ReviewsSource } from '@postlude/widgets/reviews';
import type { WidgetSettings } from '../settings.ts';

/** Votes and reports for the store an element belongs to. Its list needs no client. */
export function createReviewsSource({
  store,
  api,
}: Pick<WidgetSettings, 'store' | 'api'>): Pick<ReviewsSource, 'vote' | 'report'> {
  const transport = createTransport({ store, baseUrl: api });
  return {
    vote: (reviewId, helpful, signal) => voteOnReview(transport, { reviewId }, { helpful }, { signal }),
    report: (reviewId, report, signal) => reportReview(transport, { reviewId }, report, { signal }),
  };
}
