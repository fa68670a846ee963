import type {
  Id,
  LocalText,
  Resolution,
  ReturnPolicyInput,
  ReturnRoute,
  Settlement,
} from '@postlude/contract';
import type { SoldOrder } from '../orders/read-sold.ts';

/** Units of one line that are to go back. The same line may be there more than once, with other reasons or resolutions. */
export interface ReturnUnits {
  readonly lineId: Id<'line'>;
  readonly quantity: number;
  /** A path in the policy's tree of reasons; null while it is not chosen. */
  readonly reason: string | null;
  readonly resolution: Resolution | null;
  /**
   * For `exchange`: the other variant with the price the catalogue has for one unit now, in the order's currency and as the
   * shop writes prices (with or without tax), null when unknown. Null for the variant that was bought: a replacement.
   */
  readonly exchange: { readonly price: number | null } | null;
}

/** What an earlier return or a refund of the platform took of what was paid. */
export interface Given {
  /** `exchanged`: the shopper has another item for them. */
  readonly items: readonly {
    readonly lineId: Id<'line'>;
    readonly quantity: number;
    readonly exchanged: boolean;
  }[];
  /**
   * What it took of what was paid: money that came back before the store's fees and without bonus, and for exchanged units
   * what they were worth in the exchange. Null when not known: counts as what its units were paid with.
   */
  readonly amount: number | null;
  /** The part of `amount` that is original shipping. */
  readonly shipping: number;
  /** True for units that the shopper was allowed to keep. */
  readonly kept?: boolean;
}

/** Something that came back before. */
export interface GivenBack extends Given {
  /** Tells it from all others: of the same key one counts. */
  readonly key: string;
}

/** Everything a sum is made of. The order of arrays, those of the policy apart, is of no importance. */
export interface SettlementRequest {
  readonly order: SoldOrder;
  readonly policy: ReturnPolicyInput;
  readonly route: ReturnRoute;
  readonly units: readonly ReturnUnits[];
  /** The id of a method of the policy; null while it is not chosen, and where there is none. */
  readonly method: string | null;
  /** Where it is sent from: ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Returns and refunds before this one: `givenByPlatform(order)` and what `settle` gave for returns. */
  readonly before: readonly GivenBack[];
  /** What the items were worth that other returns of the order let the shopper keep, in minor units; 0 unless told. */
  readonly keptBefore?: number;
  /** Says a text of the policy in the reader's language. */
  readonly pick: (text: LocalText | undefined) => string | null;
}

/** What a return comes to, and what it takes of what was paid: to be kept and handed in as `before` later. */
export interface Settled {
  readonly settlement: Settlement;
  readonly given: Given;
}
