import type { ReadContext } from '../adapter.ts';
import type { UnknownWords } from './tracking.ts';

/** What reading a part of a Shopify message needs beside the part. */
export interface ShopifyContext extends ReadContext {
  readonly unknown: UnknownWords;
  /** When the change happened, as finely as Shopify tells; orders changes of the same second. */
  readonly triggeredAt: string | null;
  /** `example.myshopify.com`; leads on to the shop's own domain. */
  readonly shopDomain: string | null;
}
