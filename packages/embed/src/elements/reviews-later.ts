export { laterScreens, reviewsLaterEnglish } from '@postlude/widgets/reviews/later';
