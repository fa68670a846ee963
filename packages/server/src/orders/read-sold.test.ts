import type { OrderInput } from '@postlude/contract';
import { expect, it } from 'vitest';
import { adapters } from '../ingest/adapters/index.ts';
import { fixtureText } from '../ingest/fixtures/index.ts';
import { readFacts } from '../ingest/fixtures/read-facts.ts';
import { apiOf, orderInput, putOrder } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { applyFacts } from './apply-facts.ts';
import { readSoldOrder } from './read-sold.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

const sale: Partial<OrderInput> = {
  locale: 'de-DE',
  total: eur(8240),
  taxesIncluded: true,
  shipping: { price: eur(490), tax: eur(78) },
  lines: [
    {
      externalId: 'set',
      title: 'Set',
      quantity: 1,
      unitPrice: eur(3000),
      variantId: 'v',
      productType: 'Sets',
      tags: ['x', 'y'],
    },
    {
      externalId: 'cup',
      title: 'Cup',
      quantity: 3,
      removed: 1,
      unitPrice: eur(1995),
      discount: eur(1235),
      tax: eur(759),
      bundleExternalId: 'set',
    },
    { externalId: 'self', title: 'Self', quantity: 1, bundleExternalId: 'self' },
    { externalId: 'lost', title: 'Lost', quantity: 1, bundleExternalId: 'nobody' },
  ],
  refunds: [
    { externalId: 'r2', refundedAt: '2026-11-23T10:00:00+01:00', amount: eur(100), items: [] },
    {
      externalId: 'r1',
      refundedAt: '2026-11-22T10:00:00Z',
      amount: eur(1995),
      items: [{ lineExternalId: 'cup', quantity: 1 }],
    },
  ],
};

describeOnBothDatabases('what was sold', (open) => {
  const start = async () => {
    const { context, newStore } = await open();
    const shop = await newStore();
    const read = (orderId: string, storeId: string = shop.store.id) =>
      context.db.withStore(storeId, (tx) => readSoldOrder(tx, { storeId, orderId }));
    return { context, shop, send: apiOf(context), newStore, read };
  };

  it('is an order with its lines, their money, and what was given back, oldest first', async () => {
    const { send, shop, read } = await start();
    const { order } = await putOrder(send, shop, sale);
    const [set, cup] = order.lines.map((line) => line.id);
    expect(await read(order.id)).toEqual({
      id: order.id,
      number: '1001',
      source: 'staff',
      externalId: 'ext-1001',
      placedAt: '2026-11-20T10:00:00.000Z',
      cancelledAt: null,
      currency: 'EUR',
      locale: 'de-DE',
      country: 'DE',
      email: 'Ada@Example.com',
      taxesIncluded: true,
      shipping: { price: 490, tax: 78 },
      total: 8240,
      lines: [
        expect.objectContaining({
          id: set,
          externalId: 'set',
          variantId: 'v',
          productType: 'Sets',
          tags: ['x', 'y'],
          discount: 0,
          tax: 0,
          bundleOf: null,
        }),
        {
          id: cup,
          externalId: 'cup',
          position: 1,
          title: 'Cup',
          variant: null,
          sku: null,
          productId: null,
          variantId: null,
          productType: null,
          tags: [],
          quantity: 3,
          removed: 1,
          unitPrice: 1995,
          discount: 1235,
          tax: 759,
          imageUrl: null,
          productUrl: null,
          shippable: true,
          bundleOf: set,
        },
        expect.objectContaining({ externalId: 'self', unitPrice: null, bundleOf: null }),
        expect.objectContaining({ externalId: 'lost', bundleOf: null }),
      ],
      refunds: [
        {
          key: 'staff:r1',
          refundedAt: '2026-11-22T10:00:00.000Z',
          amount: 1995,
          items: [{ lineId: cup, quantity: 1 }],
        },
        { key: 'staff:r2', refundedAt: '2026-11-23T09:00:00.000Z', amount: 100, items: [] },
      ],
    });
  });

  it('shows refunded units as gone on the card too', async () => {
    const { send, shop } = await start();
    const { order } = await putOrder(send, shop, sale);
    expect(order.lines[1]).toMatchObject({ quantity: 1, removed: 2 });
  });

  it('of which nothing more is told is known to be unknown', async () => {
    const { send, shop, read } = await start();
    const { order } = await putOrder(send, shop, { total: null, destination: null, email: null });
    expect(await read(order.id)).toMatchObject({
      country: null,
      email: null,
      total: null,
      taxesIncluded: false,
      shipping: null,
      refunds: [],
    });
  });

  it('has no sums of another currency than the order’s', async () => {
    const { context, shop, read } = await start();
    const { id } = shop.store;
    const { facts } = readFacts(
      adapters.shopify,
      fixtureText('shopify-order').replace(
        '"amount": "23.70", "currency": "CHF"',
        '"amount": "24.95", "currency": "EUR"',
      ),
      { 'x-shopify-topic': 'orders/updated' },
    );
    const orderId = await context.db.withStore(id, async (tx) => {
      await applyFacts(tx, id, facts, context.clock.now());
      return (await tx.selectFrom('orders').select('order_id').executeTakeFirstOrThrow()).order_id;
    });
    const sold = await read(orderId);
    expect(sold).toMatchObject({
      currency: 'CHF',
      total: 14235,
      source: 'shopify',
      locale: 'de-CH',
      country: 'CH',
    });
    expect(sold?.lines.map((line) => line.unitPrice)).toEqual([2370, null]);
    expect(sold?.refunds).toMatchObject([{ amount: null, items: [{ quantity: 1 }] }]);
  });

  it('takes kind, tags, picture and page from the catalogue where an order does not tell them', async () => {
    const { context, shop, read } = await start();
    const { id } = shop.store;
    const headers = { 'x-shopify-topic': 'products/update', 'x-shopify-shop-domain': 'kontor.myshopify.com' };
    const facts = [
      ...readFacts(adapters.shopify, fixtureText('shopify-order-discounted'), {
        'x-shopify-topic': 'orders/create',
      }).facts,
      ...readFacts(adapters.shopify, fixtureText('shopify-product'), headers).facts,
    ];
    const orderId = await context.db.withStore(id, async (tx) => {
      await applyFacts(tx, id, facts, context.clock.now());
      return (await tx.selectFrom('orders').select('order_id').executeTakeFirstOrThrow()).order_id;
    });
    expect((await read(orderId))?.lines).toMatchObject([
      {
        productType: 'Shirts',
        tags: ['linen', 'Summer', 'final-sale'],
        imageUrl: 'https://cdn.shop.example.com/shirt-m.jpg',
        productUrl: 'https://kontor.myshopify.com/products/linen-shirt',
      },
      { productType: null, tags: [], imageUrl: null, productUrl: null },
    ]);
  });

  it('is another store’s business', async () => {
    const { send, shop, newStore, read } = await start();
    const { order } = await putOrder(send, shop);
    const other = await newStore();
    expect(await read(order.id, other.store.id)).toBeNull();
  });
});

