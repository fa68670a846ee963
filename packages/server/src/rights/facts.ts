import type { Id, ReturnPolicyInput, RouteKind, TrackingStatus } from '@postlude/contract';
import type { SoldLine, SoldOrder } from '../orders/read-sold.ts';

/** A parcel as the rights see it. Instants are RFC 3339 in any offset. */
export interface Delivery {
  readonly shipmentId: Id<'shipment'>;
  readonly items: readonly { readonly lineId: Id<'line'>; readonly quantity: number }[];
  readonly status: TrackingStatus;
  readonly shippedAt: string | null;
  readonly deliveredAt: string | null;
  /** When a carrier last said anything of it. */
  readonly lastScanAt: string | null;
  readonly cancelled: boolean;
  /**
   * Names the parcels that hold their items together: the platform told what is in all of them, not what is in each, so
   * that every one of them lists the same units. Null or left out when the items are this parcel's own.
   */
  readonly sharedAs?: string | null;
}

/** Units in returns that were not declined or cancelled. `shipmentId` null: of no parcel in particular. */
export interface EarlierUnits {
  readonly lineId: Id<'line'>;
  readonly shipmentId: Id<'shipment'> | null;
  readonly quantity: number;
}

/** Everything a right is decided from. The order of arrays is of no importance. */
export interface RightsFacts {
  /** Its `refunds` are those of units that are in none of `earlier`. */
  readonly order: SoldOrder;
  /** One for each parcel, cancelled ones included. */
  readonly deliveries: readonly Delivery[];
  readonly policy: ReturnPolicyInput;
  readonly earlier: readonly EarlierUnits[];
  /** The store's: an IANA zone or an offset. Anything else counts as UTC. */
  readonly timeZone: string;
  /** Opened with a gift code: no contract of one's own, and no money is shown. */
  readonly isGift: boolean;
  readonly now: string;
  /** Whether another variant of the product can be had. */
  readonly hasVariants: (line: SoldLine) => boolean;
  /** What comes back for units of a line by the cheapest way and what that costs; null when prices are unknown. */
  readonly worth: (
    line: SoldLine,
    quantity: number,
    route: RouteKind,
  ) => { readonly refund: number; readonly cost: number } | null;
}
