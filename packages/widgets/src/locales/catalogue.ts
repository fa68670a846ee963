import type { ClaimStatusMessages } from '../claims/claim-status.messages.ts';
import type { ClaimsMessages } from '../claims/claims.messages.ts';
import type { FilesMessages } from '../files/files.messages.ts';
import type { OrderSessionMessages } from '../order-session/order-session.messages.ts';
import type { OrderTrackingMessages } from '../order-tracking/order-tracking.messages.ts';
import type { ParcelBackMessages } from '../order-tracking/parcel-back.messages.ts';
import type { RecallsMessages } from '../recalls/recalls.messages.ts';
import type { ReferralMessages } from '../referral/referral.messages.ts';
import type { ReferralOfferMessages } from '../referral-offer/referral-offer.messages.ts';
import type { ReturnsMessages } from '../returns/returns.messages.ts';
import type { ReturnsStepsMessages } from '../returns/returns-steps.messages.ts';
import type { ReviewPromptMessages } from '../review-prompt/review-prompt.messages.ts';
import type { ReviewStepsMessages } from '../review-prompt/review-steps.messages.ts';
import type { ReviewsMessages } from '../reviews/reviews.messages.ts';
import type { ReviewsLaterMessages } from '../reviews/reviews-later.messages.ts';
import type { RegistrationStepsMessages } from '../warranty-registration/registration-steps.messages.ts';
import type { WarrantyRegistrationMessages } from '../warranty-registration/warranty-registration.messages.ts';
import type { WithdrawalMessages } from '../withdrawal/withdrawal.messages.ts';

/**
 * The texts of one language, in groups: what every widget about an order says, and what each widget says. A page loads the
 * groups of the widgets on it; a text that is missing is said in English.
 */
export interface Catalogue {
  /** The language the texts are in (`de`): decides plurals, and numbers and dates where the page asks for another language. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly orderSession?: OrderSessionMessages;
  readonly orderTracking?: OrderTrackingMessages;
  /** A parcel that goes to the store. */
  readonly parcelBack?: ParcelBackMessages;
  readonly returns?: ReturnsMessages;
  /** What returns say behind their first screen. */
  readonly returnsSteps?: ReturnsStepsMessages;
  readonly withdrawal?: WithdrawalMessages;
  readonly warrantyRegistration?: WarrantyRegistrationMessages;
  /** What registrations say behind their first screen. */
  readonly registrationSteps?: RegistrationStepsMessages;
  /** Files a shopper sends. */
  readonly files?: FilesMessages;
  /** A claim in a line, wherever it stands. */
  readonly claimStatus?: ClaimStatusMessages;
  readonly claims?: ClaimsMessages;
  readonly recalls?: RecallsMessages;
  readonly reviewPrompt?: ReviewPromptMessages;
  /** What the review prompt says behind the stars. */
  readonly reviewSteps?: ReviewStepsMessages;
  readonly reviews?: ReviewsMessages;
  /** What a list of reviews says when it is asked for. */
  readonly reviewsLater?: ReviewsLaterMessages;
  readonly referral?: ReferralMessages;
  readonly referralOffer?: ReferralOfferMessages;
}

/** A name of a group of texts. */
export type CatalogueGroup = Exclude<keyof Catalogue, 'language' | 'direction'>;

/** A catalogue that has these groups. */
export type CatalogueOf<Group extends CatalogueGroup> = Pick<Catalogue, 'language' | 'direction'> & {
  readonly [Name in Group]-?: NonNullable<Catalogue[Name]>;
};
