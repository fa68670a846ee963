import type { Id } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { Source } from '../ingest/facts.ts';
import type { OrderKey } from './read-known.ts';

/**
 * What was sold: an order with everything rights and sums are decided from. All money is in minor units of the order's
 * `currency`.
 */
export interface SoldOrder {
  readonly id: Id<'order'>;
  readonly number: string;
  readonly source: Source;
  readonly externalId: string;
  readonly placedAt: string;
  readonly cancelledAt: string | null;
  readonly currency: string;
  readonly locale: string | null;
  /** Where it was sent: ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly email: string | null;
  /** True when unit prices, discounts and the shipping price include tax; tax is then a part of them, not added. */
  readonly taxesIncluded: boolean;
  /** What was paid for shipping after its discounts; null when unknown. */
  readonly shipping: { readonly price: number; readonly tax: number } | null;
  readonly total: number | null;
  /** In the order of the order. */
  readonly lines: readonly SoldLine[];
  /** Oldest first. */
  readonly refunds: readonly SoldRefund[];
}

/** A line as it was sold. */
export interface SoldLine {
  readonly id: Id<'line'>;
  readonly externalId: string;
  readonly position: number;
  readonly title: string;
  readonly variant: string | null;
  readonly sku: string | null;
  readonly productId: string | null;
  readonly variantId: string | null;
  readonly productType: string | null;
  readonly tags: readonly string[];
  /** Units as first bought. */
  readonly quantity: number;
  /** Units taken out that are in no refund of `refunds`. */
  readonly removed: number;
  /** Of one unit, before discounts; null when unknown or in another currency. */
  readonly unitPrice: number | null;
  /** Of the whole line, all units together, its share of the order's discounts included. */
  readonly discount: number;
  /** Of the whole line, all units together, after discounts. */
  readonly tax: number;
  readonly imageUrl: string | null;
  readonly productUrl: string | null;
  readonly shippable: boolean;
  /** The line this one is a part of; null for a line of its own. */
  readonly bundleOf: Id<'line'> | null;
}

/** Money given back on the platform. */
export interface SoldRefund {
  /** `<source>:<external id>`: tells refunds apart. */
  readonly key: string;
  readonly refundedAt: string;
  /** Null when unknown or in another currency than the order's. */
  readonly amount: number | null;
  readonly items: readonly { readonly lineId: Id<'line'>; readonly quantity: number }[];
}

/** Reads what was sold, in one query; null when the store has no such order. */
export async function readSoldOrder(_tx: Tx, _key: OrderKey): Promise<SoldOrder | null> {
  return null;
}
