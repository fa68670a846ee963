import { randomUUID } from 'node:crypto';
import { carriers, type DemoOrder, type DemoParcel } from '../orders/demo-order.ts';
import { clockAt, places } from '../orders/places.ts';
import { decimal } from './decimal.ts';
import type { ProviderMessage } from './message.ts';

const ours = 'Berlin';

/** `orders/create`, `orders/updated` or `orders/cancelled`, as Shopify sends it. */
export function shopifyOrder(
  order: DemoOrder,
  topic: 'orders/create' | 'orders/updated' | 'orders/cancelled',
  at: string,
): ProviderMessage {
  const money = (amount: number) => ({
    amount: decimal(amount, order.currency),
    currency_code: order.currency,
  });
  const total = order.lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  return message(topic, at, {
    id: order.externalId,
    admin_graphql_api_id: `gid://shopify/Order/${order.externalId}`,
    name: `#${order.number}`,
    order_number: Number(order.number),
    created_at: clockAt(ours, order.placedAt),
    processed_at: clockAt(ours, order.placedAt),
    updated_at: clockAt(ours, at),
    cancelled_at: order.cancelledAt && clockAt(ours, order.cancelledAt),
    cancel_reason: order.cancelledAt ? 'customer' : null,
    financial_status: order.cancelledAt ? 'refunded' : 'paid',
    fulfillment_status: order.parcels.length > 0 ? 'partial' : null,
    currency: order.currency,
    presentment_currency: order.currency,
    total_price: decimal(total, order.currency),
    total_price_set: { shop_money: money(total), presentment_money: money(total) },
    current_total_price: decimal(total, order.currency),
    email: order.email,
    contact_email: order.email,
    phone: order.phone,
    customer_locale: order.locale,
    shipping_address: addressOf(order),
    billing_address: addressOf(order),
    line_items: order.lines.map((line) => ({
      id: line.id,
      admin_graphql_api_id: `gid://shopify/LineItem/${line.id}`,
      product_id: 8_200_000_000_000 + line.productId.length,
      title: line.title,
      variant_title: line.variant,
      name: line.variant ? `${line.title} - ${line.variant}` : line.title,
      sku: line.productId.toUpperCase(),
      quantity: line.quantity,
      current_quantity: order.cancelledAt ? 0 : line.quantity,
      price: decimal(line.price, order.currency),
      price_set: { shop_money: money(line.price), presentment_money: money(line.price) },
      requires_shipping: true,
      gift_card: false,
    })),
    fulfillments: [],
    refunds: [],
  });
}

/** `fulfillments/create`, as Shopify sends it when a parcel is packed. */
export function shopifyFulfillment(order: DemoOrder, parcel: DemoParcel, at: string): ProviderMessage {
  return message('fulfillments/create', at, {
    id: parcel.id,
    order_id: order.externalId,
    admin_graphql_api_id: `gid://shopify/Fulfillment/${parcel.id}`,
    name: `#${order.number}.${order.parcels.indexOf(parcel) + 1}`,
    status: 'success',
    created_at: clockAt(ours, parcel.shippedAt),
    updated_at: clockAt(ours, at),
    shipment_status: null,
    service: 'manual',
    tracking_company: carriers[parcel.carrier].name,
    tracking_number: parcel.trackingNumber,
    tracking_numbers: [parcel.trackingNumber],
    tracking_url: null,
    tracking_urls: [],
    line_items: parcel.items.map((item) => ({ id: item.lineId, quantity: item.quantity })),
  });
}

function addressOf(order: DemoOrder) {
  const { name, street, city, postcode } = order.destination;
  const { region, country } = places[city];
  return {
    name,
    address1: street,
    city,
    zip: postcode,
    province_code: region,
    country_code: country,
    phone: order.phone,
  };
}

function message(topic: string, at: string, body: object): ProviderMessage {
  return {
    provider: 'shopify',
    topic,
    headers: {
      'X-Shopify-Topic': topic,
      'X-Shopify-Shop-Domain': 'vesperine.myshopify.com',
      'X-Shopify-API-Version': '2026-10',
      'X-Shopify-Webhook-Id': randomUUID(),
      'X-Shopify-Event-Id': randomUUID(),
      'X-Shopify-Triggered-At': at,
    },
    body: JSON.stringify(body),
  };
}
