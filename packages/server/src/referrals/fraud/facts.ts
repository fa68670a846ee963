import type { PostalAddress } from './addresses.ts';

/** What orders tell of who placed them. Everything may be missing, and nothing of it was asked for this purpose. */
export interface Buyer {
  readonly emails: readonly string[];
  /** The shop's own ids of the customer. */
  readonly customers: readonly string[];
  /** Of the orders that went to themselves, as far as one can tell: see `ownOrders`. */
  readonly names: readonly string[];
  /** Digits only. */
  readonly phones: readonly string[];
  /** Keyed hashes of means of payment. */
  readonly payments: readonly string[];
  /** Keyed hashes of networks. */
  readonly networks: readonly string[];
  readonly addresses: readonly PostalAddress[];
}

/** Everything a referral is scored from: what the shop knows anyway. Nothing is read from anybody's device. */
export interface FraudFacts {
  readonly advocate: Buyer;
  readonly friend: Buyer;
  /** Whether the programme is for first orders; where it is not, an earlier one is nobody's fault. */
  readonly firstOrderOnly: boolean;
  /** Orders from before, neither of the advocate nor by the friend's own address, that have something in common with the friend. */
  readonly earlier: readonly Buyer[];
  /** A code of the advocate's own rewards that the friend's order was paid with. */
  readonly advocatesRewardUsed: string | null;
  /** How many people refer each other in a ring, 2 for each other; null for no ring. */
  readonly ring: number | null;
  /** Friends of the advocate, and friends from this network, within 24 hours until this order, this one included. */
  readonly ofAdvocate: number;
  readonly ofNetwork: number;
  /** The most visits by the advocate's links within an hour of those 24. */
  readonly visitsWithinHour: number;
}
