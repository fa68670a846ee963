import type { Id } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Source } from '../ingest/facts.ts';
import { joinCatalogue, lineImage, linePage, lineTags, lineType } from './line-catalogue.ts';
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
  /** RFC 3339 in UTC with milliseconds, as all moments here. */
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
export async function readSoldOrder(tx: Tx, { storeId, orderId }: OrderKey): Promise<SoldOrder | null> {
  const { rows } = await sql<{ sold: SoldOrder }>`
    with placed as materialized (
      select * from orders where store_id = ${storeId} and order_id = ${orderId}
    )
    select json_build_object(
      'id', order_id, 'number', number, 'source', source, 'externalId', external_id, 'placedAt', placed_at,
      'cancelledAt', cancelled_at, 'currency', currency, 'locale', locale, 'country', destination->>'country',
      'email', email, 'taxesIncluded', taxes_included,
      'shipping', case when shipping_amount is null then null
        else json_build_object('price', shipping_amount, 'tax', shipping_tax) end,
      'total', case when total_currency = currency then total_amount end,
      'lines', (
        select coalesce(json_agg(json_build_object(
          'id', order_lines.line_id, 'externalId', order_lines.external_id, 'position', order_lines.position,
          'title', order_lines.title, 'variant', order_lines.variant, 'sku', order_lines.sku,
          'productId', order_lines.product_id, 'variantId', order_lines.variant_id, 'productType', ${lineType},
          'tags', ${lineTags}, 'quantity', order_lines.quantity, 'removed', order_lines.removed,
          'unitPrice', case when unit_price_currency = placed.currency then unit_price_amount end,
          'discount', discount_amount, 'tax', tax_amount, 'imageUrl', ${lineImage}, 'productUrl', ${linePage},
          'shippable', order_lines.shippable, 'bundleOf', (
            select whole.line_id from order_lines as whole
            where whole.store_id = order_lines.store_id and whole.order_id = order_lines.order_id
              and whole.external_id = order_lines.bundle_external_id and whole.line_id <> order_lines.line_id
          )
        ) order by order_lines.position, order_lines.external_id), '[]')
        from order_lines ${joinCatalogue}
        where order_lines.store_id = placed.store_id and order_lines.order_id = placed.order_id
      ),
      'refunds', (
        select coalesce(json_agg(json_build_object(
          'key', refunds.source || ':' || refunds.external_id, 'refundedAt', refunded_at,
          'amount', case when refunds.currency = placed.currency then refunds.amount end,
          'items', (
            select coalesce(json_agg(json_build_object('lineId', line_id, 'quantity', item.quantity)
              order by order_lines.position, order_lines.external_id), '[]')
            from jsonb_to_recordset(refunds.items) as item ("lineExternalId" text, quantity integer)
            join order_lines on order_lines.store_id = placed.store_id
              and order_lines.order_id = placed.order_id
              and order_lines.external_id = item."lineExternalId"
          )
        ) order by refunded_at, refunds.external_id), '[]')
        from refunds
        where refunds.store_id = placed.store_id and refunds.source = placed.source
          and refunds.order_external_id = placed.external_id
      )
    ) as sold
    from placed`.execute(tx);
  const sold = rows[0]?.sold;
  return sold ? withInstants(sold) : null;
}

/** The database writes moments with an offset and as many digits as they have. */
const withInstants = (sold: SoldOrder): SoldOrder => ({
  ...sold,
  placedAt: inUtc(sold.placedAt),
  cancelledAt: sold.cancelledAt && inUtc(sold.cancelledAt),
  refunds: sold.refunds.map((refund) => ({ ...refund, refundedAt: inUtc(refund.refundedAt) })),
});

const inUtc = (moment: string): string => new Date(moment).toISOString();
