import { trackingSubStatuses } from '@postlude/contract/tracking-status';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Adapter, UnreadableMessage } from '../adapter.ts';
import type { Fact, LineFact } from '../facts.ts';
import { type FixtureName, fixture, fixtureText } from '../fixtures/index.ts';
import { rawMessage } from '../fixtures/raw-message.ts';
import { last, readFacts } from '../fixtures/read-facts.ts';
import { adapters } from './index.ts';
import { maxEvents } from './tracking.ts';

const order = { 'x-wc-webhook-topic': 'order.updated' };

const messages: [keyof typeof adapters, FixtureName, Record<string, string>][] = [
  ['shopify', 'shopify-order', { 'x-shopify-topic': 'orders/updated' }],
  ['shopify', 'shopify-fulfillment', { 'x-shopify-topic': 'fulfillments/update' }],
  ['shopify', 'shopify-fulfillment-event', { 'x-shopify-topic': 'fulfillment_events/create' }],
  ['shopify', 'shopify-refund', { 'x-shopify-topic': 'refunds/create' }],
  ['shopify', 'shopify-order-discounted', { 'x-shopify-topic': 'orders/updated' }],
  ['shopify', 'shopify-product', { 'x-shopify-topic': 'products/update' }],
  ['woocommerce', 'woocommerce-order', order],
  ['woocommerce', 'woocommerce-order-taxed', order],
  ['woocommerce', 'woocommerce-product', { 'x-wc-webhook-topic': 'product.updated' }],
  ['woocommerce', 'woocommerce-variation', { 'x-wc-webhook-topic': 'product.updated' }],
  ['aftership', 'aftership-short', {}],
  ['aftership', 'aftership-full', {}],
  ['easypost', 'easypost-event', {}],
  ['shippo', 'shippo-track', {}],
];

/** Reads, and checks what must hold for every reading; gives null for a message that cannot be read. */
function readWithCare(adapter: Adapter, body: string | Uint8Array, headers: Record<string, string>) {
  const message = rawMessage(body, headers);
  const { topic, dedupeKey } = adapter.describe(message);
  expect(topic.length).toBeLessThanOrEqual(100);
  expect(dedupeKey.length).toBeGreaterThan(3);
  expect(adapter.describe(message)).toEqual({ topic, dedupeKey });
  try {
    const reading = adapter.read(message, { timeZone: 'America/Sao_Paulo', currency: 'EUR' });
    if ('ignored' in reading) return null;
    expect(reading.unknown.length).toBeLessThanOrEqual(50);
    for (const fact of reading.facts) check(fact);
    return reading;
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableMessage);
    expect((error as UnreadableMessage).message).toMatch(/\.$/);
    return null;
  }
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function check(fact: Fact): void {
  expect(JSON.stringify(fact)).not.toContain('\\u0000');
  if (fact.kind === 'deleted_product') expect(fact.deletedAt).toMatch(instant);
  else if (fact.kind !== 'refund') expect(fact.version.at).toMatch(instant);
  if (fact.kind === 'order') {
    expect(fact.placedAt).toMatch(instant);
    for (const line of fact.lines) {
      expect(line.title).not.toMatch(/<[a-z/!?]/i);
      expect(line.removed).toBeLessThanOrEqual(line.quantity);
      checkSums(line, fact.currency);
    }
  }
  if (fact.kind === 'order' && fact.shipping !== null) {
    expect(isSum(fact.shipping.price) && isSum(fact.shipping.tax)).toBe(true);
  }
  if (fact.kind === 'product') {
    expect(fact.title).not.toMatch(/<[a-z/!?]/i);
    for (const { price, stock } of fact.variants) {
      if (price !== null) expect(isSum(price.amount)).toBe(true);
      if (stock !== null) expect(isSum(stock)).toBe(true);
    }
  }
  if (fact.kind === 'shipment') expect(fact.parcels.length).toBeGreaterThan(0);
  if (fact.kind !== 'tracking') return;
  expect(fact.events.length).toBeLessThanOrEqual(maxEvents);
  expect(fact.subject.by === 'number' ? fact.subject.trackingNumber : fact.subject.externalId).not.toBe('');
  for (const { when, mapped, message } of fact.events) {
    expect(when.at).toMatch(instant);
    expect(when.localTime).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
    expect(message ?? '').not.toMatch(/<[a-z/!?]/i);
    if (mapped.subStatus !== null) expect(trackingSubStatuses[mapped.status]).toContain(mapped.subStatus);
  }
}

