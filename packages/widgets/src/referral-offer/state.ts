import type { OfferClosed, ReferralClaim, ReferralOffer } from '@postlude/contract';
import type { TrackingProblem } from '../order-session/state.ts';

/** An invitation is looked up. */
export interface LoadingState {
  readonly kind: 'loading';
}

/** Somebody may have been told a code. */
export interface AskState {
  readonly kind: 'ask';
  readonly code: string;
  readonly error: 'missing' | null;
  /** Why the code typed before opened nothing, in the store's words. */
  readonly said: string | null;
  readonly busy: boolean;
  readonly problem: TrackingProblem | null;
}

/** An offer that can be claimed. */
export interface OfferState {
  readonly kind: 'offer';
  readonly offer: ReferralOffer;
  readonly email: string;
  readonly error: 'email' | null;
  readonly busy: boolean;
  readonly problem: TrackingProblem | null;
}

/** An offer that is not for them. */
export interface ClosedState {
  readonly kind: 'closed';
  readonly closed: OfferClosed;
  /** Why, kindly, in the store's words. */
  readonly words: string;
}

/** The friend has a code, or will have one in a moment. */
export interface ClaimedState {
  readonly kind: 'claimed';
  readonly claim: ReferralClaim;
}

/** The invitation could not be looked up. */
export interface FailedState {
  readonly kind: 'failed';
  readonly problem: TrackingProblem;
}

/** Everything there is to see. */
export type ReferralOfferState =
  | LoadingState
  | AskState
  | OfferState
  | ClosedState
  | ClaimedState
  | FailedState;

/** Something to say aloud. */
export type ReferralOfferNews =
  | { readonly code: 'offer'; readonly words: string }
  | { readonly code: 'closed'; readonly words: string }
  | { readonly code: 'claimed'; readonly discountCode: string }
  | { readonly code: 'failed'; readonly problem: TrackingProblem };

/** What the element tells the page. No code and no name is among it. */
export type ReferralOfferEvent =
  | { readonly type: 'offer-shown'; readonly closed: OfferClosed | null }
  | { readonly type: 'offer-claimed' }
  | { readonly type: 'error'; readonly code: string; readonly requestId: string | null };

/** What a moved element goes on with. */
export type ReferralOfferSnapshot = AskState | OfferState | ClosedState | ClaimedState | null;
