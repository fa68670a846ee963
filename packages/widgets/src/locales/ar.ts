import type { CatalogueGroup, CatalogueOf } from './catalogue.ts';
import { catalogue as claimStatus } from './claim-status/ar.ts';
import { catalogue as claims } from './claims/ar.ts';
import { catalogue as files } from './files/ar.ts';
import { catalogue as orderSession } from './order-session/ar.ts';
import { catalogue as orderTracking } from './order-tracking/ar.ts';
import { catalogue as parcelBack } from './parcel-back/ar.ts';
import { catalogue as recalls } from './recalls/ar.ts';
import { catalogue as referral } from './referral/ar.ts';
import { catalogue as referralOffer } from './referral-offer/ar.ts';
import { catalogue as registrationSteps } from './registration-steps/ar.ts';
import { catalogue as returns } from './returns/ar.ts';
import { catalogue as returnsSteps } from './returns-steps/ar.ts';
import { catalogue as reviewPrompt } from './review-prompt/ar.ts';
import { catalogue as reviewSteps } from './review-steps/ar.ts';
import { catalogue as reviews } from './reviews/ar.ts';
import { catalogue as reviewsLater } from './reviews-later/ar.ts';
import { catalogue as warrantyRegistration } from './warranty-registration/ar.ts';
import { catalogue as withdrawal } from './withdrawal/ar.ts';

/** All Arabic texts. Who bundles a single widget takes its group and that of the order session alone. */
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
