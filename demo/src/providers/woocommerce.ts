import { randomBytes } from 'node:crypto';
import { pictureOf, platformIds, soldAs } from '../catalogue.ts';
import { carriers, type DemoLine, type DemoOrder } from '../orders/demo-order.ts';
import { places } from '../orders/places.ts';
import { type OrderSums, sumsOf, taxOf } from '../orders/sums.ts';
import { decimal } from './decimal.ts';
import type { ProviderMessage } from './message.ts';
import { skuOf } from './shopify-message.ts';

/** `order.created` or `order.updated`, as WooCommerce sends it. Parcels travel in the metadata of the shipment tracking plug-ins. */
export function wooOrder(
  order: DemoOrder,
  topic: 'order.created' | 'order.updated',
  at: string,
  pictures: string,
): ProviderMessage {
  const sums = sumsOf(order);
  const sum = (amount: number) => decimal(amount, order.currency);
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
      prices_include_tax: order.tax.included,
      discount_total: sum(sums.discount),
      shipping_total: sum(sums.shipping - sums.shippingTax),
      shipping_tax: sum(sums.shippingTax),
      cart_tax: sum(sums.tax - sums.shippingTax),
      total_tax: sum(sums.tax),
      total: sum(sums.total),
      billing: { ...address, email: order.email, phone: order.phone },
      shipping: address,
      line_items: order.lines.map((line, index) => lineItem(order, line, sums.lines[index], pictures)),
      coupon_lines: order.discount
        ? [
            {
              id: order.externalId + 700,
              code: order.discount.code.toLowerCase(),
              discount: sum(sums.discount),
            },
          ]
        : [],
      meta_data:
        order.parcels.length > 0
          ? [{ id: 1, key: '_wc_shipment_tracking_items', value: trackingItems(order) }]
          : [],
      refunds: [],
    }),
  };
}

/** A line with its sums as WooCommerce tells them: without tax, whatever the shop's prices include. */
function lineItem(
  order: DemoOrder,
  line: DemoLine,
  sums: OrderSums['lines'][number] | undefined,
  pictures: string,
) {
  const { listed = 0, discount = 0, tax = 0 } = sums ?? {};
  const sum = (amount: number) => decimal(amount, order.currency);
  const listedTax = taxOf(order, listed);
  const ids = platformIds('woocommerce', line.sold);
  const { product, variant } = soldAs(line.sold);
  return {
    id: line.id,
    name: line.variant ? `${line.title} - ${line.variant}` : line.title,
    parent_name: line.variant ? line.title : null,
    product_id: ids.product,
    variation_id: line.variant ? ids.variant : 0,
    sku: skuOf(line.sold),
    quantity: line.quantity,
    subtotal: sum(listed - listedTax),
    subtotal_tax: sum(listedTax),
    total: sum(listed - discount - tax),
    total_tax: sum(tax),
    price: (listed - discount - tax) / line.quantity / 100,
    meta_data: line.variant
      ? [
          {
            ...{ id: line.id, key: 'finish', value: line.variant },
            ...{ display_key: 'Finish', display_value: line.variant },
          },
        ]
      : [],
    image: { id: line.id, src: `${pictures}${pictureOf(product, variant)}` },
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
