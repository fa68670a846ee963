import type { ReferralReward } from '@postlude/contract';

/** What kind of thing a reward is. */
export type RewardKind = ReferralReward['kind'];

/** A reward with its words: *€20 off*. */
export interface NamedReward {
  readonly kind: RewardKind;
  readonly label: string;
}

/** What is said of a programme, in one language. Sums, days and lists come as text; counts as numbers. */
export interface ReferralSentences {
  /** Names of rewards, without a capital and without a full stop. */
  readonly label: {
    readonly amount: (sum: string) => string;
    readonly percent: (percent: string) => string;
    readonly freeShipping: string;
    readonly product: (title: string) => string;
    readonly storeCredit: (sum: string) => string;
  };
  /** To the friend: what they get from whom. Null: a friend; a reward of null: nothing. */
  readonly offer: (advocate: string | null, reward: NamedReward | null, first: boolean) => string;
  /** To the advocate: what both get. */
  readonly both: (advocate: string, friend: NamedReward, first: boolean) => string;
  readonly onlyAdvocate: (advocate: string) => string;
  readonly onlyFriend: (friend: NamedReward, first: boolean) => string;
  /** The terms: of both, so about *the friend* and *whoever invites*. */
  readonly takePart: Readonly<Record<'order' | 'delivery', (orders: number) => string>>;
  readonly friendGets: (reward: NamedReward, first: boolean) => string;
  readonly friendGetsNothing: string;
  readonly advocateGets: (label: string) => string;
  readonly advocateGetsNothing: string;
  readonly minimum: (sums: string) => string;
  readonly firstOrderOnly: string;
  readonly anyOrder: string;
  readonly orderWithin: (days: number) => string;
  readonly afterReturns: string;
  readonly afterDays: (days: number) => string;
  readonly atOnce: string;
  readonly perAdvocate: (friends: number) => string;
  readonly perMonth: (friends: number) => string;
  readonly perProgramme: (friends: number) => string;
  readonly countries: (list: string) => string;
  readonly currencies: (list: string) => string;
  readonly from: (moment: string) => string;
  readonly untilDay: (day: string) => string;
  readonly untilMoment: (moment: string) => string;
  readonly email: string;
  readonly oncePerFriend: string;
  readonly void: (minimum: boolean) => string;
  readonly watched: (days: number) => string;
}
