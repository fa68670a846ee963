import { createHash } from 'node:crypto';
import { platformIds } from '../catalogue.ts';
import { carriers, type DemoOrder, type DemoParcel, type Discount } from '../orders/demo-order.ts';
import { clockAt, places } from '../orders/places.ts';
import { sumsOf } from '../orders/sums.ts';
import { decimal } from './decimal.ts';
import type { ProviderMessage } from './message.ts';
import { shopifyMessage as message, skuOf } from './shopify-message.ts';

const ours = 'Berlin';

/** `orders/create`, `orders/updated` or `orders/cancelled`, as Shopify sends it. */
export function shopifyOrder(
  order: DemoOrder,
  topic: 'orders/create' | 'orders/updated' | 'orders/cancelled',
  at: string,
): ProviderMessage {
  const { currency, discount, shipping, tax } = order;
  const sums = sumsOf(order);
  const sum = (amount: number) => decimal(amount, currency);
  const money = (amount: number) => ({ amount: sum(amount), currency_code: currency });
  const set = (amount: number) => ({ shop_money: money(amount), presentment_money: money(amount) });
  const taxLines = (amount: number) =>
    tax.percent === 0
      ? []
      : [{ title: 'Tax', rate: tax.percent / 100, price: sum(amount), price_set: set(amount) }];
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
    financial_status: order.cancelledAt || order.refundedAt ? 'refunded' : 'paid',
    fulfillment_status: order.parcels.length > 0 ? 'partial' : null,
    currency,
    presentment_currency: currency,
    taxes_included: tax.included,
    total_line_items_price: sum(sums.listed),
    total_discounts: sum(sums.discount),
    subtotal_price: sum(sums.listed - sums.discount),
    total_tax: sum(sums.tax),
    total_price: sum(sums.total),
    total_price_set: set(sums.total),
    current_total_price: sum(sums.total),
    discount_codes: discount
      ? [{ code: discount.code, amount: sum(sums.discount), type: worthOf(discount).value_type }]
      : [],
    discount_applications: discount
      ? [
          {
            ...{ type: 'discount_code', code: discount.code },
            ...worthOf(discount),
            ...{ allocation_method: 'across', target_selection: 'all', target_type: 'line_item' },
          },
        ]
      : [],
    email: order.email,
    contact_email: order.email,
    phone: order.phone,
    customer_locale: order.locale,
    customer: { id: customerId(order.email), email: order.email },
    shipping_address: addressOf(order),
    billing_address: addressOf(order),
    line_items: order.lines.map((line, index) => {
      const ids = platformIds('shopify', line.sold);
      const of = sums.lines[index];
      return {
        id: line.id,
        admin_graphql_api_id: `gid://shopify/LineItem/${line.id}`,
        product_id: ids.product,
        variant_id: ids.variant,
        title: line.title,
        variant_title: line.variant,
        name: line.variant ? `${line.title} - ${line.variant}` : line.title,
        sku: skuOf(line.sold),
        quantity: line.quantity,
        current_quantity: order.cancelledAt ? 0 : line.quantity,
        price: sum(line.price),
        price_set: set(line.price),
        total_discount: sum(0),
        discount_allocations: of?.discount
          ? [
              {
                amount: sum(of.discount),
                amount_set: set(of.discount),
                discount_application_index: 0,
              },
            ]
          : [],
        tax_lines: taxLines(of?.tax ?? 0),
        requires_shipping: true,
        gift_card: false,
      };
    }),
    shipping_lines: [
      {
        ...{ id: order.externalId + 900, code: 'standard', title: 'Standard' },
        ...{ price: sum(shipping), price_set: set(shipping) },
        ...{ discounted_price: sum(shipping), discounted_price_set: set(shipping) },
        ...{ discount_allocations: [], tax_lines: taxLines(sums.shippingTax) },
      },
    ],
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

/** `refunds/create`, as Shopify sends it when everything is given back. */
export function shopifyRefund(order: DemoOrder, at: string): ProviderMessage {
  const { lines, total } = sumsOf(order);
  const sum = (amount: number) => decimal(amount, order.currency);
  return message('refunds/create', at, {
    id: order.externalId + 800,
    admin_graphql_api_id: `gid://shopify/Refund/${order.externalId + 800}`,
    order_id: order.externalId,
    created_at: clockAt(ours, at),
    processed_at: clockAt(ours, at),
    note: null,
    refund_line_items: order.lines.map((line, index) => {
      const { listed = 0, discount = 0, tax = 0 } = lines[index] ?? {};
      return {
        id: line.id + 300,
        line_item_id: line.id,
        quantity: line.quantity,
        restock_type: 'no_restock',
        subtotal: sum(listed - discount),
        total_tax: sum(tax),
      };
    }),
    transactions: [
      {
        id: order.externalId + 801,
        order_id: order.externalId,
        kind: 'refund',
        status: 'success',
        amount: sum(total),
        currency: order.currency,
      },
    ],
    order_adjustments: [],
  });
}

/** The same number for the same customer. */
const customerId = (email: string): number =>
  7_000_000_000_000 +
  Number.parseInt(createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 9), 16);

const worthOf = (discount: Discount) =>
  'percent' in discount
    ? { value_type: 'percentage', value: discount.percent.toFixed(1) }
    : { value_type: 'fixed_amount', value: (discount.amount / 100).toFixed(2) };

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
