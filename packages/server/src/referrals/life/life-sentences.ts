import type { ReferralReason, RewardSide, RewardState } from '@postlude/contract';
import type { Attribution } from './attribution.ts';

/** What a referral can stand at by itself; refused and voided ones are told by their reason. */
type Standing = 'clicked' | 'claimed' | 'ordered' | 'qualified';
/** What a referral ends with. */
type Ending = Exclude<ReferralReason, 'returns_open' | 'hold_days'>;

/** How referrals are told to one kind of reader. A day is written for the language; null while it is not known. */
export interface Telling {
  readonly standing: Readonly<Record<Standing, string>>;
  readonly returnsOpen: (day: string | null) => string;
  readonly holdDays: (day: string | null) => string;
  readonly flagged: (day: string | null) => string;
  /** Why it was refused or voided. */
  readonly ended: Readonly<Record<Ending, string>>;
}

/** Every sentence a referral and its rewards are told in. Each language has all of them, whole; one that is missing is a type error. */
export interface LifeSentences {
  /** To the advocate: nothing of the friend but that there is one. */
  readonly advocate: Telling;
  readonly staff: Telling;
  readonly reward: Readonly<Record<RewardSide, Readonly<Record<RewardState, string>>>>;
  /** An event of its story, as staff read it. */
  readonly story: {
    readonly clicked: string;
    readonly claimed: string;
    readonly ordered: Readonly<Record<Attribution, string>>;
    readonly held: (day: string | null) => string;
    readonly flagged: (score: number, day: string | null) => string;
    readonly qualified: string;
    readonly refused: (why: string) => string;
    readonly voided: (why: string) => string;
    readonly approved: string;
    readonly linked: string;
    readonly changed: string;
    readonly note: (sentence: string, note: string) => string;
  };
}
