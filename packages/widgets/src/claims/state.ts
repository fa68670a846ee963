import type {
  Claim,
  ClaimAddress,
  ClaimOptions,
  ClaimResolution,
  ClaimRoute,
  ClaimStatus,
} from '@postlude/contract';
import type { TrackingProblem } from '../order-session/state.ts';
import type { Photo } from '../returns/photos/photo.ts';

/** The steps from "something is wrong" to a claim, in order. Which of them there are depends on what was chosen. */
export const claimStepNames = [
  'doors',
  'symptom',
  'help',
  'details',
  'solution',
  'address',
  'check',
] as const;
/** One of `claimStepNames`. */
export type ClaimStep = (typeof claimStepNames)[number];

/** An address as it is typed: all of it text. */
export type TypedAddress = Readonly<
  Record<'name' | 'line1' | 'line2' | 'city' | 'region' | 'postcode', string>
> & {
  readonly country: string;
};

/** Everything said of what is wrong so far. */
export interface ClaimChoice {
  readonly route: ClaimRoute | null;
  readonly symptom: string | null;
  /** The symptom for which the first help was tried, and whether it helped; null before. */
  readonly help: { readonly symptom: string; readonly helped: boolean } | null;
  readonly description: string;
  /** A day, or empty. */
  readonly since: string;
  readonly resolution: ClaimResolution | null;
  readonly placeId: string | null;
  /** Where a device or a part goes to: what the order says, or what was typed. */
  readonly addressKind: 'known' | 'other';
  readonly address: TypedAddress;
}

/** What is still missing or wrong, by the field it is about. */
export type ClaimMistakes = Readonly<Record<string, 'missing' | 'sending' | 'impossible'>>;

/** The shopper finds what can be done, and says what is wrong. */
export interface FilingState {
  readonly kind: 'filing';
  readonly options: ClaimOptions;
  readonly step: ClaimStep;
  readonly choice: ClaimChoice;
  /** True once the first help helped: nothing more is to be done. */
  readonly solved: boolean;
  readonly files: readonly Photo[];
  readonly mistakes: ClaimMistakes;
  /** `sending` while it is being filed; `failed` when that went wrong, with `trouble` to say why. */
  readonly phase: 'idle' | 'sending' | 'failed';
  readonly trouble: TrackingProblem | null;
  readonly offline: boolean;
}

/** What a shopper may do to a claim. */
export type ClaimAction = 'cancel' | 'parcel' | 'message' | 'accept' | 'decline';

/** A claim that was filed. */
export interface ClaimState {
  readonly kind: 'claim';
  readonly claim: Claim;
  /** Filed just now, by this widget. */
  readonly fresh: boolean;
  /** When it was last known to be up to date (RFC 3339). */
  readonly asOf: string;
  readonly stale: boolean;
  readonly offline: boolean;
  readonly refreshing: boolean;
  /** What is being done to it; null when nothing is. */
  readonly doing: ClaimAction | null;
  /** What did not work, and why; null when all did. */
  readonly trouble: { readonly action: ClaimAction; readonly problem: TrackingProblem } | null;
  /** Files for the next message. */
  readonly files: readonly Photo[];
}

/** Everything the claims of an item can be. */
export type ClaimsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: TrackingProblem }
  | FilingState
  | ClaimState;

/** Something worth saying aloud. Each piece of news is a new object. */
export type ClaimsNews =
  | { readonly code: 'step' | 'mistakes' | 'trouble' | 'filed' | 'solved' | 'failed' | 'online' | 'offline' }
  | { readonly code: 'message_sent' | 'parcel_told' | 'quote_accepted' | 'quote_declined' }
  | { readonly code: 'status_changed'; readonly status: ClaimStatus };

/** Everything needed to go on elsewhere in the page. */
export interface ClaimsSnapshot {
  /** The passport of the item they are about. */
  readonly itemId: string;
  readonly state: ClaimsState;
  readonly claimId: string | null;
}

/** An address as the wire takes it. */
export type SentAddress = ClaimAddress;
