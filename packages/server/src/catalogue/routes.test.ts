import type { ProductInput } from '@postlude/contract';
import { endpoints } from '@postlude/contract/endpoints';
import { expect, it } from 'vitest';
import { adapters } from '../ingest/adapters/index.ts';
import { fixtureText } from '../ingest/fixtures/index.ts';
import { readFacts } from '../ingest/fixtures/read-facts.ts';
import { applyFacts } from '../orders/apply-facts.ts';
import type { CreatedStore } from '../stores/create-store.ts';
import { apiOf, expectExactly, newWebhook, putOrder, type Send } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { readVariants } from './read-variants.ts';

const teapot: ProductInput = {
  title: 'Teapot',
  productType: 'Tableware',
  tags: ['clay'],
  imageUrl: 'https://shop.example.com/teapot.jpg',
  productUrl: 'https://shop.example.com/teapot',
  variants: [
    { externalId: 'b', title: 'Blue', sku: 'T-B', price: { amount: 4990, currency: 'EUR' }, stock: 3 },
    { externalId: 'a', title: 'Amber', imageUrl: 'https://shop.example.com/amber.jpg' },
  ],
};

const at = (id: string) => `/v1/staff/products/by-external-id/${encodeURIComponent(id)}`;
const put = (send: Send, { secretKey }: CreatedStore, id: string, changes: object = {}) =>
  send('PUT', at(id), { key: secretKey, json: { ...teapot, ...changes } });

