import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../adapter.ts';
import type { OrderFact } from '../facts.ts';
import { type FixtureName, fixtureText } from '../fixtures/index.ts';
import { last, readFacts } from '../fixtures/read-facts.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';

const shopifyUpdate = { 'x-shopify-topic': 'orders/updated' };
const wooUpdate = { 'x-wc-webhook-topic': 'order.updated' };

const orderOf = (adapter: Adapter, body: string): OrderFact =>
  last(readFacts(adapter, body, { ...shopifyUpdate, ...wooUpdate }).facts, 'order');
const inFixture = (adapter: Adapter, name: FixtureName): OrderFact => orderOf(adapter, fixtureText(name));

/** What everything together cost by our facts. */
function sumOf({ lines, shipping, taxesIncluded }: OrderFact): number {
  const goods = lines.map(
    ({ unitPrice, quantity, discount, tax }) =>
      (unitPrice?.amount ?? 0) * quantity - discount + (taxesIncluded ? 0 : tax),
  );
  const way = (shipping?.price ?? 0) + (taxesIncluded ? 0 : (shipping?.tax ?? 0));
  return goods.reduce((sum, amount) => sum + amount, way);
}

const usd = (amount: string) => ({
  shop_money: { amount, currency_code: 'USD' },
  presentment_money: { amount, currency_code: 'USD' },
});
const nano = (id: number, variant: number, discount: string) => ({
  id,
  title: 'IPod Nano - 8gb',
  product_id: 632910392,
  variant_id: variant,
  quantity: 1,
  price: '199.00',
  price_set: usd('199.00'),
  tax_lines: [{ title: 'State Tax', price: '3.98', price_set: usd('3.98') }],
  discount_allocations: [{ amount: discount, amount_set: usd(discount), discount_application_index: 0 }],
});

/** The money of the example order of https://shopify.dev/docs/api/admin-rest/latest/resources/order */
const shopifyExample = JSON.stringify({
  id: 450789469,
  name: '#1001',
  created_at: '2008-01-10T11:00:00-05:00',
  currency: 'USD',
  taxes_included: false,
  total_price: '598.94',
  total_price_set: usd('598.94'),
  line_items: [
    nano(466157049, 39072856, '3.34'),
    nano(518995019, 49148385, '3.33'),
    nano(703073504, 457924702, '3.33'),
  ],
  shipping_lines: [],
});

/** The money of the example order of https://woocommerce.github.io/woocommerce-rest-api-docs/#orders */
const wooExample = JSON.stringify({
  id: 727,
  status: 'processing',
  currency: 'USD',
  date_created_gmt: '2017-03-22T19:28:02',
  shipping_total: '10.00',
  shipping_tax: '0.00',
  total: '29.35',
  prices_include_tax: false,
  line_items: [
    {
      id: 315,
      name: 'Woo Single #1',
      product_id: 93,
      variation_id: 0,
      quantity: 2,
      subtotal: '6.00',
      total: '6.00',
      total_tax: '0.45',
      price: 3,
    },
    {
      id: 316,
      name: 'Ship Your Idea',
      product_id: 22,
      variation_id: 23,
      quantity: 1,
      subtotal: '12.00',
      total: '12.00',
      total_tax: '0.90',
      price: 12,
    },
  ],
  shipping_lines: [{ id: 317, method_id: 'flat_rate', total: '10.00', total_tax: '0.00' }],
});

describe('lines less discounts, with taxes and shipping', () => {
  it.each<[string, () => OrderFact]>([
    ['Shopify’s example order, a discount shared by its lines', () => orderOf(shopify, shopifyExample)],
    ['a Shopify order with prices that include tax', () => inFixture(shopify, 'shopify-order-discounted')],
    ['WooCommerce’s example order', () => orderOf(woocommerce, wooExample)],
    ['a WooCommerce shop whose prices include tax', () => inFixture(woocommerce, 'woocommerce-order-taxed')],
    ['a WooCommerce order that tells unit prices only', () => inFixture(woocommerce, 'woocommerce-order')],
  ])('are the total of %s, to the cent', (_, read) => {
    const order = read();
    expect(order.total?.amount).toBeGreaterThan(0);
    expect(sumOf(order)).toBe(order.total?.amount);
  });

  it('are not the total of an order that tells a line’s price in another currency only', () => {
    const order = inFixture(shopify, 'shopify-order');
    // The second line has no presentment money: 50.00 EUR of an order of 142.35 CHF, of which 4 × 23.70 are known.
    expect(order.lines.map((line) => line.unitPrice)).toEqual([
      { amount: 2370, currency: 'CHF' },
      { amount: 5000, currency: 'EUR' },
    ]);
    expect(order.shipping).toBeNull();
  });

  it('leave out what belongs to no line: WooCommerce’s fees', () => {
    const withFee = { ...JSON.parse(wooExample), total: '31.35', fee_lines: [{ id: 1, total: '2.00' }] };
    const order = orderOf(woocommerce, JSON.stringify(withFee));
    expect((order.total?.amount ?? 0) - sumOf(order)).toBe(200);
  });
});

