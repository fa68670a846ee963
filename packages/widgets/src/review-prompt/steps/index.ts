import { css as files } from '../../files/files.css';
import { english as filesEnglish } from '../../files/files.messages.ts';
import type { LaterScreens } from '../later.ts';
import { english } from '../review-steps.messages.ts';
import { Done } from './done.tsx';
import { followHistory } from './history.ts';
import { laterAnnouncement } from './later-announcement.ts';
import { Own } from './own.tsx';
import { Settled } from './settled.tsx';
import { css as steps } from './steps.css';
import { Ways } from './ways.tsx';
import { Write } from './write.tsx';

/** Everything behind the stars, for `LoadLater`. */
export const laterScreens: LaterScreens = {
  Ways,
  Settled,
  Write,
  Own,
  Done,
  announcement: laterAnnouncement,
  styles: [files, steps],
  english: { ...filesEnglish, ...english },
  followHistory,
};

/** The English texts of the later screens by the groups of a `Catalogue`. */
export const reviewStepsTexts = { files: filesEnglish, reviewSteps: english } as const;

/** What makes photos ready to be sent, for `ReviewPromptOptions`. */
export { preparePhoto } from '../../returns/photos/prepare-photo.ts';
/** The part of the model that goes with them, for `ReviewPromptOptions`. */
export { createLaterModel } from '../later.model.ts';
