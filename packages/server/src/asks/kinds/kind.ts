import type { AskKind } from '@postlude/contract';
import type { AskFacts, LineFacts } from '../facts.ts';
import type { ShopperFacts } from '../shopper-facts.ts';
import type { Standing } from '../standing.ts';

/** How a kind of ask and the others keep each other back. */
export interface KindLimits {
  readonly kind: AskKind;
  /** Marketing is capped over all kinds and orders of the shopper; service is not. */
  readonly marketing: boolean;
  /**
   * Whether having been shown puts off marketing of other kinds. What only the content are shown may not: else they would be
   * asked for their next review at another time than others.
   */
  readonly delaysOthers: boolean;
  /** Days after it was shown in which it is shown with no order again, once its turn is over; null for the common rule. */
  readonly pauseDays: number | null;
}

/** A kind of ask about an item: what is particular to it. Everything they have in common is in `decide.ts`. */
export interface KindRule extends KindLimits {
  readonly kind: Exclude<AskKind, 'referral'>;
  /** Whether the store asks this at all. */
  isOn(facts: AskFacts): boolean;
  /** Whether what it asks for is there, and since when; `at` null where that is not known. */
  answered(line: LineFacts): { readonly at: Date | null } | null;
  /** How it stands where nobody answered; null where there is nothing it could be about yet. */
  stand(line: LineFacts, facts: AskFacts): Standing | null;
}

/** A kind of ask about the shopper, made once for an order. */
export interface ShopperRule extends KindLimits {
  readonly kind: 'referral';
  /** Whether the store asks this at all. */
  isOn(facts: AskFacts): boolean;
  /** Whether what it asks for is there, and since when. */
  answered(shopper: ShopperFacts): { readonly at: Date | null } | null;
  /** How it stands where nobody answered. `arrivedAt` is when something of the order came. */
  stand(shopper: ShopperFacts, arrivedAt: Date, facts: AskFacts): Standing;
}
