import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Currency, Money } from './money.ts';
import { pageQuery } from './pages.ts';
import { fraudSignals, rewardIssuers } from './referral-programmes.ts';
import { referralReasons, referralStates, rewardSides, rewardStates, shareChannels } from './referrals.ts';
import { Locale, text } from './text.ts';
import { CalendarDate, Instant } from './time.ts';

/** A part of a score: what was seen, its points, and a sentence with the facts. */
export const FraudPart = z.object({ signal: z.enum(fraudSignals), points: z.int(), words: z.string() });
/** See the schema of the same name. */
export type FraudPart = z.infer<typeof FraudPart>;

/** How a referral was found: by the friend's own code, the advocate's code, an id in the order, the claim's e-mail, or staff. */
export const attributions = ['friend_code', 'advocate_code', 'claim_id', 'email', 'staff'] as const;

/** A reward as staff see it. */
export const StaffReward = z.object({
  id: idOf('reward'),
  referralId: idOf('referral'),
  programmeId: idOf('referralProgramme'),
  side: z.enum(rewardSides),
  state: z.enum(rewardStates),
  label: z.string(),
  by: z.enum(rewardIssuers),
  code: z.nullable(z.string()),
  /** The shop's own id of a credit. */
  creditId: z.nullable(z.string()),
  /** What it is worth, as far as that is a sum. */
  worth: z.nullable(Money),
  /** Why it failed or was revoked. */
  because: z.nullable(z.string()),
  /** How often it was tried to issue it. */
  attempts: z.int(),
  createdAt: Instant,
  changedAt: Instant,
});
/** See the schema of the same name. */
export type StaffReward = z.infer<typeof StaffReward>;

/** A referral in staff's list. */
export const StaffReferral = z.object({
  id: idOf('referral'),
  state: z.enum(referralStates),
  reason: z.nullable(z.enum(referralReasons)),
  /** Where it stands, in a sentence. */
  words: z.string(),
  programmeId: idOf('referralProgramme'),
  programmeVersion: z.int(),
  advocate: z.object({
    id: idOf('advocate'),
    code: z.string(),
    name: z.nullable(z.string()),
    email: z.string(),
  }),
  /** Of the claim or the order; null while nothing is known. */
  friendEmail: z.nullable(z.string()),
  order: z.nullable(z.object({ id: idOf('order'), number: z.string(), total: z.nullable(Money) })),
  attribution: z.nullable(z.enum(attributions)),
  score: z.nullable(z.int()),
  /** Until when staff decide, while it is flagged. */
  decideBy: z.nullable(Instant),
  /** Until when it waits, while it is held. */
  heldUntil: z.nullable(Instant),
  createdAt: Instant,
  changedAt: Instant,
});
/** See the schema of the same name. */
export type StaffReferral = z.infer<typeof StaffReferral>;

/** A referral with its story. */
export const StaffReferralDetail = z.object({
  referral: StaffReferral,
  /** The parts of its score. */
  score: z.array(FraudPart),
  rewards: z.array(StaffReward),
  /** Everything that happened, oldest first, in sentences. `by`: the system, a name of staff, or the friend or advocate. */
  story: z.array(z.object({ at: Instant, by: z.string(), words: z.string() })),
  /** What staff may do now. */
  actions: z.array(z.enum(['approve', 'refuse', 'void', 'block_advocate'])),
});
/** See the schema of the same name. */
export type StaffReferralDetail = z.infer<typeof StaffReferralDetail>;

/** The query of the list of referrals. */
export const StaffReferralsQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(z.enum(referralStates)),
  reason: z.optional(z.enum(referralReasons)),
  programme: z.optional(idOf('referralProgramme')),
  advocate: z.optional(idOf('advocate')),
  order: z.optional(idOf('order')),
  locale: z.optional(Locale),
});

/** What staff say with a decision. `by` is who, for the history. */
export const ReferralDecision = z.strictObject({ by: text(200), note: z.optional(z.nullable(text(2000))) });
/** See the schema of the same name. */
export type ReferralDecision = z.infer<typeof ReferralDecision>;

/** Linking a friend by hand: an order that should have counted. It goes through every rule but the attribution. */
export const ReferralLink = z.strictObject({
  by: text(200),
  note: z.optional(z.nullable(text(2000))),
  advocateId: idOf('advocate'),
  orderId: idOf('order'),
});
/** See the schema of the same name. */
export type ReferralLink = z.infer<typeof ReferralLink>;

/** An advocate as staff see them. */
export const StaffAdvocate = z.object({
  id: idOf('advocate'),
  programmeId: idOf('referralProgramme'),
  code: z.string(),
  link: z.string(),
  name: z.nullable(z.string()),
  email: z.string(),
  blocked: z.nullable(z.object({ at: Instant, by: z.string(), note: z.nullable(z.string()) })),
  visits: z.int(),
  claimed: z.int(),
  qualified: z.int(),
  ended: z.int(),
  joinedAt: Instant,
});
/** See the schema of the same name. */
export type StaffAdvocate = z.infer<typeof StaffAdvocate>;

/** The query of the list of advocates. `q`: a code or an e-mail address. */
export const AdvocatesQuery = z.strictObject({
  ...pageQuery,
  programme: z.optional(idOf('referralProgramme')),
  q: z.optional(text(254)),
});

