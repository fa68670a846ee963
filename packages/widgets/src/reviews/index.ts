export { adoptStyles } from '../kit/styles.ts';
export type { Theme } from '../kit/theme.ts';
export type { Catalogue } from '../locales/catalogue.ts';
export type { ReviewsModel, ReviewsOptions } from './options.ts';
export { parametersOf, type ReviewsOf } from './parameters.ts';
export { english, type ReviewsMessages } from './reviews.messages.ts';
export { allReviews, createReviewsModel } from './reviews.model.ts';
export { Reviews, type ReviewsProps } from './reviews.tsx';
export type { ReviewQuery, ReviewSort, ReviewsSource } from './reviews-source.ts';
export type { LaterScreens, LoadLater } from './seam.ts';
export type {
  FailedState,
  LoadingState,
  ReadyState,
  ReviewsEvent,
  ReviewsNews,
  ReviewsSnapshot,
  ReviewsState,
  Vote,
} from './state.ts';
export { reviewsStyles } from './styles.ts';
export { reviewsTexts } from './texts.ts';
