import { createHmac } from 'node:crypto';

/** What is bought: prices in minor units, all lines with tax. */
export interface Sale {
  readonly number: number;
  readonly placedAt: Date;
  readonly shipping: number;
  readonly lines: readonly {
    readonly unitPrice: number;
    readonly quantity: number;
    /** Of all units together. */
    readonly discount: number;
  }[];
}

/** A refund of the platform, by the place of the lines in the sale. */
export interface SaleRefund {
  readonly id: number;
  readonly at: Date;
  readonly amount: number;
  readonly items: readonly { readonly line: number; readonly quantity: number }[];
}

/** What was paid for a sale. */
export const paidFor = ({ shipping, lines }: Sale): number =>
  lines.reduce((sum, line) => sum + line.unitPrice * line.quantity - line.discount, shipping);

const euro = (amount: number) => (amount / 100).toFixed(2);
const orderId = ({ number }: Sale) => 5_000_000_000_000 + number;
const lineId = ({ number }: Sale, line: number) => 9_000_000_000_000 + number * 10 + line;

/** The order, all of it in one parcel, as Shopify tells of it. */
export const saleMessage = (sale: Sale, secret: string) => {
  const at = sale.placedAt.toISOString();
  const lines = sale.lines.map((line, index) => ({
    id: lineId(sale, index),
    title: `Thing ${index}`,
    quantity: line.quantity,
    price: euro(line.unitPrice),
    requires_shipping: true,
    discount_allocations: [{ amount: euro(line.discount) }],
  }));
  return signed('orders/create', `sale-${sale.number}`, secret, {
    id: orderId(sale),
    name: `#${sale.number}`,
    created_at: at,
    processed_at: at,
    updated_at: at,
    currency: 'EUR',
    taxes_included: true,
    total_price: euro(paidFor(sale)),
    email: 'buyer@example.org',
    shipping_address: { city: 'Lübeck', zip: '23552', country_code: 'DE' },
    shipping_lines: [{ price: euro(sale.shipping) }],
    line_items: lines,
    fulfillments: [
      {
        id: 7_000_000_000_000 + sale.number,
        order_id: orderId(sale),
        status: 'success',
        created_at: at,
        updated_at: at,
        tracking_company: 'DHL',
        tracking_number: `SALE${sale.number}`,
        line_items: lines.map(({ id, quantity }) => ({ id, quantity })),
      },
    ],
    refunds: [],
  });
};

/** A refund as Shopify tells of it. */
export const refundMessage = (sale: Sale, refund: SaleRefund, secret: string) =>
  signed('refunds/create', `refund-${refund.id}`, secret, {
    id: refund.id,
    order_id: orderId(sale),
    created_at: refund.at.toISOString(),
    processed_at: refund.at.toISOString(),
    refund_line_items: refund.items.map(({ line, quantity }, index) => ({
      id: refund.id * 10 + index,
      line_item_id: lineId(sale, line),
      quantity,
    })),
    transactions: [{ kind: 'refund', status: 'success', amount: euro(refund.amount), currency: 'EUR' }],
  });

function signed(topic: string, id: string, secret: string, message: object) {
  const body = JSON.stringify(message);
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': id,
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    },
  };
}
