import type { Provider } from '@postlude/contract';
import type { Adapter } from '../adapter.ts';
import { aftership } from './aftership.ts';
import { easypost } from './easypost.ts';
import { shippo } from './shippo.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';

/** Every provider's adapter. */
export const adapters: Readonly<Record<Provider, Adapter>> = {
  shopify,
  woocommerce,
  aftership,
  easypost,
  shippo,
};
