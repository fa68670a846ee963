import { minorDigits } from '@postlude/contract';
import * as fc from 'fast-check';
import { shopify } from '../../ingest/adapters/shopify.ts';
import { woocommerce } from '../../ingest/adapters/woocommerce.ts';
import { readFacts } from '../../ingest/fixtures/read-facts.ts';
import type { SoldOrder } from '../../orders/read-sold.ts';
import { apportion } from '../split.ts';
import type { PaidOrder } from './arbitrary.ts';
import { soldFromFacts } from './sold-from-facts.ts';

/** An order as a platform tells it, and what the parts of its bundles are. */
export interface PlatformOrder extends PaidOrder {
  /** The places of lines that were sold as a part of a bundle. */
  readonly parts: readonly number[];
}

const currency = fc.constantFrom('JPY', 'EUR', 'KWD');

/** Minor units as the platforms write them: a decimal text with the currency's digits. */
function decimal(amount: number, code: string): string {
  const digits = minorDigits(code);
  const text = String(amount).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

const component = fc.record({ each: fc.integer({ min: 1, max: 4 }), listed: fc.nat(20_000) });

const sale = fc.record({
  /** How many of it were bought. */
  quantity: fc.integer({ min: 1, max: 3 }),
  /** Of one bundle, or of one unit of what is none. */
  price: fc.integer({ min: 0, max: 30_000 }),
  /** None for what is no bundle. */
  components: fc.array(component, { maxLength: 3 }),
  percentOff: fc.integer({ min: 0, max: 100 }),
  taxPercent: fc.constantFrom(0, 7, 19),
  /** Whether the bundle's price is told as one of the parts, or as their list prices and a discount. */
  asDiscount: fc.boolean(),
});

type Sale = typeof sale extends fc.Arbitrary<infer Value> ? Value : never;

const order = fc.record({
  code: currency,
  taxesIncluded: fc.boolean(),
  sales: fc.array(sale, { minLength: 1, maxLength: 3 }),
  shipping: fc.nat(1500),
  /** Refunds that name units where the platform does, in hundredths of what was paid. */
  refunds: fc.array(fc.record({ percent: fc.nat(60), line: fc.nat(), quantity: fc.nat(2) }), {
    maxLength: 2,
  }),
});

interface Line {
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly tax: number;
  readonly group: number | null;
}

const taxed = (line: Omit<Line, 'tax'>, percent: number): Line => ({
  ...line,
  tax: Math.floor(((line.unitPrice * line.quantity - line.discount) * percent) / 100),
});

/**
 * Shopify has no line for a bundle: each of its components is one, with its share of the bundle's price by what the components
 * cost alone, and the group it was bought in (`sales_line_item_group_id`, since 2025-01).
 * https://shopify.dev/docs/apps/build/product-merchandising/bundles
 */
function shopifyLines(
  { quantity, price, components, percentOff, taxPercent, asDiscount }: Sale,
  group: number,
): Line[] {
  if (components.length === 0) {
    const discount = Math.floor((price * quantity * percentOff) / 100);
    return [taxed({ quantity, unitPrice: price, discount, group: null }, taxPercent)];
  }
  const listed = components.map(({ each, listed: one }) => each * one);
  const shares = apportion(price * quantity, listed);
  return components.map(({ each, listed: one }, index) => {
    const units = each * quantity;
    const share = shares[index] ?? 0;
    const isCheaper = asDiscount && one * units >= share;
    // A price of one unit is rounded; what that makes too much is told as a discount.
    const unitPrice = isCheaper ? one : Math.ceil(share / units);
    const off = Math.floor((share * percentOff) / 100);
    return taxed(
      { quantity: units, unitPrice, discount: unitPrice * units - share + off, group },
      taxPercent,
    );
  });
}

/** What was paid for lines and shipping, counted in the plainest way. */
const paidFor = (lines: readonly Line[], shipping: number, taxesIncluded: boolean): number =>
  sumOf(
    lines.map((line) => line.unitPrice * line.quantity - line.discount + (taxesIncluded ? 0 : line.tax)),
  ) + shipping;

/** Orders with bundles as Shopify's webhook tells them, read by the adapter. Its refunds may name units. */
export const shopifyOrder: fc.Arbitrary<PlatformOrder> = order.map(
  ({ code, taxesIncluded, sales, shipping, refunds }) => {
    const lines = sales.flatMap((each, group) => shopifyLines(each, 7000 + group));
    const paid = paidFor(lines, shipping, taxesIncluded);
    const money = (amount: number) => decimal(amount, code);
    const body = {
      id: 1,
      name: '#1001',
      created_at: '2026-06-01T10:00:00Z',
      updated_at: '2026-06-09T10:00:00Z',
      currency: code,
      taxes_included: taxesIncluded,
      total_price: money(paid),
      shipping_lines: [{ id: 9, price: money(shipping), discount_allocations: [], tax_lines: [] }],
      line_items: lines.map((line, index) => ({
        id: index + 1,
        title: `Thing ${index}`,
        quantity: line.quantity,
        current_quantity: line.quantity,
        price: money(line.unitPrice),
        discount_allocations: line.discount > 0 ? [{ amount: money(line.discount) }] : [],
        tax_lines: line.tax > 0 ? [{ price: money(line.tax) }] : [],
        requires_shipping: true,
        ...(line.group === null ? {} : { sales_line_item_group_id: line.group }),
      })),
      refunds: refunds.map(({ percent, line, quantity }, index) => ({
        id: index + 1,
        order_id: 1,
        created_at: '2026-06-08T10:00:00Z',
        refund_line_items: quantity > 0 ? [{ line_item_id: (line % lines.length) + 1, quantity }] : [],
        transactions: [
          {
            kind: 'refund',
            status: 'success',
            amount: money(Math.floor((paid * percent) / 100)),
            currency: code,
          },
        ],
      })),
    };
    const { facts } = readFacts(shopify, JSON.stringify(body), { 'x-shopify-topic': 'orders/updated' });
    const parts = lines.flatMap(({ group }, index) => (group === null ? [] : [index + 1]));
    return { order: soldFromFacts(facts), paid, parts };
  },
);

/**
 * Product Bundles of WooCommerce has a line for the bundle and one for each part, which names it (`bundled_by`). The price is
 * the bundle's, or the parts have theirs. Its refunds name no units: an order's webhook tells their sums alone.
 */
function woocommerceLines({ quantity, price, components, percentOff, taxPercent, asDiscount }: Sale): Line[] {
  const sold = (units: number, unitPrice: number) =>
    taxed(
      {
        quantity: units,
        unitPrice,
        discount: Math.floor((unitPrice * units * percentOff) / 100),
        group: null,
      },
      taxPercent,
    );
  return [
    sold(quantity, price),
    ...components.map(({ each, listed }) => sold(each * quantity, asDiscount ? listed : 0)),
  ];
}

/** Orders with bundles and refunds as WooCommerce's webhook tells them, read by the adapter. Sums are told without tax. */
export const woocommerceOrder: fc.Arbitrary<PlatformOrder> = order.map(
  ({ code, sales, shipping, refunds }) => {
    const lines: (Line & { readonly id: number; readonly bundledBy: number | null })[] = [];
    for (const each of sales) {
      const whole = lines.length + 1;
      for (const [index, line] of woocommerceLines(each).entries()) {
        lines.push({ ...line, id: lines.length + 1, bundledBy: index === 0 ? null : whole });
      }
    }
    const paid = paidFor(lines, shipping, false);
    const money = (amount: number) => decimal(amount, code);
    const body = {
      id: 1,
      number: '1001',
      status: 'completed',
      currency: code,
      date_created_gmt: '2026-06-01T10:00:00',
      date_modified_gmt: '2026-06-09T10:00:00',
      total: money(paid),
      shipping_total: money(shipping),
      shipping_tax: money(0),
      billing: { email: 'ada@example.com', country: 'DE', postcode: '20095', city: 'Hamburg' },
      line_items: lines.map((line) => ({
        id: line.id,
        name: `Thing ${line.id}`,
        product_id: 100 + line.id,
        variation_id: 0,
        quantity: line.quantity,
        subtotal: money(line.unitPrice * line.quantity),
        total: money(line.unitPrice * line.quantity - line.discount),
        total_tax: money(line.tax),
        meta_data: [],
        bundled_by: line.bundledBy === null ? '' : String(line.bundledBy),
      })),
      refunds: refunds.map(({ percent }, index) => ({
        id: 50 + index,
        reason: '',
        total: `-${money(Math.floor((paid * percent) / 100))}`,
      })),
    };
    const { facts } = readFacts(woocommerce, JSON.stringify(body), { 'x-wc-webhook-topic': 'order.updated' });
    const parts = lines.flatMap(({ bundledBy, id }) => (bundledBy === null ? [] : [id]));
    return { order: soldFromFacts(facts), paid, parts };
  },
);

/** The same order before anything of it was refunded. */
export const unrefunded = (order: SoldOrder): SoldOrder => ({ ...order, refunds: [] });
