import type { AskOffer, ReviewForm } from '@postlude/contract';
import type { FoundBy, OpeningState, TrackingProblem } from '../order-session/state.ts';
import type { HeldSession } from '../returns/access.ts';
import type { Photo } from '../returns/photos/photo.ts';

/** What a review is of: the id of a line, or `store` for the shop itself. */
export type SubjectKey = string;

/** The steps behind the stars, in order. Those a store does not ask for are left out. */
export const stepNames = ['words', 'points', 'media', 'check'] as const;
/** One of `stepNames`. */
export type Step = (typeof stepNames)[number];

/** What is being written of one subject. */
export interface Draft {
  /** 1 to 5; null before the first tap. */
  readonly stars: number | null;
  readonly title: string;
  readonly text: string;
  /** Answers by the id of their scale, 1 to 5. */
  readonly scales: Readonly<Record<string, number>>;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  readonly recommend: boolean | null;
  /** Photos and videos. */
  readonly photos: readonly Photo[];
  /** The name to show; null: anonymous; undefined while nothing was chosen. */
  readonly name: string | null | undefined;
}

/** What is still missing or wrong, by the field it is about: `title`, `text`, `photos`, `terms`, `name`, `scale.<id>`. */
export type Mistakes = Readonly<Record<string, 'missing' | 'sending'>>;

/** What a shopper does that the store has to answer. */
export type ReviewAction = 'send' | 'edit' | 'withdraw';

/** Something that did not work. */
export interface Trouble {
  readonly action: ReviewAction;
  readonly problem: TrackingProblem;
}

/** The form of an order. */
export interface ReadyState {
  readonly kind: 'ready';
  readonly form: ReviewForm;
  readonly foundBy: FoundBy;
  /** The ask that led here; null where the form was opened by itself. */
  readonly offer: AskOffer | null;
  /** What is reviewed in this sitting, in order. */
  readonly sitting: readonly SubjectKey[];
  /** `overview` has the stars of each; `write` one step of one; `own` a review that is there; `done` what was sent. */
  readonly screen: 'overview' | 'write' | 'own' | 'done';
  /** What `write` and `own` are about. */
  readonly at: SubjectKey | null;
  readonly step: Step;
  /** True while the one at hand is there already and is being changed. */
  readonly editing: boolean;
  readonly drafts: Readonly<Record<SubjectKey, Draft>>;
  /** What was left out, for now. */
  readonly skipped: readonly SubjectKey[];
  /** What was sent in this sitting. */
  readonly sent: readonly SubjectKey[];
  readonly termsAgreed: boolean;
  readonly mistakes: Mistakes;
  /** What is being done, and to what; null when nothing is. */
  readonly doing: { readonly action: ReviewAction; readonly key: SubjectKey } | null;
  /** What did not work, each by itself. */
  readonly troubles: Readonly<Record<SubjectKey, Trouble>>;
  /** What may be asked after this; null when nothing is. */
  readonly further: AskOffer | null;
  /** When it was last known to be up to date (RFC 3339). */
  readonly asOf: string;
  readonly offline: boolean;
}

/** Everything the review prompt can be. */
export type ReviewPromptState = OpeningState | ReadyState;

/** A confirmed fact, told once. None says how many stars were given, nor a word of what was written. */
export type ReviewPromptEvent =
  | { readonly type: 'session-opened'; readonly by: Exclude<FoundBy, 'session'> }
  | { readonly type: 'ask-due'; readonly kind: AskOffer['kind']; readonly asks: number }
  | { readonly type: 'ask-dismissed'; readonly kind: AskOffer['kind'] }
  | {
      readonly type: 'review-form-shown';
      readonly orderId: string;
      readonly subjects: number;
      readonly open: number;
    }
  | { readonly type: 'review-sent'; readonly reviewId: string; readonly lineId: string | null }
  | { readonly type: 'review-edited'; readonly reviewId: string }
  | { readonly type: 'review-withdrawn'; readonly reviewId: string }
  | { readonly type: 'error'; readonly code: string; readonly requestId: string | null };

/** Something worth saying aloud. Each piece of news is a new object. */
export interface ReviewPromptNews {
  readonly code:
    | 'waiting'
    | 'failed'
    | 'lookup_failed'
    | 'offline'
    | 'online'
    | 'shown'
    | 'mistakes'
    | 'trouble'
    | 'sending'
    | 'sent'
    | 'saved'
    | 'withdrawn'
    | 'skipped'
    | 'dismissed';
}

/** Everything needed to go on later, or elsewhere in the page. Keep it in memory only: it holds the session. */
export interface ReviewPromptSnapshot {
  readonly state: ReviewPromptState;
  readonly session: HeldSession | null;
  readonly hidden: boolean;
}
