import type { Order, Session, TrackingStatus } from '@postlude/contract';
import type { FoundBy, OpeningState } from '../order-session/state.ts';

export type {
  FailedState,
  LoadingState,
  LookupField,
  LookupState,
  TrackingProblem,
  WaitingState,
} from '../order-session/state.ts';

/** An order is there. It stays on screen whatever happens to later requests. */
export interface ReadyState {
  readonly kind: 'ready';
  readonly order: Order;
  readonly session: Pick<Session, 'token' | 'expiresAt'>;
  /** How the order was found; only who looked it up may want to look up another. */
  readonly foundBy: FoundBy;
  /** When the order was last known to be up to date (RFC 3339). */
  readonly asOf: string;
  /** True after a refresh failed and until one succeeds: what is shown may be old. */
  readonly stale: boolean;
  readonly offline: boolean;
  readonly refreshing: boolean;
}

/** Everything a tracking card can be. */
export type OrderTrackingState = OpeningState | ReadyState;

/** A confirmed fact, told once. Carries no personal data: ids are ours and say nothing outside of Postlude. */
export type OrderTrackingEvent =
  | { readonly type: 'session-opened'; readonly by: Exclude<FoundBy, 'session'> }
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
