import { describe, expect, it } from 'vitest';
import { fixtureText } from '../fixtures/index.ts';
import { rawMessage } from '../fixtures/raw-message.ts';
import { last, readFacts } from '../fixtures/read-facts.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('a Shopify product', () => {
  const headers = { 'x-shopify-topic': 'products/update', 'x-shopify-shop-domain': 'kontor.myshopify.com' };
  const read = (changes: object = {}) =>
    last(
      readFacts(
        shopify,
        JSON.stringify({ ...JSON.parse(fixtureText('shopify-product')), ...changes }),
        headers,
      ).facts,
      'product',
    );

  it('is what is sold, with its kind, tags, picture and page', () => {
    expect(read()).toMatchObject({
      source: 'shopify',
      externalId: '7701',
      version: { at: '2026-05-01T06:30:00.000Z' },
      title: 'Linen shirt “Dune”',
      productType: 'Shirts',
      tags: ['linen', 'Summer', 'final-sale'],
      imageUrl: 'https://cdn.shop.example.com/shirt.jpg',
      productUrl: 'https://kontor.myshopify.com/products/linen-shirt',
      onSale: true,
      variantIds: ['4400', '4401', '4403', '4404'],
    });
  });

  it('has variants in the store’s currency, with what is on hand where that is counted', () => {
    expect(read().variants).toMatchObject([
      { externalId: '4400', title: 'S / Sand', sku: 'LS-S', price: eur(2995), stock: 4, imageUrl: null },
      { stock: 0, imageUrl: 'https://cdn.shop.example.com/shirt-m.jpg' },
      { price: eur(3250), stock: null },
      { sku: null, stock: null },
    ]);
  });

  it('that is a draft, archived or not on the storefront is not offered there', () => {
    expect(read({ status: 'archived' }).onSale).toBe(false);
    expect(read({ status: 'draft' }).onSale).toBe(false);
    expect(read({ published_at: null }).productUrl).toBeNull();
  });

  it('takes its page from nobody but Shopify’s own domain', () => {
    const foreign = { ...headers, 'x-shopify-shop-domain': 'evil.example.com/x' };
    const { facts } = readFacts(shopify, fixtureText('shopify-product'), foreign);
    expect(last(facts, 'product').productUrl).toBeNull();
  });

  it('may list its tags one by one', () => {
    expect(read({ tags: ['a', ' a ', '<b>c</b>', ''] }).tags).toEqual(['a', 'c']);
  });

  it('that is deleted tells its id only, and is so for good', () => {
    const { facts } = readFacts(shopify, '{"id":7701}', { 'x-shopify-topic': 'products/delete' });
    expect(facts).toEqual([
      {
        kind: 'deleted_product',
        source: 'shopify',
        externalId: '7701',
        deletedAt: '9999-12-31T23:59:59.999Z',
      },
    ]);
  });

  it.each(['id', 'title'])('without its %s cannot be read', (name) => {
    expect(() => read({ [name]: undefined })).toThrow(expect.objectContaining({ code: 'field_missing' }));
  });
});

describe('a WooCommerce product', () => {
  const headers = { 'x-wc-webhook-topic': 'product.updated' };
  const changed = (name: 'woocommerce-product' | 'woocommerce-variation', changes: object = {}) =>
    readFacts(woocommerce, JSON.stringify({ ...JSON.parse(fixtureText(name)), ...changes }), headers).facts;
  const product = (changes: object = {}) => last(changed('woocommerce-product', changes), 'product');
  const variation = (changes: object = {}) => last(changed('woocommerce-variation', changes), 'variant');

  it('names its variations, which are told of apart', () => {
    expect(product()).toMatchObject({
      externalId: '510',
      version: { at: '2026-05-01T08:00:00.000Z' },
      title: 'Candle',
      productType: 'Home & light',
      tags: ['beeswax', 'Home & light', 'Gifts'],
      imageUrl: 'https://shop.example.com/candle.jpg',
      productUrl: 'https://shop.example.com/product/candle/',
      onSale: true,
      variantIds: ['512', '511'],
      variants: [],
    });
    expect(variation()).toMatchObject({
      productExternalId: '510',
      externalId: '511',
      title: 'Large',
      sku: 'CA-L',
      price: eur(1990),
      stock: 7,
      imageUrl: 'https://shop.example.com/candle-large.jpg',
    });
  });

  it('without variations is its own only variant', () => {
    const { variantIds, variants } = product({ type: 'simple', variations: [] });
    expect(variantIds).toEqual(['510']);
    expect(variants).toMatchObject([{ externalId: '510', title: 'Candle', price: eur(1600), stock: null }]);
  });

  it.each([
    ['is counted', { stock_quantity: '3.5' }, 3],
    ['is no less than none', { stock_quantity: -4 }, 0],
    ['is sold beyond what is there', { backorders_allowed: true, stock_quantity: 0 }, null],
    ['is counted with the whole product', { manage_stock: 'parent', stock_quantity: 2 }, 2],
    ['is said to be out', { manage_stock: false, stock_quantity: null, stock_status: 'outofstock' }, 0],
    ['is not counted', { manage_stock: false, stock_quantity: null }, null],
    ['is switched off', { status: 'private' }, 0],
  ])('has a stock that %s', (_, changes, stock) => {
    expect(variation(changes).stock).toBe(stock);
  });

  it('that is not published is not on sale', () => {
    expect(product({ status: 'draft' }).onSale).toBe(false);
  });

  it('in the bin is there since the message came', () => {
    const { facts } = readFacts(woocommerce, '{"id":510}', { 'x-wc-webhook-topic': 'product.deleted' });
    expect(facts).toMatchObject([{ externalId: '510', deletedAt: '2026-06-15T12:00:00.000Z' }]);
  });

  it('that nobody saved is ignored', () => {
    const message = rawMessage('{"id":1,"status":"auto-draft","name":"AUTO-DRAFT"}', headers);
    expect(woocommerce.read(message, { timeZone: 'UTC', currency: 'EUR' })).toHaveProperty('ignored');
  });
});
