import { randomUUID } from 'node:crypto';
import type { ProviderMessage } from './message.ts';

/** A webhook with the headers Shopify sends. */
export function shopifyMessage(topic: string, at: string, body: object): ProviderMessage {
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

/** The shop's own number of what is sold: `DOME-OLIVE`. */
export const skuOf = (sold: string): string => sold.replace('/', '-').toUpperCase();