const isSum = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0;

function checkSums({ unitPrice, quantity, discount, tax }: LineFact, currency: string): void {
  expect(isSum(discount) && isSum(tax)).toBe(true);
  if (unitPrice === null) return;
  expect(isSum(unitPrice.amount * quantity)).toBe(true);
  if (unitPrice.currency === currency) expect(discount).toBeLessThanOrEqual(unitPrice.amount * quantity);
}

describe.each(messages)('%s reading %s', (provider, name, headers) => {
  const adapter = adapters[provider];
  const text = fixtureText(name);

  test('reads what it should', () => {
    expect(readWithCare(adapter, fixture(name), headers)?.facts.length).toBeGreaterThan(0);
  });

  test('reads the same twice', () => {
    expect(readFacts(adapter, text, headers)).toEqual(readFacts(adapter, text, headers));
  });

  test('survives any value in any place', () => {
    const paths = pathsOf(JSON.parse(text));
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', '\u0000', '<img src=x>', 'x'.repeat(9000), -1, 1e300, '2026-02-30', '9999-12-31'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, (path, value) => {
        readWithCare(adapter, JSON.stringify(replaced(JSON.parse(text), path, value)), headers);
      }),
      { numRuns: 300 },
    );
  });

  test('survives being cut anywhere and having any byte changed', () => {
    const bytes = fixture(name);
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 255 }), (at, byte) => {
        readWithCare(adapter, bytes.slice(0, at), headers);
        const changed = bytes.slice();
        changed[at] = byte;
        readWithCare(adapter, changed, headers);
      }),
      { numRuns: 200 },
    );
  });

  test('survives any JSON in its stead', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        readWithCare(adapter, json, headers);
      }),
      { numRuns: 200 },
    );
  });
});

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function replaced(whole: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = (Array.isArray(whole) ? [...whole] : { ...(whole as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, value);
  return copy;
}

test('of too many events the newest are kept', () => {
  const checkpoints = Array.from({ length: 3000 }, (_, index) => ({
    checkpoint_time: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString().slice(0, 19),
    tag: 'InTransit',
    message: `scan ${index}`,
  }));
  const body = JSON.stringify({ msg: { tracking_number: '1', tag: 'InTransit', checkpoints } });
  const { events } = last(readFacts(adapters.aftership, body).facts, 'tracking');
  expect(events).toHaveLength(maxEvents);
  expect(events[0]?.message).toBe('scan 2500');
  expect(events.at(-1)?.message).toBe('scan 2999');
});

test('long texts are cut, an id that is too long is none', () => {
  const message = 'a'.repeat(5000);
  const body = (number: string) =>
    JSON.stringify({
      msg: {
        tracking_number: number,
        tag: 'InTransit',
        checkpoints: [{ checkpoint_time: '2026-01-01T00:00:00Z', tag: message, message }],
      },
    });
  const [event] = last(readFacts(adapters.aftership, body('1')).facts, 'tracking').events;
  expect(event?.message).toHaveLength(500);
  expect(event?.raw).toEqual({ tag: 'a'.repeat(500), message: 'a'.repeat(500) });
  expect(() => readFacts(adapters.aftership, body('9'.repeat(300)))).toThrow(UnreadableMessage);
});

test('a message of nothing but new words names at most fifty of them', () => {
  const checkpoints = Array.from({ length: 200 }, (_, index) => ({
    checkpoint_time: '2026-01-01T00:00:00Z',
    tag: `New_${index}`,
  }));
  const { unknown } = readFacts(
    adapters.aftership,
    JSON.stringify({ msg: { tracking_number: '1', tag: 'InTransit', checkpoints } }),
  );
  expect(unknown).toHaveLength(50);
});

test.each(Object.values(adapters))(
  '$provider takes nothing unsigned for a ping but WooCommerce',
  (adapter) => {
    const ping = rawMessage('webhook_id=7', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(adapter.isPing(ping)).toBe(adapter.provider === 'woocommerce');
  },
);

test('every provider has its adapter under its own name', () => {
  for (const [name, adapter] of Object.entries(adapters)) expect(adapter.provider).toBe(name);
});
