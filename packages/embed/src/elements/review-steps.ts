export {
  createLaterModel,
  laterScreens,
  preparePhoto,
  reviewStepsTexts,
} from '@postlude/widgets/review-prompt/steps';
