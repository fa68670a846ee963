import type { AdvocateReferral, AskOffer, ReferralCard, ReferralShare } from '@postlude/contract';
import type { FoundBy, OpeningState, TrackingProblem } from '../order-session/state.ts';
import type { HeldSession } from '../returns/access.ts';

/** How an invitation was shared. */
export type Channel = ReferralShare['channel'];

/** What can be shared, and what became of it, is shown. */
export interface ReadyState {
  readonly kind: 'ready';
  readonly card: ReferralCard;
  /** The card's referrals and those that were asked for after them. */
  readonly referrals: readonly AdvocateReferral[];
  readonly next: string | null;
  /** The name as it is being typed. */
  readonly name: string;
  readonly isNaming: boolean;
  /** The message as it was changed; null as long as it is the first one. */
  readonly message: string | null;
  readonly isWriting: boolean;
  readonly doing: 'join' | 'more' | null;
  /** What was asked for last did not come. */
  readonly trouble: { readonly doing: 'join' | 'more'; readonly problem: TrackingProblem } | null;
  /** True when news could not be fetched: what is shown may be old. */
  readonly stale: boolean;
  readonly foundBy: FoundBy;
  /** The ask that led here; null where it is always shown. */
  readonly offer: AskOffer | null;
}

/** Everything there is to see. */
export type ReferralState = OpeningState | ReadyState;

/** Something to say aloud. */
export type ReferralNews =
  | {
      readonly code: 'shown' | 'waiting' | 'failed' | 'lookup_failed' | 'dismissed' | 'trouble';
    }
  | { readonly code: 'joined'; readonly invitation: string }
  | { readonly code: 'named'; readonly name: string | null }
  | { readonly code: 'more'; readonly count: number };

/** What the element tells the page. No name, no code and no address is among it. */
export type ReferralEvent =
  | { readonly type: 'session-opened'; readonly by: 'proof' | 'lookup' | 'gift' }
  | { readonly type: 'referral-shown'; readonly orderId: string; readonly joined: boolean }
  | { readonly type: 'referral-joined' }
  | { readonly type: 'referral-shared'; readonly channel: Channel }
  | { readonly type: 'ask-due'; readonly kind: AskOffer['kind']; readonly asks: number }
  | { readonly type: 'ask-dismissed'; readonly kind: AskOffer['kind'] }
  | { readonly type: 'error'; readonly code: string; readonly requestId: string | null };

/** What a moved element goes on with. */
export interface ReferralSnapshot {
  readonly state: ReferralState;
  readonly session: HeldSession | null;
  readonly hidden: boolean;
}
