import type {
  attributions,
  FraudPart,
  ReferralProgrammeInput,
  ReferralReason,
  ReferralReward,
  ReferralState,
  RewardSide,
  RewardState,
  shareChannels,
} from '@postlude/contract';
import type { Generated } from 'kysely';
import type { Json, MaybeJson, MaybeMoment, Moment } from '../columns.ts';

/** A version of a referral programme. Versions of one are 1, 2, … without a gap. */
export interface ReferralProgrammesTable {
  store_id: string;
  programme_id: string;
  version: number;
  valid_from: Moment;
  programme: Json<ReferralProgrammeInput>;
}

/** Somebody who takes part in a programme: one person, known by the e-mail address of their orders. */
export interface ReferralAdvocatesTable {
  store_id: string;
  advocate_id: string;
  programme_id: string;
  /** The order they took part with. */
  order_id: string;
  email: string;
  email_key: string;
  locale: string | null;
  /** As friends see it; null: *A friend*. */
  name: string | null;
  code: string;
  /** The code with look-alike letters made one and everything else left out. */
  code_key: string;
  joined_at: Moment;
  blocked_at: MaybeMoment;
  blocked_by: string | null;
  blocked_note: string | null;
  updated_at: Moment;
}

/** How often a link was followed within an hour. */
export interface ReferralVisitsTable {
  store_id: string;
  advocate_id: string;
  hour: Moment;
  visits: number;
}

/** How often an invitation was shared within an hour, and how. */
export interface ReferralSharesTable {
  store_id: string;
  advocate_id: string;
  hour: Moment;
  channel: (typeof shareChannels)[number];
  shares: number;
}

/** One friend of one advocate. */
export interface ReferralsTable {
  store_id: string;
  referral_id: string;
  programme_id: string;
  programme_version: number;
  advocate_id: string;
  state: ReferralState;
  reason: ReferralReason | null;
  email: string | null;
  /** Trimmed and lower-cased, as orders have it. */
  email_key: string | null;
  /** The mailbox behind the address: dots, plus signs and twin domains aside. */
  mailbox_key: string | null;
  network_key: string | null;
  country: string | null;
  locale: string | null;
  /** SHA-256 of the claim's token. */
  token_key: string | null;
  order_id: string | null;
  attribution: (typeof attributions)[number] | null;
  score: number | null;
  score_parts: MaybeJson<readonly FraudPart[]>;
  approved: Generated<boolean>;
  decide_by: MaybeMoment;
  held_until: MaybeMoment;
  look_again_at: MaybeMoment;
  revision: Generated<number>;
  clicked_at: Moment;
  claimed_at: MaybeMoment;
  ordered_at: MaybeMoment;
  qualified_at: MaybeMoment;
  ended_at: MaybeMoment;
  changed_at: Moment;
}

/** What happened to a referral; only added to. */
export interface ReferralAuditTable {
  store_id: string;
  referral_id: string;
  sequence: number;
  at: Moment;
  by: string;
  action: string;
  before: string | null;
  after: string;
  note: string | null;
  data: Json<Record<string, unknown>>;
  restore: MaybeJson<Record<string, unknown>>;
}

/** What an advocate or a friend gets for one referral. */
export interface RewardsTable {
  store_id: string;
  reward_id: string;
  referral_id: string;
  advocate_id: string;
  programme_id: string;
  side: RewardSide;
  state: RewardState;
  /** As it was promised; never changed. */
  reward: Json<ReferralReward>;
  code: string | null;
  code_key: string | null;
  credit_id: string | null;
  worth_amount: number | null;
  worth_currency: string | null;
  because: string | null;
  attempts: Generated<number>;
  next_attempt_at: MaybeMoment;
  redeemed_order_id: string | null;
  revision: Generated<number>;
  created_at: Moment;
  changed_at: Moment;
}

/** A change of a reward; only added to. */
export interface RewardLedgerTable {
  store_id: string;
  entry_id: string;
  reward_id: string;
  programme_id: string;
  side: RewardSide;
  state: RewardState;
  before: RewardState | null;
  worth_amount: number | null;
  worth_currency: string | null;
  at: Moment;
}

/** The sums of the ledger: how many rewards stand in a state now, and what they are worth. */
export interface RewardSumsTable {
  store_id: string;
  programme_id: string;
  side: RewardSide;
  /** Empty for what is no sum. */
  currency: string;
  state: RewardState;
  rewards: number;
  worth: number;
}

/** A code of a pool, and whom it was given to. */
export interface RewardCodesTable {
  store_id: string;
  code_key: string;
  programme_id: string;
  side: RewardSide;
  code: string;
  expires_at: MaybeMoment;
  import_id: string;
  /** Its row in the file: codes are given in the order of files and rows. */
  place: number;
  reward_id: string | null;
  given_at: MaybeMoment;
}

/** Tables of migration 18. */
export interface ReferralsTables {
  referral_programmes: ReferralProgrammesTable;
  referral_advocates: ReferralAdvocatesTable;
  referral_visits: ReferralVisitsTable;
  referral_shares: ReferralSharesTable;
  referrals: ReferralsTable;
  referral_audit: ReferralAuditTable;
  rewards: RewardsTable;
  reward_ledger: RewardLedgerTable;
  reward_sums: RewardSumsTable;
  reward_codes: RewardCodesTable;
}
