import { describe, expect, test } from 'vitest';
import type { OrderFact } from '../facts.ts';
import { type FixtureName, fixtureText } from '../fixtures/index.ts';
import { last, readFacts } from '../fixtures/read-facts.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';

type Change = (text: string) => string;
const asIs: Change = (text) => text;

const shopifyOrder = (name: FixtureName, change: Change = asIs): OrderFact =>
  last(readFacts(shopify, change(fixtureText(name)), { 'x-shopify-topic': 'orders/updated' }).facts, 'order');
const woocommerceOrder = (name: FixtureName, change: Change = asIs): OrderFact =>
  last(
    readFacts(woocommerce, change(fixtureText(name)), { 'x-wc-webhook-topic': 'order.updated' }).facts,
    'order',
  );

/** Sets a field of the order, whatever it was. */
const set =
  (key: string, value: unknown): Change =>
  (text) =>
    JSON.stringify({ ...JSON.parse(text), [key]: value });

describe('who bought, and what brought them', () => {
  test('is read from an order of Shopify', () => {
    expect(shopifyOrder('shopify-order-referred')).toMatchObject({
      discountCodes: ['Hello-0042', 'ADA-7K3M'],
      customerId: '7203118000042',
      paymentFingerprint: null,
      address: '203.0.113.77',
      paid: false,
      referralToken: 'rct_3f9b7c1de2a84f6f9a51',
    });
  });

  test('is read from an order of WooCommerce', () => {
    expect(woocommerceOrder('woocommerce-order-referred')).toMatchObject({
      discountCodes: ['hello-0042', 'ada-7k3m'],
      customerId: '318',
      paymentFingerprint: null,
      address: '2001:db8:42:7::1f',
      paid: false,
      referralToken: 'rct_3f9b7c1de2a84f6f9a51',
    });
  });

  test('is nothing where nothing is told, or nonsense', () => {
    const nothing = {
      discountCodes: [],
      customerId: null,
      address: null,
      paid: null,
      referralToken: null,
    };
    const told = [
      ['discount_codes', [null, 7, { code: '' }, { code: ['x'] }]],
      ['coupon_lines', 'none'],
      ['customer', null],
      ['customer_id', 0],
      ['browser_ip', null],
      ['client_details', null],
      ['customer_ip_address', ''],
      ['financial_status', 'who knows'],
      ['status', 'wc-made-up'],
      ['note_attributes', [{ name: 'postlude_referral', value: { a: 1 } }]],
      ['meta_data', [{ key: 'postlude_referral', value: ['rct'] }, { key: null }]],
    ] as const;
    const change: Change = (text) => told.reduce((sofar, [key, value]) => set(key, value)(sofar), text);
    expect(shopifyOrder('shopify-order-referred', change)).toMatchObject(nothing);
    expect(woocommerceOrder('woocommerce-order-referred', change)).toMatchObject(nothing);
  });

  test.each([
    ['paid', true],
    ['partially_refunded', true],
    ['refunded', true],
    ['pending', false],
    ['authorized', false],
    ['partially_paid', false],
    ['voided', false],
    ['expired', false],
    ['', null],
  ])('an order of Shopify that is “%s” is paid: %s', (status, paid) => {
    expect(shopifyOrder('shopify-order-referred', set('financial_status', status)).paid).toBe(paid);
  });

  test.each([
    ['processing', null, true],
    ['completed', null, true],
    ['refunded', null, true],
    ['pending', null, false],
    ['on-hold', null, false],
    ['failed', null, false],
    ['cancelled', null, false],
    ['on-hold', '2026-11-21T08:00:00', true],
    ['made-up', '2026-11-21T08:00:00', true],
    ['made-up', null, null],
  ])('an order of WooCommerce that is “%s”, paid on %s, is paid: %s', (status, paidAt, paid) => {
    const change: Change = (text) => set('date_paid_gmt', paidAt)(set('status', status)(text));
    expect(woocommerceOrder('woocommerce-order-referred', change).paid).toBe(paid);
  });
});
