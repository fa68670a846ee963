import type {
  AskDecision,
  AskKind,
  AskReason,
  AskState,
  LocalText,
  ReviewPolicyInput,
} from '@postlude/contract';
import type { Generated } from 'kysely';
import type { Json, MaybeJson, MaybeMoment, Moment } from '../columns.ts';

/** A version of a store's review policy. Versions are 1, 2, … without a gap. */
export interface ReviewPoliciesTable {
  store_id: string;
  policy_id: string;
  version: number;
  valid_from: Moment;
  policy: Json<ReviewPolicyInput>;
}

/** A reward as it was promised with an ask; never changed. */
export interface FrozenReward {
  /** The rule of the policy. */
  readonly id: string;
  readonly label: LocalText;
  /** Null where the shop sends the reward itself. */
  readonly code: string | null;
}

/** How an ask stands and why, as it was decided. */
interface Decided {
  state: AskState;
  reason: AskReason;
  because: MaybeJson<NonNullable<AskDecision['because']>>;
  look_again_at: MaybeMoment;
  rule_version: number;
  policy_version: number;
}

/** One kind of ask about one line of an order, and how it stands now. */
export interface AsksTable extends Decided {
  store_id: string;
  ask_id: string;
  kind: AskKind;
  order_id: string;
  line_id: string;
  /** Counts its decisions. */
  revision: number;
  decided_at: Moment;
  /** When it first became due; told once. */
  due_at: MaybeMoment;
  /** When a page was last given it to show. */
  offered_at: MaybeMoment;
  /** How often it had its turn, and when the last one began. */
  turns: Generated<number>;
  turn_at: MaybeMoment;
  first_shown_at: MaybeMoment;
  last_shown_at: MaybeMoment;
  /** Counts days. */
  times_shown: Generated<number>;
  /** When it was dismissed, oldest first; RFC 3339. */
  dismissals: Json<string[]>;
  answered_at: MaybeMoment;
  /** When its end was told. */
  ended_at: MaybeMoment;
  /** Since when its reward stands; null until the first time it was told to the shopper. */
  reward_frozen_at: MaybeMoment;
  /** What was promised; null for nothing. */
  reward: MaybeJson<FrozenReward>;
  created_at: Moment;
}

/** A decision about an ask that differs from the one before; never changed. */
export interface AskDecisionsTable extends Decided {
  store_id: string;
  ask_id: string;
  /** The ask's revision with it. */
  sequence: number;
  at: Moment;
}

/** When an order is looked at for its asks. */
export interface AskLooksTable {
  store_id: string;
  order_id: string;
  looked_at: Moment;
  /** Null where nothing changes by itself. */
  look_again_at: MaybeMoment;
}

/** The tables of migration 15. */
export interface AsksTables {
  review_policies: ReviewPoliciesTable;
  asks: AsksTable;
  ask_decisions: AskDecisionsTable;
  ask_looks: AskLooksTable;
}
