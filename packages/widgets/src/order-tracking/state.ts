import type { Order, Session, TrackingStatus } from '@postlude/contract';

/** What went wrong, as far as a view needs it. */
export interface TrackingProblem {
  /** A problem code of the contract, a code of the client (`offline`, `unreachable`, `timeout`, …), `not_here_yet` (waited for in vain) or `unexpected`. A newer server may send others. */
  readonly code: string;
  /** True when the same request may well succeed a little later. */
  readonly retryable: boolean;
  /** Finds the request in the server's log. */
  readonly requestId: string | null;
  /** When trying again makes sense (RFC 3339). */
  readonly retryAt: string | null;
}

/** A field of the lookup form. */
export type LookupField = 'order' | 'contact';

/** The form that finds an order by its number and a contact. */
export interface LookupState {
  readonly kind: 'lookup';
  /** Why the form is shown: it was asked for, the link's proof did not open the order, or the session ended. */
  readonly because: 'asked' | 'proof_refused' | 'session_ended';
  readonly phase: 'idle' | 'submitting' | 'failed';
  readonly values: Readonly<Record<LookupField, string>>;
  /** Fields to correct: left empty, or refused by the server. */
  readonly fields: Readonly<Partial<Record<LookupField, 'missing' | 'invalid'>>>;
  /** What the last try failed with; null when only `fields` tell what is wrong. */
  readonly problem: TrackingProblem | null;
  /** Until when no further try is let in (RFC 3339); null when not locked. */
  readonly lockedUntil: string | null;
}

/** The order is being fetched and nothing of it is known yet. */
export interface LoadingState {
  readonly kind: 'loading';
}

/**
 * The shop says that the order was bought, but has not told the backend of it yet, as happens in the first moments after
 * a purchase. Asks again by itself.
 */
export interface WaitingState {
  readonly kind: 'waiting';
  /** The order's number as the page gave it. */
  readonly order: string;
  /** How often it was asked for. */
  readonly tries: number;
}

/** An order is there. It stays on screen whatever happens to later requests. */
export interface ReadyState {
  readonly kind: 'ready';
  readonly order: Order;
  readonly session: Pick<Session, 'token' | 'expiresAt'>;
  /** How the order was found; only who looked it up may want to look up another. */
  readonly foundBy: 'session' | 'proof' | 'lookup';
  /** When the order was last known to be up to date (RFC 3339). */
  readonly asOf: string;
  /** True after a refresh failed and until one succeeds: what is shown may be old. */
  readonly stale: boolean;
  readonly offline: boolean;
  readonly refreshing: boolean;
}

/** No order could be shown, and a form would not help. */
export interface FailedState {
  readonly kind: 'failed';
  readonly problem: TrackingProblem;
}

/** Everything a tracking card can be. */
export type OrderTrackingState = LookupState | LoadingState | WaitingState | ReadyState | FailedState;

/** A confirmed fact, told once. Carries no personal data: ids are ours and say nothing outside of Postlude. */
export type OrderTrackingEvent =
  | { readonly type: 'session-opened'; readonly by: 'proof' | 'lookup' }
  | {
      readonly type: 'order-shown';
      readonly orderId: string;
      readonly status: Order['status'];
      readonly shipments: number;
    }
  | {
      readonly type: 'status-changed';
      readonly shipmentId: string;
      /** Null for a parcel that was not there before. */
      readonly from: TrackingStatus | null;
      readonly to: TrackingStatus;
    }
  | { readonly type: 'error'; readonly code: string; readonly requestId: string | null };

/** Something worth saying aloud to whoever cannot see the card. Each piece of news is a new object. */
export type News =
  | { readonly code: 'order_shown' }
  | { readonly code: 'order_changed'; readonly shipmentIds: readonly string[] }
  | { readonly code: 'waiting' | 'offline' | 'online' | 'lookup_failed' | 'failed' };

/** Everything needed to go on later, or elsewhere in the page, where a model left off. Keep it in memory only: it holds the session. */
export interface OrderTrackingSnapshot {
  readonly state: OrderTrackingState;
  readonly etag: string | null;
}
