import {
  type Adapter,
  type RawMessage,
  type ReadContext,
  type Reading,
  UnreadableMessage,
} from '../adapter.ts';
import { idAt, required, wordAt } from '../fields.ts';
import { type JsonRecord, parseJsonObject } from '../json.ts';
import { verifyWoocommerce } from '../signatures/woocommerce.ts';
import { contentKey, description } from './describe.ts';
import { UnknownWords } from './tracking.ts';
import { readOrder } from './woocommerce-orders.ts';
import { readDeletedProduct, readProduct } from './woocommerce-products.ts';

const orderTopics = new Set(['order.created', 'order.updated', 'order.restored', 'order.deleted']);
const productTopics = new Set(['product.created', 'product.updated', 'product.restored']);

/** An order of these is not placed: it is a basket at the checkout. */
const drafts = new Set(['checkout-draft', 'auto-draft', 'draft']);

/**
 * WooCommerce. https://woocommerce.com/document/webhooks/,
 * https://developer.woocommerce.com/docs/apis/rest-api/v3/orders/
 */
export const woocommerce: Adapter = {
  provider: 'woocommerce',
  verify: verifyWoocommerce,
  isPing,
  /**
   * A delivery id of WooCommerce names a second, not a message: two changes of the same second share it, and a repetition
   * has another. The topic and the bytes name the message. Only a product that is put into the bin for the second time is
   * told of with the very bytes of the first; there the second it happened in counts too.
   */
  describe(message) {
    const topic = topicOf(message);
    const second = topic === 'product.deleted' ? (message.headers['x-wc-webhook-delivery-id'] ?? '') : '';
    return description(topic, contentKey(message, `${topic ?? ''}${second}`));
  },
  read(message, context): Reading {
    const body = parseJsonObject(message.body);
    const topic = topicOf(message);
    if (topic === null) {
      throw new UnreadableMessage(
        'topic_missing',
        'The message does not say what it is about: no topic header.',
      );
    }
    if (orderTopics.has(topic)) return readOrderMessage(body, topic === 'order.deleted', context);
    if (topic === 'product.deleted')
      return { facts: readDeletedProduct(body, message.receivedAt), unknown: [] };
    if (!productTopics.has(topic)) return { ignored: `WooCommerce’s topic ${topic} is not used.` };
    if (wordAt(body, 'status') === 'auto-draft') return { ignored: 'The product is a draft nobody saved.' };
    return { facts: readProduct(body, context), unknown: [] };
  },
};

function readOrderMessage(order: JsonRecord, isDeleted: boolean, context: ReadContext): Reading {
  const status = wordAt(order, 'status');
  if (isDeleted && status === null) {
    required(idAt(order, 'id'), 'id');
    return { ignored: 'WooCommerce tells only the id of a deleted order; the order stays as it was.' };
  }
  if (status !== null && drafts.has(status)) return { ignored: 'The order is a draft and not yet placed.' };
  const unknown = new UnknownWords();
  const facts = readOrder(order, { ...context, unknown, isDeleted });
  return { facts, unknown: unknown.list() };
}

/**
 * The greeting after a webhook is made: `webhook_id=12` as a form, unsigned. Anything but 200 is shown to the merchant as an
 * error. Nothing else passes for it, because what passes is not checked.
 */
function isPing({ headers, body }: RawMessage): boolean {
  const type = headers['content-type'] ?? 'application/x-www-form-urlencoded';
  if (!type.startsWith('application/x-www-form-urlencoded') || body.length > 40) return false;
  return /^webhook_id=\d{1,20}$/.test(new TextDecoder().decode(body));
}

function topicOf({ headers }: RawMessage): string | null {
  const topic = headers['x-wc-webhook-topic']?.trim().toLowerCase();
  if (topic) return topic;
  const resource = headers['x-wc-webhook-resource']?.trim().toLowerCase();
  const event = headers['x-wc-webhook-event']?.trim().toLowerCase();
  return resource && event ? `${resource}.${event}` : null;
}
