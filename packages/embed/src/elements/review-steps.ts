import { preparePhoto as prepare } from '@postlude/widgets/review-prompt/steps';

export { createLaterModel, laterScreens, reviewStepsTexts } from '@postlude/widgets/review-prompt/steps';

/** See the function of the same name. A chunk hands on only what is its own, and this is shared with other widgets' later screens. */
export const preparePhoto: typeof prepare = (file) => prepare(file);
