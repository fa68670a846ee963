import type { EndpointOutput, Product, ProductInput } from '@postlude/contract';
import {
  deleteProduct as deleteRow,
  listProducts as listRow,
  putProduct as putRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page, PageQuery } from './lists.ts';
import { write } from './writes.ts';

/** What a list of products may be narrowed to. */
export interface ProductQuery extends PageQuery {
  /** Finds by a part of the title, by the whole id, product type, tag or SKU. */
  readonly q?: string | undefined;
}

/**
 * Creates or replaces a product under the shop's own id, which order lines name as `productId`. Sending the same again changes
 * nothing; one with an older `updatedAt` is ignored.
 *
 * @throws ApiError `key_invalid`, `invalid_input` (`fields` says what); the others as every call.
 * @example
 * ```ts
 * await putProduct(transport, 'teapot', {
 *   title: 'Teapot', productType: 'Tableware',
 *   variants: [{ externalId: 'teapot-blue', title: 'Blue', price: { amount: 4990, currency: 'EUR' }, stock: 12 }],
 * });
 * ```
 */
export function putProduct(
  transport: Transport,
  externalId: string,
  product: ProductInput,
  options: CallOptions = {},
): Promise<Product> {
  return call(transport, putRow, { params: { externalId }, body: product }, write(putRow, options));
}

/**
 * Lists and searches the catalogue: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items, next } = await listProducts(transport, { q: 'teapot' });
 * ```
 */
export function listProducts(
  transport: Transport,
  query: ProductQuery = {},
  options: CallOptions = {},
): Promise<Page<Product>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Takes a product out of the catalogue. Orders that hold it keep its picture, type and tags. Safe to repeat.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { deleted } = await deleteProduct(transport, 'teapot');
 * ```
 */
export function deleteProduct(
  transport: Transport,
  externalId: string,
  options: CallOptions = {},
): Promise<EndpointOutput<typeof deleteRow>> {
  return call(transport, deleteRow, { params: { externalId } }, write(deleteRow, options));
}
