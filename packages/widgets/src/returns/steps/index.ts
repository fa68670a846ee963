import { css as tracking } from '../../order-tracking/order-tracking.css';
import { english as trackingEnglish } from '../../order-tracking/order-tracking.messages.ts';
import { css as progress } from '../../order-tracking/parts/steps.css';
import { css as filed } from '../filed/filed.css';
import { Filed } from '../filed/filed.tsx';
import type { LaterSteps } from '../later.ts';
import { english as stepsEnglish } from '../returns-steps.messages.ts';
import { Step } from './step.tsx';
import { css as steps } from './steps.css';

/** Everything behind the first screen, for `LoadLater`: the later steps, and a return that was filed. */
export const laterSteps: LaterSteps = {
  Step,
  Filed,
  styles: [tracking, progress, steps, filed],
  english: { ...trackingEnglish, ...stepsEnglish },
};

/** The English texts of the later steps by the groups of a `Catalogue`. */
export const returnsStepsTexts = { orderTracking: trackingEnglish, returnsSteps: stepsEnglish } as const;

/** What makes photos ready to be sent, for `ReturnsModelOptions`; here because only later steps take photos. */
export { PhotoError, preparePhoto } from '../photos/prepare-photo.ts';
