import { createTransport } from '@postlude/client';
import type { ReviewsOf, ReviewsSource } from '@postlude/widgets/reviews';
import { reviewsClientSource } from '@postlude/widgets/reviews/client-source';
import type { WidgetSettings } from '../settings.ts';

/** Reviews of the store an element belongs to. */
export function createReviewsSource(
  { store, api }: Pick<WidgetSettings, 'store' | 'api'>,
  of: ReviewsOf,
): ReviewsSource {
  return reviewsClientSource(createTransport({ store, baseUrl: api }), of);
}