describeOnBothDatabases('a product put in by staff', (open) => {
  const start = async () => {
    const { context, clock, newStore } = await open();
    return { context, clock, send: apiOf(context), shop: await newStore(), newStore };
  };

  it('is told back exactly as the contract says, with its variants in their order', async () => {
    const { send, shop } = await start();
    const answer = await put(send, shop, 'p/1');
    expect(answer.status).toBe(200);
    expectExactly(endpoints.putProduct.output, answer.json);
    expect(answer.json).toMatchObject({
      externalId: 'p/1',
      source: 'staff',
      title: 'Teapot',
      onSale: true,
      variants: [
        { id: 'b', price: { amount: 4990, currency: 'EUR' }, stock: 3, imageUrl: null },
        { id: 'a', price: null, stock: null, imageUrl: 'https://shop.example.com/amber.jpg' },
      ],
    });
  });

  it('gives way to a later one and not to an earlier one', async () => {
    const { send, shop } = await start();
    await put(send, shop, 'p', { updatedAt: '2026-11-20T10:00:00Z', title: 'New' });
    const older = await put(send, shop, 'p', { updatedAt: '2026-11-19T10:00:00Z', title: 'Old' });
    expect(older.json.title).toBe('New');
    const [variant] = teapot.variants;
    const now = await put(send, shop, 'p', { variants: [{ ...variant, stock: 0 }] });
    expect(now.json.variants).toMatchObject([{ id: 'b', stock: 0 }]);
  });

  it('is offered until it is deleted, and again when it is put in once more', async () => {
    const { context, send, shop } = await start();
    const { id } = shop.store;
    const offered = () =>
      context.db.withStore(id, async (tx) => [
        ...(await readVariants(tx, id, ['p', 'q', 'none'], 'staff')).entries(),
      ]);
    await put(send, shop, 'p');
    await put(send, shop, 'q', { onSale: false });
    expect(await offered()).toEqual([
      [
        'p',
        [
          {
            productId: 'p',
            id: 'b',
            title: 'Blue',
            sku: 'T-B',
            price: 4990,
            currency: 'EUR',
            stock: 3,
            imageUrl: teapot.imageUrl,
          },
          {
            productId: 'p',
            id: 'a',
            title: 'Amber',
            sku: null,
            price: null,
            currency: null,
            stock: null,
            imageUrl: 'https://shop.example.com/amber.jpg',
          },
        ],
      ],
    ]);
    const remove = () => send('DELETE', at('p'), { key: shop.secretKey });
    expect((await remove()).json).toEqual({ deleted: true });
    expect((await remove()).json).toEqual({ deleted: false });
    expect(await offered()).toEqual([]);
    await put(send, shop, 'p');
    expect(await offered()).toHaveLength(1);
  });

  it('lends its picture, page, type and tags to lines without, also after it was deleted', async () => {
    const { send, shop } = await start();
    await put(send, shop, 'p');
    const line = { externalId: 'l1', title: 'Teapot', quantity: 1, productId: 'p' };
    const lines = [
      line,
      { ...line, externalId: 'l2', variantId: 'a' },
      { ...line, externalId: 'l3', imageUrl: 'https://x.example.com/own.jpg' },
    ];
    const { order } = await putOrder(send, shop, { lines });
    await send('DELETE', at('p'), { key: shop.secretKey });
    const { json } = await send('GET', `/v1/staff/orders/${order.id}`, { key: shop.secretKey });
    expect(json.order.lines).toMatchObject([
      { imageUrl: teapot.imageUrl, productUrl: teapot.productUrl },
      { imageUrl: 'https://shop.example.com/amber.jpg', productUrl: teapot.productUrl },
      { imageUrl: 'https://x.example.com/own.jpg' },
    ]);
  });

  it('is found by title, id, type, tag and SKU, and listed a page at a time', async () => {
    const { send, shop } = await start();
    const list = async (query: string) =>
      (await send('GET', `/v1/staff/products${query}`, { key: shop.secretKey })).json;
    await put(send, shop, 'p1', { title: 'Cup 100%', productType: null, tags: [], variants: [] });
    await put(send, shop, 'p2');
    await put(send, shop, 'p3', { title: 'Gone' });
    await send('DELETE', at('p3'), { key: shop.secretKey });
    const found = async (q: string) =>
      (await list(`?q=${encodeURIComponent(q)}`)).items.map(
        (item: { externalId: string }) => item.externalId,
      );
    for (const q of ['teaPOT', 'p2', 'tableware', 'CLAY', 't-b'])
      expect([q, await found(q)]).toEqual([q, ['p2']]);
    expect(await found('100%')).toEqual(['p1']);
    expect(await found('_')).toEqual([]);
    const first = await list('?limit=1');
    expectExactly(endpoints.listProducts.output, first);
    expect(first.items).toMatchObject([{ externalId: 'p1' }]);
    expect(await list(`?limit=1&cursor=${first.next}`)).toMatchObject({
      items: [{ externalId: 'p2' }],
      next: null,
    });
    const wrong = await send('GET', '/v1/staff/products?cursor=eyJ4', { key: shop.secretKey });
    expect(wrong.json).toMatchObject({
      code: 'invalid_input',
      fields: { 'query.cursor': expect.any(String) },
    });
  });

  it.each<[string, object, string]>([
    [
      'two variants of one id',
      { variants: [teapot.variants[0], teapot.variants[0]] },
      'variants.1.externalId',
    ],
    [
      'a negative price',
      { variants: [{ externalId: 'a', title: 'A', price: { amount: -1, currency: 'EUR' } }] },
      'variants.0.price.amount',
    ],
    ['a picture that is a script', { imageUrl: 'javascript:alert(1)' }, 'imageUrl'],
    ['a stock below zero', { variants: [{ externalId: 'a', title: 'A', stock: -1 }] }, 'variants.0.stock'],
    ['what nobody knows', { price: 1 }, 'price'],
    ['a time of no year', { updatedAt: '0000-01-01T00:00:00Z' }, 'updatedAt'],
  ])('is refused with %s', async (_, changes, field) => {
    const { send, shop } = await start();
    const { status, json } = await put(send, shop, 'p', changes);
    expect([status, json.code]).toEqual([422, 'invalid_input']);
    expect(Object.keys(json.fields)).toEqual([field]);
    const { json: list } = await send('GET', '/v1/staff/products', { key: shop.secretKey });
    expect(list.items).toEqual([]);
  });

  it('may be a platform’s, which then has the last word', async () => {
    const { context, send, shop } = await start();
    const { id } = shop.store;
    const [variant] = teapot.variants;
    const changes = { source: 'shopify', variants: [{ ...variant, externalId: '4400' }] };
    expect((await put(send, shop, '7701', changes)).json).toMatchObject({ source: 'shopify' });
    const tell = (topic: string, body: object) =>
      context.db.withStore(id, (tx) => {
        const { facts } = readFacts(adapters.shopify, JSON.stringify(body), { 'x-shopify-topic': topic });
        return applyFacts(tx, id, facts, context.clock.now());
      });
    const offered = () =>
      context.db.withStore(id, async (tx) => (await readVariants(tx, id, ['7701'], 'shopify')).get('7701'));
    const shirt = JSON.parse(fixtureText('shopify-product'));
    await tell('products/update', shirt);
    expect(await offered()).toMatchObject([{ id: '4400', title: 'Blue' }]);
    await tell('products/update', { ...shirt, updated_at: '2027-01-01T00:00:00Z' });
    expect(await offered()).toHaveLength(4);
    await tell('products/delete', { id: 7701 });
    expect(await offered()).toBeUndefined();
    const late = await put(send, shop, '7701', changes);
    expect([late.status, late.json.code]).toEqual([409, 'conflict']);
  });

  it('comes by a platform’s signed webhook too, in the store’s currency', async () => {
    const { context, send, newStore } = await start();
    const shop = await newStore({ currency: 'KWD' });
    const webhook = await newWebhook(context, shop.store.id, 'woocommerce');
    const told = async (topic: string, body: string) => {
      const headers = { 'x-wc-webhook-topic': topic, ...webhook.sign(body) };
      expect((await send('POST', webhook.path, { body, headers })).status).toBe(200);
    };
    await told('product.updated', fixtureText('woocommerce-variation'));
    await told('product.created', fixtureText('woocommerce-product'));
    const { json } = await send('GET', '/v1/staff/products', { key: shop.secretKey });
    expect(json.items).toMatchObject([
      {
        externalId: '510',
        source: 'woocommerce',
        variants: [{ id: '511', price: { amount: 19900, currency: 'KWD' }, stock: 7 }],
      },
    ]);
    await told('product.deleted', '{"id":510}');
    expect((await send('GET', '/v1/staff/products', { key: shop.secretKey })).json.items).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const { send, shop, newStore } = await start();
    await put(send, shop, 'p');
    const other = await newStore();
    expect((await send('DELETE', at('p'), { key: other.secretKey })).json).toEqual({ deleted: false });
    expect((await send('GET', '/v1/staff/products', { key: other.secretKey })).json.items).toEqual([]);
    expect((await send('GET', '/v1/staff/products')).status).toBe(401);
    expect((await send('GET', '/v1/staff/products', { key: shop.secretKey })).json.items).toHaveLength(1);
  });
});
