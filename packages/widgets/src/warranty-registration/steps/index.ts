import { css as rows } from '../../claims/claim-rows.css';
import { english as claimStatus } from '../../claims/claim-status.messages.ts';
import { css as files } from '../../files/files.css';
import { english as filesEnglish } from '../../files/files.messages.ts';
import { css as country } from '../../kit/country-field.css';
import type { LaterScreens } from '../later.ts';
import { english } from '../registration-steps.messages.ts';
import { Beside } from './beside.tsx';
import { ClaimsSlot } from './claims-slot.tsx';
import { Done } from './done.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Item } from './item.tsx';
import { laterAnnouncement } from './later-announcement.ts';
import { Missing } from './missing.tsx';
import { SerialField } from './serial-field.tsx';
import { css as steps } from './steps.css';
import { TakeOver } from './take-over.tsx';

/** Everything behind the first screen, for `LoadLater`. */
export const laterScreens: LaterScreens = {
  Done,
  Item,
  Elsewhere,
  TakeOver,
  Claims: ClaimsSlot,
  Serial: SerialField,
  Missing,
  Beside,
  announcement: laterAnnouncement,
  styles: [files, country, rows, steps],
  english: { ...filesEnglish, ...claimStatus, ...english },
};

/** The English texts of the later screens by the groups of a `Catalogue`. */
export const registrationStepsTexts = {
  files: filesEnglish,
  claimStatus,
  registrationSteps: english,
} as const;

/** The part of the model that goes with them, for `RegistrationOptions`. */
export { createLaterModel } from '../later.model.ts';
