import type { ReferralProgrammeInput, ReferralReason, ReferralState } from '@postlude/contract';

/** The friend's order, as far as a referral is decided from it. Sums are in minor units of its currency. */
export interface FriendOrder {
  readonly placedAt: Date;
  readonly cancelledAt: Date | null;
  readonly paid: boolean;
  readonly currency: string;
  /** Where it goes; null when that is not known. */
  readonly country: string | null;
  /** What was bought, after discounts and without shipping; null when prices are not known. */
  readonly bought: number | null;
  /** The same of what was not taken out, refunded or sent back. */
  readonly left: number | null;
  /** Everything was given back. */
  readonly allRefunded: boolean;
  /** Placed by the advocate. */
  readonly isAdvocates: boolean;
  /** An earlier order of the same person was not cancelled. */
  readonly hasEarlier: boolean;
  /** The same person is a friend already who counts or may count. */
  readonly isSomebodysFriend: boolean;
}

/** Until when the friend may give back anything of the order. */
export interface ReturnsOfFriend {
  /** Nothing can be returned or withdrawn any more, and nothing is on its way back. */
  readonly over: boolean;
  /** The end of the last day; null while it is not known. */
  readonly until: Date | null;
}

/** Friends who count or may count, this one aside. */
export interface Counted {
  readonly advocate: number;
  /** Of the advocate, with an order of the same calendar month. */
  readonly month: number;
  readonly programme: number;
}

/** Everything a referral is decided from. */
export interface ReferralFacts {
  readonly now: Date;
  /** As it was when the friend claimed. */
  readonly programme: Pick<
    ReferralProgrammeInput,
    | 'minimumOrder'
    | 'firstOrderOnly'
    | 'caps'
    | 'hold'
    | 'attributionDays'
    | 'countries'
    | 'currencies'
    | 'fraud'
  >;
  readonly standing: {
    readonly state: ReferralState;
    readonly reason: ReferralReason | null;
    /** Staff have said that it is right. */
    readonly approved: boolean;
    /** It was `qualified` once. */
    readonly hasCounted: boolean;
    /** Null where the order came without a claim. */
    readonly claimedAt: Date | null;
    readonly decideBy: Date | null;
    readonly heldUntil: Date | null;
  };
  readonly advocateBlocked: boolean;
  readonly order: FriendOrder | null;
  readonly counted: Counted;
  /** Null while it was not scored. */
  readonly verdict: 'pass' | 'review' | 'refuse' | null;
  /** Null where the programme waits for days, or nobody has to know yet. */
  readonly returns: ReturnsOfFriend | null;
}
