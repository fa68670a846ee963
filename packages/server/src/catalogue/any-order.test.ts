import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adapters } from '../ingest/adapters/index.ts';
import type { Fact } from '../ingest/facts.ts';
import { fixtureText } from '../ingest/fixtures/index.ts';
import { readFacts } from '../ingest/fixtures/read-facts.ts';
import { applyFacts } from '../orders/apply-facts.ts';
import { readSoldOrder } from '../orders/read-sold.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { listProducts } from './list-products.ts';
import { readVariants } from './read-variants.ts';

const changed = (text: string, changes: object) => JSON.stringify({ ...JSON.parse(text), ...changes });
const shopify = (topic: string, body: string) =>
  readFacts(adapters.shopify, body, { 'x-shopify-topic': topic }).facts;
const woocommerce = (topic: string, body: string) =>
  readFacts(adapters.woocommerce, body, { 'x-wc-webhook-topic': topic }).facts;

const shirt = fixtureText('shopify-product');
const soap = {
  id: 7702,
  title: 'Soap',
  status: 'active',
  variants: [{ id: 4402, title: 'One', price: '12.00' }],
};
const candle = fixtureText('woocommerce-product');
const large = fixtureText('woocommerce-variation');
const order = fixtureText('shopify-order-discounted');
const parcels = fixtureText('woocommerce-order-taxed');

/** The order after it was changed: another discount, tax, variant and way. */
const repriced = {
  taxes_included: false,
  shipping_lines: [],
  line_items: [
    {
      ...JSON.parse(order).line_items[0],
      variant_id: 4400,
      discount_allocations: [{ amount: '1.00' }],
      tax_lines: [{ price: '2.00' }],
    },
  ],
};

/** What two platforms tell of their goods and of an order each; later ones of a thing have a later time. */
const messages: readonly (readonly Fact[])[] = [
  shopify('products/create', changed(shirt, { updated_at: '2026-01-10T09:00:00Z', product_type: 'Tops' })),
  shopify('products/update', shirt),
  shopify(
    'products/update',
    changed(shirt, { updated_at: '2026-06-01T00:00:00Z', variants: [JSON.parse(shirt).variants[1]] }),
  ),
  shopify('products/create', changed(JSON.stringify(soap), { updated_at: '2026-05-01T00:00:00Z' })),
  shopify('products/delete', '{"id":7702}'),
  woocommerce('product.created', candle),
  woocommerce(
    'product.updated',
    changed(candle, { date_modified_gmt: '2026-05-03T08:00:00', variations: [511] }),
  ),
  woocommerce('product.created', large),
  woocommerce(
    'product.updated',
    changed(large, { date_modified_gmt: '2026-05-04T08:00:00', stock_quantity: 2 }),
  ),
  woocommerce(
    'product.created',
    changed(candle, { id: 505, name: 'Gift box', type: 'simple', variations: [] }),
  ),
  woocommerce('product.deleted', '{"id":505}'),
  shopify('orders/create', order),
  shopify('orders/updated', changed(order, { updated_at: '2026-05-06T00:00:00Z', ...repriced })),
  shopify(
    'refunds/create',
    changed(fixtureText('shopify-refund'), {
      order_id: 6500000000001,
      refund_line_items: [{ line_item_id: 1, quantity: 1 }],
    }),
  ),
  woocommerce('order.created', parcels),
];

async function endOf(
  { context, newStore }: TestBackend,
  told: readonly (readonly Fact[])[],
): Promise<unknown> {
  const { store } = await newStore();
  const now = context.clock.now();
  for (const facts of told) {
    await context.db.withStore(store.id, (tx) => applyFacts(tx, store.id, facts, now));
  }
  return context.db.withStore(store.id, async (tx) => {
    const ids = await tx.selectFrom('orders').select('order_id').orderBy('source').execute();
    const sold = [];
    for (const { order_id: orderId } of ids)
      sold.push(await readSoldOrder(tx, { storeId: store.id, orderId }));
    const items = await tx
      .selectFrom('shipment_items')
      .select(['line_external_id', 'parcel', 'quantity'])
      .orderBy('line_external_id')
      .orderBy('parcel')
      .execute();
    return {
      sold: sold.map((one) => JSON.parse(JSON.stringify(one).replace(/(ord|lin)_[0-9a-f]{32}/g, '$1'))),
      items,
      products: await listProducts(tx, store.id, {}),
      shirts: [...(await readVariants(tx, store.id, ['7701', '7702'], 'shopify'))],
      candles: [...(await readVariants(tx, store.id, ['510', '505'], 'woocommerce'))],
    };
  });
}

const shuffled = fc.tuple(
  fc.shuffledSubarray([...messages], { minLength: messages.length }),
  fc.array(fc.constantFrom(...messages), { maxLength: 6 }),
);

describeOnBothDatabases('messages about goods and what was paid for them', (open) => {
  it('end in the same catalogue and the same sums whichever way they come, and however often', async () => {
    const backend = await open();
    const expected = await endOf(backend, messages);
    expect(expected).toMatchObject({
      sold: [
        {
          taxesIncluded: false,
          shipping: { price: 0, tax: 0 },
          lines: [{ variantId: '4400', discount: 100, tax: 200, productType: 'Shirts' }],
          refunds: [{ items: [{ quantity: 1 }] }],
        },
        { source: 'woocommerce' },
      ],
      products: { items: [{ externalId: '7701', productType: 'Shirts' }, { externalId: '510' }] },
      shirts: [['7701', [{ id: '4401', stock: 0, price: 2995, currency: 'EUR' }]]],
      candles: [['510', [{ id: '511', stock: 2 }]]],
      items: [
        { line_external_id: '71', parcel: 0, quantity: 2 },
        { line_external_id: '71', parcel: 1, quantity: 1 },
        { line_external_id: '73', parcel: 0, quantity: 1 },
      ],
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([all, again]) => {
        expect(await endOf(backend, [...all, ...again])).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
