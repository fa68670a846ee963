import type { ReadonlySignal } from '@preact/signals';
import type { OfferSource } from './offer-source.ts';
import type {
  ReferralOfferEvent,
  ReferralOfferNews,
  ReferralOfferSnapshot,
  ReferralOfferState,
} from './state.ts';

/** What the model of an offer is made of. */
export interface ReferralOfferOptions {
  readonly source: OfferSource;
  /** The code of the link that was followed; without one it is asked for. */
  readonly code?: string | undefined;
  /** ISO 3166-1 alpha-2, where the page knows it. */
  readonly country?: string | undefined;
  /** Goes on where another model left off. */
  readonly restore?: ReferralOfferSnapshot | undefined;
  /** Told every confirmed fact once. What it throws goes to `report`. */
  readonly onEvent?: ((event: ReferralOfferEvent) => void) | undefined;
  /** Where unexpected errors go. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** An offer to a friend: a state without DOM and text, and what can be done. */
export interface ReferralOfferModel {
  readonly state: ReadonlySignal<ReferralOfferState>;
  readonly news: ReadonlySignal<ReferralOfferNews | null>;
  /** Another invitation is looked up, as a visit; what the one before led to is shown no more. Null: the friend is asked for a code. */
  invite(code: string | null): void;
  /** Reads again what is shown. */
  refresh(): void;
  editCode(code: string): void;
  editEmail(email: string): void;
  /** Looks up the code that was typed. */
  lookUp(): void;
  /** Takes the offer. */
  claim(): void;
  /** Goes back to the field, for another code. */
  another(): void;
  snapshot(): ReferralOfferSnapshot;
  /** Stops requests. The state stays readable and changes no more. */
  dispose(): void;
}
