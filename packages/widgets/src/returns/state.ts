import type {
  DeliveryProblem,
  Resolution,
  Return,
  ReturnOptions,
  ReturnQuote,
  ReturnRoute,
  ReturnStatus,
} from '@postlude/contract';
import type { FoundBy, OpeningState, TrackingProblem } from '../order-session/state.ts';
import type { Photo } from './photos/photo.ts';

/** The steps of sending something back, in order. Which of them a return has depends on its route. */
export const stepNames = ['items', 'reasons', 'resolutions', 'method', 'check'] as const;
/** One of `stepNames`. */
export type Step = (typeof stepNames)[number];

/** Units of an item that are to go back, with everything said of them so far. */
export interface ChosenItem {
  readonly lineId: string;
  readonly shipmentId: string | null;
  readonly quantity: number;
  /** A path in the tree of reasons (`wrong_size.too_small`); one that has finer ones below it is not enough. */
  readonly reason: string | null;
  readonly note: string;
  readonly photos: readonly Photo[];
  readonly resolution: Resolution | null;
  /** The variant to get instead, by the shop's own id. */
  readonly variantId: string | null;
}

/** What is still missing, by `<item key>.<field>` or `items`, `problem`, `method`, `place`. */
export type Mistakes = Readonly<Record<string, 'missing' | 'sending'>>;

/** How far the sums are that belong to the choice. */
export interface Quoted {
  /** The last answer; it belongs to an earlier choice while `asking`. */
  readonly quote: ReturnQuote | null;
  readonly asking: boolean;
  /** Why there is no newer one; null while all is well. */
  readonly problem: TrackingProblem | null;
}

/** The shopper chooses what goes back, why, for what and how. */
export interface ChoosingState {
  readonly kind: 'choosing';
  readonly options: ReturnOptions;
  readonly foundBy: FoundBy;
  readonly step: Step;
  readonly route: ReturnRoute;
  /** For the route `delivery_problem`. */
  readonly problem: DeliveryProblem | null;
  readonly items: readonly ChosenItem[];
  readonly method: { readonly id: string; readonly placeId: string | null } | null;
  readonly quoted: Quoted;
  readonly mistakes: Mistakes;
  /** `filing` while it is being sent; `failed` when that went wrong, with `trouble` to say why. */
  readonly phase: 'idle' | 'filing' | 'failed';
  readonly trouble: TrackingProblem | null;
  /** The return that is being changed, with what was filed before; null for a new one. */
  readonly changing: Return | null;
  readonly offline: boolean;
}

/** What a shopper may do to a return. */
export type ReturnAction = 'cancel' | 'parcel' | 'message' | 'open';

/** A return that was filed. */
export interface FiledState {
  readonly kind: 'filed';
  readonly filed: Return;
  /** Filed just now, by this widget. */
  readonly fresh: boolean;
  readonly foundBy: FoundBy;
  /** When it was last known to be up to date (RFC 3339). */
  readonly asOf: string;
  readonly stale: boolean;
  readonly offline: boolean;
  readonly refreshing: boolean;
  /** What is being done to it; null when nothing is. */
  readonly doing: ReturnAction | null;
  /** What did not work, and why; null when all did. */
  readonly trouble: { readonly action: ReturnAction; readonly problem: TrackingProblem } | null;
  /** Files for the next message. */
  readonly photos: readonly Photo[];
}

/** Everything the returns widget can be. */
export type ReturnsState = OpeningState | ChoosingState | FiledState;

/** A confirmed fact, told once. Carries no personal data: ids are ours and say nothing outside of Postlude. */
export type ReturnsEvent =
  | { readonly type: 'session-opened'; readonly by: Exclude<FoundBy, 'session'> }
  | { readonly type: 'returns-shown'; readonly orderId: string; readonly open: number }
  | {
      readonly type: 'return-filed';
      readonly returnId: string;
      readonly route: ReturnRoute;
      readonly units: number;
      readonly resolutions: readonly Resolution[];
    }
  | { readonly type: 'return-cancelled'; readonly returnId: string }
  | { readonly type: 'error'; readonly code: string; readonly requestId: string | null };

/** Something worth saying aloud. Each piece of news is a new object. */
export type ReturnsNews =
  | { readonly code: 'waiting' | 'failed' | 'lookup_failed' | 'offline' | 'online' }
  | { readonly code: 'step' | 'mistakes' | 'trouble' | 'sums' | 'filed' | 'message_sent' | 'parcel_told' }
  | { readonly code: 'return_shown' | 'status_changed'; readonly status: ReturnStatus };

/** Everything needed to go on later, or elsewhere in the page. Keep it in memory only: it holds the session. */
export interface ReturnsSnapshot {
  readonly state: ReturnsState;
  readonly session: { readonly token: string; readonly expiresAt: string; readonly orderId: string } | null;
}