describe('a Shopify order', () => {
  const order = inFixture(shopify, 'shopify-order-discounted');

  it('adds a line’s own discounts to its share of the order’s', () => {
    expect(order.lines.map((line) => line.discount)).toEqual([1349, 120]);
  });

  it('tells the tax of each line and which variant it is', () => {
    expect(order.taxesIncluded).toBe(true);
    expect(order.lines).toMatchObject([
      { tax: 1219, productId: '7701', variantId: '4401' },
      { tax: 172, productId: '7702', variantId: '4402' },
    ]);
  });

  it.each([
    ['takes the order’s discounts from the price of shipping', {}, 400, 64],
    [
      'takes the line’s own discount where it is the greater',
      { discounted_price_set: undefined, discounted_price: '1.00' },
      100,
      64,
    ],
    ['never pays to ship', { discount_allocations: [{ amount: '9.00' }] }, 0, 64],
    ['leaves out a way that was taken off again', { is_removed: true }, 0, 0],
  ])('%s', (_, changes, price, tax) => {
    const body = JSON.parse(fixtureText('shopify-order-discounted'));
    Object.assign(body.shipping_lines[0], changes);
    expect(orderOf(shopify, JSON.stringify(body)).shipping).toEqual({ price, tax });
  });

  it.each([
    [
      'of other money',
      { price: '4.90', price_set: { presentment_money: { amount: '4', currency_code: 'CHF' } } },
    ],
    ['that is no number', { price: 'free', price_set: undefined }],
  ])('does not know what shipping cost with a price %s', (_, changes) => {
    const body = JSON.parse(fixtureText('shopify-order-discounted'));
    Object.assign(body.shipping_lines[0], changes);
    expect(orderOf(shopify, JSON.stringify(body)).shipping).toBeNull();
  });

  it('counts what cannot be as nothing: other currencies, negative and huge discounts and taxes', () => {
    const body = JSON.parse(fixtureText('shopify-order-discounted'));
    const [line] = body.line_items;
    line.discount_allocations = [
      { amount: '-3.00' },
      { amount: '1e30' },
      { amount_set: { presentment_money: { amount: '2.00', currency_code: 'USD' } } },
      'x',
    ];
    line.tax_lines = [{ price: '-1' }, { price: 'much' }, null];
    expect(orderOf(shopify, JSON.stringify(body)).lines[0]).toMatchObject({ discount: 0, tax: 0 });
    line.discount_allocations = [{ amount: '900.00' }];
    expect(orderOf(shopify, JSON.stringify(body)).lines[0]?.discount).toBe(8985);
    line.price_set = undefined;
    line.price = '-5.00';
    expect(orderOf(shopify, JSON.stringify(body)).lines[0]?.unitPrice).toBeNull();
  });
});

describe('a WooCommerce order', () => {
  const order = inFixture(woocommerce, 'woocommerce-order-taxed');

  it('is told without tax, whatever the shop’s prices include', () => {
    expect(order.taxesIncluded).toBe(false);
    expect(order.shipping).toEqual({ price: 412, tax: 78 });
  });

  it('rounds a unit’s price up and gives the rest back as discount', () => {
    // 25.21 for three: 8.41 each make 25.23; 22.69 were paid.
    expect(order.lines[0]).toMatchObject({ unitPrice: { amount: 841 }, discount: 254, tax: 431 });
  });

  it('knows the line a part of a bundle belongs to, and a product without variations as its own variant', () => {
    expect(order.lines).toMatchObject([
      { externalId: '71', bundleExternalId: null, variantId: '500' },
      { externalId: '72', bundleExternalId: null, variantId: '505' },
      { externalId: '73', bundleExternalId: '72', variantId: '511', productId: '510' },
    ]);
  });

  it('keeps every line’s total to the last digit, whatever it is divided by', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        (one, other, quantity, currency) => {
          const digits = { EUR: 2, JPY: 0, KWD: 3 }[currency] ?? 2;
          const text = (amount: number) => (amount / 10 ** digits).toFixed(digits);
          const [total, subtotal] = [Math.min(one, other), Math.max(one, other)];
          const body = {
            ...JSON.parse(wooExample),
            currency,
            line_items: [
              { id: 1, name: 'a', quantity, subtotal: text(subtotal), total: text(total), price: 0 },
            ],
          };
          const [line] = orderOf(woocommerce, JSON.stringify(body)).lines;
          expect((line?.unitPrice?.amount ?? -1) * quantity - (line?.discount ?? 0)).toBe(total);
        },
      ),
    );
  });
});
