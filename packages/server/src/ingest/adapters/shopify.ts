import {
  type Adapter,
  type Description,
  type RawMessage,
  type Reading,
  UnreadableMessage,
} from '../adapter.ts';
import type { Fact } from '../facts.ts';
import { recordAt } from '../fields.ts';
import { type JsonRecord, parseJsonObject } from '../json.ts';
import { verifyShopify } from '../signatures/shopify.ts';
import { contentKey, description } from './describe.ts';
import type { ShopifyContext } from './shopify-context.ts';
import { readFulfilment, readFulfilmentEvent } from './shopify-fulfilments.ts';
import { readOrder } from './shopify-orders.ts';
import { readDeletedProduct, readProduct } from './shopify-products.ts';
import { readRefund } from './shopify-refunds.ts';
import { UnknownWords } from './tracking.ts';

type Reader = (record: JsonRecord, context: ShopifyContext) => readonly Fact[];

const order = { key: 'order', read: readOrder };
const product = { key: 'product', read: readProduct };
const fulfilment = { key: 'fulfillment', read: readFulfilment };

const topics: Record<string, { key: string; read: Reader }> = {
  'orders/create': order,
  'orders/updated': order,
  'orders/cancelled': order,
  'orders/paid': order,
  'orders/fulfilled': order,
  'orders/partially_fulfilled': order,
  'fulfillments/create': fulfilment,
  'fulfillments/update': fulfilment,
  'fulfillment_events/create': { key: 'fulfillment_event', read: readFulfilmentEvent },
  'refunds/create': { key: 'refund', read: readRefund },
  'products/create': product,
  'products/update': product,
  'products/delete': { key: 'product', read: readDeletedProduct },
};

/**
 * Shopify. A webhook's body is the bare object; the same object as the REST API answers it (`{ "order": … }`) is read too.
 * https://shopify.dev/docs/api/webhooks
 */
export const shopify: Adapter = {
  provider: 'shopify',
  verify: verifyShopify,
  isPing: () => false,
  describe,
  read(message, context): Reading {
    const body = parseJsonObject(message.body);
    const topic = topicOf(message) ?? wrappedTopic(body);
    if (topic === null) {
      throw new UnreadableMessage(
        'topic_missing',
        'The message does not say what it is about: no topic header.',
      );
    }
    const reader = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
    if (reader === undefined) return { ignored: `Shopify’s topic ${topic} is not used.` };
    const unknown = new UnknownWords();
    const record = recordAt(body, reader.key) ?? body;
    const facts = reader.read(record, {
      ...context,
      unknown,
      triggeredAt: triggeredAt(message),
      shopDomain: shopDomain(message),
    });
    return { facts, unknown: unknown.list() };
  },
};

const header = (message: RawMessage, name: string): string | null =>
  message.headers[`shopify-${name}`]?.trim() || message.headers[`x-shopify-${name}`]?.trim() || null;

/** In REST's spelling, also where GraphQL's (`ORDERS_CREATE`) came. */
function topicOf(message: RawMessage): string | null {
  const topic = header(message, 'topic')?.toLowerCase() ?? null;
  if (topic === null || topic.includes('/')) return topic;
  const known = Object.keys(topics).find((name) => name.replace('/', '_') === topic);
  return known ?? topic;
}

/** A wrapped object without a topic, as an import reads it, says by its wrapping what it is. */
function wrappedTopic(body: JsonRecord): string | null {
  return Object.keys(topics).find((name) => recordAt(body, topics[name]?.key ?? '') !== null) ?? null;
}

/**
 * Shopify repeats a delivery under the same webhook id. An event id is shared by all webhooks that one change set off, so it
 * names a message only together with the topic.
 */
function describe(message: RawMessage): Description {
  const topic = topicOf(message);
  const webhookId = header(message, 'webhook-id');
  const eventId = header(message, 'event-id');
  if (webhookId !== null) return description(topic, `id:${webhookId}`);
  if (eventId !== null) return description(topic, `event:${topic}:${eventId}`);
  return description(topic, contentKey(message, topic));
}

/** A time such as `2025-04-02T16:31:26.1234Z`; null for anything else. */
function triggeredAt(message: RawMessage): string | null {
  const time = header(message, 'triggered-at') ?? '';
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(time) ? time : null;
}

function shopDomain(message: RawMessage): string | null {
  const domain = header(message, 'shop-domain')?.toLowerCase() ?? '';
  return /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/.test(domain) ? domain : null;
}
