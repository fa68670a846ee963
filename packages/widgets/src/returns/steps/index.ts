import { css as tracking } from '../../order-tracking/order-tracking.css';
import { english as trackingEnglish } from '../../order-tracking/order-tracking.messages.ts';
import { english as backEnglish } from '../../order-tracking/parcel-back.messages.ts';
import { css as progress } from '../../order-tracking/parts/steps.css';
import { Beside } from '../beside/beside.tsx';
import { css as filed } from '../filed/filed.css';
import { Filed } from '../filed/filed.tsx';
import { ReturnList } from '../filed/return-list.tsx';
import type { LaterSteps } from '../later.ts';
import { english as stepsEnglish } from '../returns-steps.messages.ts';
import { followHistory } from './history.ts';
import { laterAnnouncement } from './later-announcement.ts';
import { ProblemChoice } from './problem-choice.tsx';
import { Step } from './step.tsx';
import { css as steps } from './steps.css';
import { Units } from './units.tsx';

/** Everything behind the first screen, for `LoadLater`: the later steps, and a return that was filed. */
export const laterSteps: LaterSteps = {
  Step,
  Filed,
  Problem: ProblemChoice,
  ReturnList,
  Beside,
  Units,
  announcement: laterAnnouncement,
  followHistory,
  styles: [tracking, progress, steps, filed],
  english: { ...trackingEnglish, ...backEnglish, ...stepsEnglish },
};

/** The English texts of the later steps by the groups of a `Catalogue`. */
export const returnsStepsTexts = {
  orderTracking: trackingEnglish,
  parcelBack: backEnglish,
  returnsSteps: stepsEnglish,
} as const;

/** The part of the model that goes with them, for `ReturnsModelOptions`. */
export { createLaterModel } from '../later.model.ts';
/** What makes photos ready to be sent, for `ReturnsModelOptions`; here because only later steps take photos. */
export { PhotoError, preparePhoto } from '../photos/prepare-photo.ts';
