import '../zod-setup.ts';
import * as z from 'zod/mini';
import { Product, ProductInput } from '../catalogue.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { text } from '../text.ts';

const params = z.strictObject({ externalId: text(128) });

/** Creates or replaces a product under the shop's own id. */
export const putProduct = {
  method: 'PUT',
  path: '/v1/staff/products/by-external-id/{externalId}',
  access: 'staff',
  summary: 'Create or replace a product',
  description:
    'Under the shop’s own id of the product, which order lines name as `productId`. Sending the same product again changes nothing; one with an older `updatedAt` is ignored. For shops without a platform whose webhooks tell of products, and with `source` for what a platform sold before it was connected. A product the platform deleted for good is a `conflict`.',
  params,
  body: ProductInput,
  output: Product,
  problems: ['key_invalid', 'conflict'],
} as const satisfies Endpoint;

/** Lists and searches the catalogue. */
export const listProducts = {
  method: 'GET',
  path: '/v1/staff/products',
  access: 'staff',
  summary: 'List and search products',
  description:
    'By platform and id. `q` finds by a part of the title, by the whole id, product type, tag, or SKU of a variant. Deleted products are left out.',
  query: z.strictObject({ ...pageQuery, q: z.optional(text(255)) }),
  output: pageOf(Product),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Takes a product out of the catalogue. */
export const deleteProduct = {
  method: 'DELETE',
  path: '/v1/staff/products/by-external-id/{externalId}',
  access: 'staff',
  summary: 'Delete a product',
  description:
    'It is sold no more and offered in no exchange; orders that hold it keep its picture, type and tags. Safe to repeat. A product that a platform tells of is deleted there.',
  params,
  output: z.object({
    /** True when it was there until now. */
    deleted: z.boolean(),
  }),
  problems: ['key_invalid'],
} as const satisfies Endpoint;
