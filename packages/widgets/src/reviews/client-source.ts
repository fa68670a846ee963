import { listReviews, reportReview, type Transport, voteOnReview } from '@postlude/client';
import { parametersOf, type ReviewsOf } from './parameters.ts';
import type { ReviewsSource } from './reviews-source.ts';

/** Reviews from a Postlude backend, through the typed client. */
export function reviewsClientSource(transport: Transport, of: ReviewsOf): ReviewsSource {
  return {
    async list(query, cursor, signal) {
      const answer = await listReviews(transport, parametersOf(of, query, cursor), { signal });
      if (answer.state === 'fresh') return answer.value;
      // Nothing was said of an earlier answer, so nothing can be unchanged.
      throw Object.assign(new Error('There is no answer to go by.'), { code: 'contract_violated' });
    },
    vote: (reviewId, helpful, signal) => voteOnReview(transport, { reviewId }, { helpful }, { signal }),
    report: (reviewId, report, signal) => reportReview(transport, { reviewId }, report, { signal }),
  };
}
