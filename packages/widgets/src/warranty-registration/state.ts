import type { Consents, FoundProduct, PassportList, RegistrationStatus } from '@postlude/contract';
import type { ClaimsEvent } from '../claims/seam.ts';
import type { ClaimsSnapshot } from '../claims/state.ts';
import type { FoundBy, OpeningState, TrackingProblem } from '../order-session/state.ts';
import type { HeldSession } from '../returns/access.ts';
import type { Photo } from '../returns/photos/photo.ts';

/** No order is known: the shopper says where it was bought. */
export interface StartState {
  readonly kind: 'start';
}

/** What is wrong with a serial number: not there, not of this product's shape, a digit wrong, refused by the store, or registered already. */
export type SerialMistake = 'missing' | 'wrong' | 'check_failed' | 'not_accepted' | 'taken';

/** What is still missing or wrong: a serial number by its item's id, and `proof`. */
export type Mistakes = Readonly<Record<string, SerialMistake | 'sending'>>;

/** What a shopper may do with the items. */
export type ItemAction = 'register' | 'consents' | 'transfer' | 'cancel_transfer';

/** How the items came here: with an order of this store, told by their owner, or from an earlier owner. */
export type Origin = 'here' | 'elsewhere' | 'transferred';

/** The items of an order, and what stands behind them. */
export interface ReadyState {
  readonly kind: 'ready';
  readonly list: PassportList;
  readonly foundBy: FoundBy;
  readonly origin: Origin;
  /**
   * `items` lists them; `done` shows those that were registered just now, and `item` one of them in full; `claims` is about
   * something that is wrong with one.
   */
  readonly screen: 'items' | 'done' | 'item' | 'claims';
  /** The ids of what the screen shows; empty for `items`. Behind the item of `claims`, the claim it begins with, if any. */
  readonly shown: readonly string[];
  /** Serial numbers as they were typed, by the item's id. */
  readonly serials: Readonly<Record<string, string>>;
  /** A serial number out of a code that was scanned, for the first item that asks for one. */
  readonly scanned?: string;
  readonly consents: Consents;
  /** A proof of purchase. */
  readonly proof: readonly Photo[];
  readonly mistakes: Mistakes;
  /** What is being done, and to what; null when nothing is. */
  readonly doing: { readonly action: ItemAction; readonly ids: readonly string[] } | null;
  /** What did not work, and why; null when all did. */
  readonly trouble: {
    readonly action: ItemAction;
    readonly ids: readonly string[];
    readonly problem: TrackingProblem;
  } | null;
  /** When it was last known to be up to date (RFC 3339). */
  readonly asOf: string;
  readonly offline: boolean;
}

/** What is asked of something that was bought elsewhere. */
export interface PurchaseValues {
  /** `YYYY-MM-DD`, or what was typed in its place. */
  readonly purchasedOn: string;
  readonly where: string;
  /** An ISO 3166-1 alpha-2 code; empty where it was not said. */
  readonly country: string;
  readonly email: string;
  readonly name: string;
}

/** What is asked of who takes something over. */
export interface TakeOverValues {
  readonly code: string;
  readonly email: string;
  readonly name: string;
}

/** What is wrong with a field. */
export type FieldMistakes = Readonly<Record<string, 'missing' | 'invalid' | 'future'>>;

/** How far a form is whose answer is a session. */
interface Sending {
  readonly mistakes: FieldMistakes;
  readonly phase: 'idle' | 'sending' | 'failed';
  /** Why it could not be sent; null unless `failed`. */
  readonly trouble: TrackingProblem | null;
}

/** Something that was bought elsewhere: which product, then when and where. The serial number follows with the items. */
export interface ElsewhereState extends Sending {
  readonly kind: 'elsewhere';
  readonly step: 'product' | 'purchase';
  readonly query: string;
  readonly search: {
    readonly state: 'idle' | 'searching' | 'found' | 'failed';
    readonly items: readonly FoundProduct[];
  };
  readonly product: FoundProduct | null;
  /** Out of a code that was scanned; null without one. */
  readonly serial: string | null;
  readonly quantity: number;
  readonly about: boolean;
  readonly values: PurchaseValues;
}

/** Something that comes from an earlier owner. */
export interface TakeOverState extends Sending {
  readonly kind: 'takeover';
  readonly values: TakeOverValues;
  readonly consents: Consents;
}

/** Everything the registration widget can be. */
export type RegistrationState = OpeningState | StartState | ReadyState | ElsewhereState | TakeOverState;

/** A confirmed fact, told once. Carries no personal data and no serial number: ids are ours and say nothing outside of Postlude. */
export type RegistrationEvent =
  | { readonly type: 'session-opened'; readonly by: Exclude<FoundBy, 'session'> }
  | {
      readonly type: 'passports-shown';
      readonly orderId: string | null;
      readonly items: number;
      readonly open: number;
    }
  | { readonly type: 'item-registered'; readonly passportId: string; readonly status: RegistrationStatus }
  | { readonly type: 'transfer-started'; readonly passportId: string }
  | { readonly type: 'transfer-cancelled'; readonly passportId: string }
  | { readonly type: 'item-taken-over'; readonly orderId: string }
  | ClaimsEvent;

/** Something worth saying aloud. Each piece of news is a new object. */
export interface RegistrationNews {
  readonly code:
    | 'waiting'
    | 'failed'
    | 'lookup_failed'
    | 'offline'
    | 'online'
    | 'shown'
    | 'mistakes'
    | 'trouble'
    | 'registering'
    | 'registered'
    | 'found'
    | 'saved'
    | 'transfer'
    | 'transfer_cancelled';
}

/** Everything needed to go on later, or elsewhere in the page. Keep it in memory only: it holds the session. */
export interface RegistrationSnapshot {
  readonly state: RegistrationState;
  readonly session: HeldSession | null;
  /** What was being done about something that is wrong with an item. */
  readonly claims?: ClaimsSnapshot | undefined;
}
