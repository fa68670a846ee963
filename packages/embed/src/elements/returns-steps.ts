export {
  createLaterModel,
  laterSteps,
  preparePhoto,
  returnsStepsTexts,
} from '@postlude/widgets/returns/steps';
