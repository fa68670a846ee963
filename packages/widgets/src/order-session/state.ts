import type { SessionRequest } from '@postlude/contract';

/** How a session was found: it was given, or by what the shopper or the page knows. */
export type FoundBy = 'session' | SessionRequest['by'];

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
  /** True when a gift's code is asked for in place of a contact; it is kept as `contact`. */
  readonly gift?: boolean;
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

/** No order could be shown, and a form would not help. */
export interface FailedState {
  readonly kind: 'failed';
  readonly problem: TrackingProblem;
}

/** Everything there is to see before an order is there. */
export type OpeningState = LookupState | LoadingState | WaitingState | FailedState;
