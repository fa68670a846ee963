import { createHmac } from 'node:crypto';

/** A signed webhook, ready to send. */
export interface SignedMessage {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const hmac = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(body).digest('base64');

/** An order as Shopify sends it, signed. `number` names everything in it. */
export function shopifyOrder(
  secret: string,
  number: number,
  email = `buyer${number}@example.org`,
): SignedMessage {
  const body = JSON.stringify({
    id: 5_000_000_000_000 + number,
    name: `#${number}`,
    order_number: number,
    created_at: '2026-11-20T10:00:00+01:00',
    processed_at: '2026-11-20T10:00:00+01:00',
    updated_at: '2026-11-20T10:00:05+01:00',
    currency: 'EUR',
    total_price: '24.00',
    email,
    shipping_address: { city: 'Lübeck', zip: '23552', country_code: 'DE' },
    line_items: [
      {
        id: 9_000_000_000_000 + number,
        title: 'Storm lantern',
        quantity: 1,
        price: '24.00',
        requires_shipping: true,
      },
    ],
    fulfillments: [
      {
        id: 7_000_000_000_000 + number,
        order_id: 5_000_000_000_000 + number,
        status: 'success',
        created_at: '2026-11-20T15:00:00+01:00',
        updated_at: '2026-11-20T15:00:00+01:00',
        tracking_company: 'DHL',
        tracking_number: trackingNumber(number),
        line_items: [{ id: 9_000_000_000_000 + number, quantity: 1 }],
      },
    ],
    refunds: [],
  });
  const id = `order-${number}`;
  return {
    id,
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/updated',
      'x-shopify-webhook-id': id,
      'x-shopify-hmac-sha256': hmac(secret, body),
    },
  };
}

/** The number printed on the parcel of `shopifyOrder(…, number)`. */
export const trackingNumber = (number: number): string => `JJD${String(number).padStart(12, '0')}`;

/** News of that parcel as AfterShip sends it, signed. */
export function aftershipUpdate(secret: string, number: number, tag: string, time: string): SignedMessage {
  const id = `${tag}-${number}`;
  const body = JSON.stringify({
    event: 'tracking_update',
    event_id: id,
    is_tracking_first_tag: true,
    ts: Math.floor(Date.parse(time) / 1000),
    msg: {
      id: `trk-${number}`,
      tracking_number: trackingNumber(number),
      slug: 'dhl',
      tag,
      subtag: `${tag}_001`,
      updated_at: time,
      checkpoints: [
        { slug: 'dhl', checkpoint_time: time, message: tag, tag, subtag: `${tag}_001`, city: 'Hamburg' },
      ],
    },
  });
  return {
    id,
    body,
    headers: { 'content-type': 'application/json', 'aftership-hmac-sha256': hmac(secret, body) },
  };
}