describeOnBothDatabases('the money of an order put in by staff', (open) => {
  const [line] = sale.lines ?? [];
  const withLine = (changes: object) => ({ lines: [{ ...line, ...changes }] });
  const refund = { externalId: 'r', refundedAt: '2026-11-22T10:00:00Z', amount: eur(1), items: [] };

  it.each<[string, object, string]>([
    ['a total in another currency', { total: { amount: 1, currency: 'USD' } }, 'total.currency'],
    [
      'a price in another currency',
      withLine({ unitPrice: { amount: 1, currency: 'USD' } }),
      'lines.0.unitPrice.currency',
    ],
    [
      'a discount in another currency',
      withLine({ discount: { amount: 1, currency: 'USD' } }),
      'lines.0.discount.currency',
    ],
    ['a tax in another currency', withLine({ tax: { amount: 1, currency: 'USD' } }), 'lines.0.tax.currency'],
    [
      'shipping in another currency',
      { shipping: { price: { amount: 1, currency: 'USD' } } },
      'shipping.price.currency',
    ],
    [
      'a refund in another currency',
      { refunds: [{ ...refund, amount: { amount: 1, currency: 'USD' } }] },
      'refunds.0.amount.currency',
    ],
    ['a negative price', withLine({ unitPrice: eur(-1) }), 'lines.0.unitPrice.amount'],
    ['a negative discount', withLine({ discount: eur(-1) }), 'lines.0.discount.amount'],
    ['more discount than price', withLine({ discount: eur(3001) }), 'lines.0.discount.amount'],
    [
      'a sum nobody can count',
      withLine({ unitPrice: eur(Number.MAX_SAFE_INTEGER), quantity: 2 }),
      'lines.0.unitPrice.amount',
    ],
    [
      'a refund of a line it does not have',
      { refunds: [{ ...refund, items: [{ lineExternalId: 'x', quantity: 1 }] }] },
      'refunds.0.items.0.lineExternalId',
    ],
    ['one refund twice', { refunds: [refund, refund] }, 'refunds.1.externalId'],
    ['a refund without a time', { refunds: [{ ...refund, refundedAt: 'today' }] }, 'refunds.0.refundedAt'],
  ])('is refused with %s, and nothing is changed', async (_, changes, field) => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { status, json } = await send('PUT', '/v1/staff/orders/by-external-id/e', {
      key: shop.secretKey,
      json: { ...orderInput(), ...changes },
    });
    expect([status, json.code, Object.keys(json.fields ?? {})]).toEqual([422, 'invalid_input', [field]]);
    expect((await send('GET', '/v1/staff/orders', { key: shop.secretKey })).json.items).toEqual([]);
  });

  it('does not take a refund that is another order’s', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop, { refunds: [refund] });
    await putOrder(send, shop, { refunds: [refund], updatedAt: '2027-01-01T00:00:00Z' });
    const other = await send('PUT', '/v1/staff/orders/by-external-id/other', {
      key: shop.secretKey,
      json: orderInput({ number: '1002', refunds: [refund] }),
    });
    expect([other.status, other.json.code]).toEqual([409, 'conflict']);
  });
});