/** The query of the list of rewards. */
export const RewardsQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(z.enum(rewardStates)),
  side: z.optional(z.enum(rewardSides)),
  programme: z.optional(idOf('referralProgramme')),
  locale: z.optional(Locale),
});

/** What the shop answers `reward.issue` with: a code, or the id of a credit; or why there is none. */
export const RewardIssued = z.union([
  z.strictObject({ code: text(128), creditId: z.optional(z.nullable(text(255))) }),
  z.strictObject({ creditId: text(255) }),
  z.strictObject({ failed: text(1000) }),
]);
/** See the schema of the same name. */
export type RewardIssued = z.infer<typeof RewardIssued>;

/** That a reward was used, where orders do not say so: a credit. */
export const RewardRedeemed = z.strictObject({ orderId: z.optional(z.nullable(idOf('order'))) });
/** See the schema of the same name. */
export type RewardRedeemed = z.infer<typeof RewardRedeemed>;

/** What happened to a reward, as it is kept: only ever added to. */
export const LedgerEntry = z.object({
  id: idOf('ledgerEntry'),
  rewardId: idOf('reward'),
  side: z.enum(rewardSides),
  /** The state it went to. */
  state: z.enum(rewardStates),
  worth: z.nullable(Money),
  at: Instant,
});
/** See the schema of the same name. */
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** The query of the ledger. */
export const LedgerQuery = z.strictObject({ ...pageQuery, programme: z.optional(idOf('referralProgramme')) });

/** Rewards in numbers, by side and currency (null: what is no sum). They are the sums of the ledger. */
export const RewardSum = z.object({
  side: z.enum(rewardSides),
  currency: z.nullable(Currency),
  /** How many stand in each state now, and what they are worth in minor units. */
  standing: z.record(z.enum(rewardStates), z.object({ rewards: z.int(), worth: z.int() })),
});
/** See the schema of the same name. */
export type RewardSum = z.infer<typeof RewardSum>;

/** The query of the figures: days of the store's calendar, both included; the last thirty unless told. */
export const ReferralFiguresQuery = z.strictObject({
  programme: z.optional(idOf('referralProgramme')),
  from: z.optional(CalendarDate),
  to: z.optional(CalendarDate),
});

const counts = { shares: z.int(), visits: z.int(), claims: z.int(), orders: z.int(), qualified: z.int() };

/** A programme, or all, in figures. */
export const ReferralFigures = z.object({
  total: z.object({
    ...counts,
    /** What friends paid in orders that count or may count still, and what rewards that were issued are worth, by currency. */
    revenue: z.array(Money),
    cost: z.array(Money),
    /** Shares by how. */
    channels: z.record(z.enum(shareChannels), z.int()),
  }),
  days: z.array(z.object({ day: CalendarDate, ...counts, revenue: z.array(Money), cost: z.array(Money) })),
  rewards: z.array(RewardSum),
});
/** See the schema of the same name. */
export type ReferralFigures = z.infer<typeof ReferralFigures>;

/** The largest file of codes that is taken at once, in bytes. */
export const codeFileLimit = 16 * 1024 * 1024;

/** Whose codes a file brings. */
export const CodeImportQuery = z.strictObject({
  programme: idOf('referralProgramme'),
  side: z.enum(rewardSides),
  dryRun: z.optional(z.enum(['true', 'false'])),
  /** Which file, for the history. */
  name: z.optional(text(200)),
});

/** Why a row of a file of codes was left out. */
export const badCodeRows = ['columns', 'empty', 'too_long', 'twice', 'expired', 'date'] as const;

/** How far an import of codes is. */
export const CodeImport = z.object({
  id: idOf('codeImport'),
  state: z.enum(['running', 'done', 'failed', 'undone']),
  dryRun: z.boolean(),
  programmeId: idOf('referralProgramme'),
  side: z.enum(rewardSides),
  /** Rows read so far, and all. */
  read: z.int(),
  rows: z.int(),
  added: z.int(),
  /** Already there. */
  known: z.int(),
  bad: z.int(),
  /** The first thousand bad rows: their number in the file, the beginning of what stands there, and why. */
  badRows: z.array(z.object({ row: z.int(), text: z.string(), because: z.enum(badCodeRows) })),
  /** The first five codes as they were understood. */
  preview: z.array(z.object({ code: z.string(), expiresAt: z.nullable(Instant) })),
  startedAt: Instant,
  endedAt: z.nullable(Instant),
});
/** See the schema of the same name. */
export type CodeImport = z.infer<typeof CodeImport>;

/** How full the pools of a programme are. */
export const CodePools = z.object({
  items: z.array(
    z.object({
      programmeId: idOf('referralProgramme'),
      side: z.enum(rewardSides),
      free: z.int(),
      given: z.int(),
      /** Free ones that end within fourteen days. */
      endingSoon: z.int(),
      /** Days the free ones last at the pace of the last fourteen days; null when none were given. */
      lastsDays: z.nullable(z.int()),
    }),
  ),
});
/** See the schema of the same name. */
export type CodePools = z.infer<typeof CodePools>;
