// The list of reviews for the harness's page.
import { createReviewsModel, Reviews, type ReviewsSource, reviewsStyles } from '../src/reviews/index.ts';
import { laterScreens } from '../src/reviews/later/index.ts';
import { sampleStates } from '../src/reviews/samples.ts';
import { galleryWidget, silent } from './gallery-widget.tsx';

/** Reviews of a product. */
export const reviews = galleryWidget('reviews', reviewsStyles, sampleStates, (state, look) => {
  const model = createReviewsModel({ source: silent<ReviewsSource>() });
  (model.state as { value: unknown }).value = state;
  const later = async () => ({ screens: laterScreens, catalogue: look.catalogue, nonce: undefined });
  return { model, view: <Reviews model={model} {...look} later={later} /> };
});
