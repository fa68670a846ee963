import type { CatalogueGroup, CatalogueOf } from './catalogue.ts';
import { catalogue as claimStatus } from './claim-status/de.ts';
import { catalogue as claims } from './claims/de.ts';
import { catalogue as files } from './files/de.ts';
import { catalogue as orderSession } from './order-session/de.ts';
import { catalogue as orderTracking } from './order-tracking/de.ts';
import { catalogue as parcelBack } from './parcel-back/de.ts';
import { catalogue as recalls } from './recalls/de.ts';
import { catalogue as referral } from './referral/de.ts';
import { catalogue as referralOffer } from './referral-offer/de.ts';
import { catalogue as registrationSteps } from './registration-steps/de.ts';
import { catalogue as returns } from './returns/de.ts';
import { catalogue as returnsSteps } from './returns-steps/de.ts';
import { catalogue as reviewPrompt } from './review-prompt/de.ts';
import { catalogue as reviewSteps } from './review-steps/de.ts';
import { catalogue as reviews } from './reviews/de.ts';
import { catalogue as reviewsLater } from './reviews-later/de.ts';
import { catalogue as warrantyRegistration } from './warranty-registration/de.ts';
import { catalogue as withdrawal } from './withdrawal/de.ts';

/** All German texts. Who bundles a single widget takes its group and that of the order session alone. */
export const catalogue: CatalogueOf<CatalogueGroup> = {
  ...orderSession,
  ...orderTracking,
  ...parcelBack,
  ...returns,
  ...returnsSteps,
  ...withdrawal,
  ...warrantyRegistration,
  ...registrationSteps,
  ...files,
  ...claimStatus,
  ...claims,
  ...recalls,
  ...reviewPrompt,
  ...reviewSteps,
  ...reviews,
  ...reviewsLater,
  ...referralOffer,
  ...referral,
};
