export {
  createLaterModel,
  laterScreens,
  registrationStepsTexts,
} from '@postlude/widgets/warranty-registration/steps';
