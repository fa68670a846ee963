import { randomBytes } from 'node:crypto';
import { carriers, type DemoOrder } from '../orders/demo-order.ts';
import { places } from '../orders/places.ts';
import { decimal } from './decimal.ts';
import type { ProviderMessage } from './message.ts';

/** `order.created` or `order.updated`, as WooCommerce sends it. Parcels travel in the metadata of the shipment tracking plug-ins. */
export function wooOrder(
  order: DemoOrder,
  topic: 'order.created' | 'order.updated',
  at: string,
  pictures: string,
): ProviderMessage {
  const total = order.lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const address = addressOf(order);
  return {
    provider: 'woocommerce',
    topic,
    headers: {
      'X-WC-Webhook-Source': 'https://vesperine.example/',
      'X-WC-Webhook-Topic': topic,
      'X-WC-Webhook-Resource': 'order',
      'X-WC-Webhook-Event': topic.slice('order.'.length),
      'X-WC-Webhook-ID': '1',
      'X-WC-Webhook-Delivery-ID': randomBytes(16).toString('hex'),
    },
    body: JSON.stringify({
      id: order.externalId,
      number: order.number,
      status: order.cancelledAt ? 'cancelled' : order.parcels.length > 0 ? 'completed' : 'processing',
      currency: order.currency,
      date_created: wall(order.placedAt),
      date_created_gmt: wall(order.placedAt),
      date_modified: wall(at),
      date_modified_gmt: wall(at),
      total: decimal(total, order.currency),
      billing: { ...address, email: order.email, phone: order.phone },
      shipping: address,
      line_items: order.lines.map((line) => ({
        id: line.id,
        name: line.variant ? `${line.title} - ${line.variant}` : line.title,
        parent_name: line.variant ? line.title : null,
        product_id: 40 + line.productId.length,
        variation_id: 0,
        sku: line.productId.toUpperCase(),
        quantity: line.quantity,
        subtotal: decimal(line.price * line.quantity, order.currency),
        total: decimal(line.price * line.quantity, order.currency),
        price: line.price / 100,
        meta_data: line.variant
          ? [
              {
                id: line.id,
                key: 'finish',
                value: line.variant,
                display_key: 'Finish',
                display_value: line.variant,
              },
            ]
          : [],
        image: { id: line.id, src: `${pictures}/products/${line.productId}.svg` },
      })),
      meta_data:
        order.parcels.length > 0
          ? [{ id: 1, key: '_wc_shipment_tracking_items', value: trackingItems(order) }]
          : [],
      refunds: [],
    }),
  };
}

function trackingItems(order: DemoOrder) {
  return order.parcels.map((parcel) => ({
    tracking_id: String(parcel.id),
    tracking_provider: '',
    custom_tracking_provider: carriers[parcel.carrier].name,
    custom_tracking_link: '',
    tracking_number: parcel.trackingNumber,
    date_shipped: String(Math.floor(Date.parse(parcel.shippedAt) / 1000)),
    products_list: parcel.items.map((item) => ({ item_id: String(item.lineId), qty: String(item.quantity) })),
  }));
}

function addressOf(order: DemoOrder) {
  const { name, street, city, postcode } = order.destination;
  const { region, country } = places[city];
  const [first = '', ...last] = name.split(' ');
  return {
    first_name: first,
    last_name: last.join(' '),
    address_1: street,
    city,
    state: region,
    postcode,
    country,
  };
}

/** WooCommerce writes times without a zone; the demo shop's clock shows UTC. */
const wall = (at: string): string => at.slice(0, 19);
