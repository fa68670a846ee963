import type { FoundProduct, OutsidePurchase, Session } from '@postlude/contract';
import { findProducts as findRow, tellOutsidePurchase as tellRow } from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { OnceOptions } from './return-writes.ts';
import type { Transport } from './transport.ts';

type Find = typeof findRow;
const findWire: WireOf<Find> = {
  method: findRow.method,
  path: findRow.path,
  access: findRow.access,
  output: findRow.output,
};
type Tell = typeof tellRow;
const tellWire: WireOf<Tell> = {
  method: tellRow.method,
  path: tellRow.path,
  access: tellRow.access,
  output: tellRow.output,
};

/**
 * Finds products by words of the title, by GTIN, by article number, or by what a scanner read. At most 20.
 *
 * @throws ApiError `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { items } = await findProducts(transport, 'nordlicht lamp');
 * ```
 */
export function findProducts(
  transport: Transport,
  q: string,
  options: CallOptions = {},
): Promise<{ items: FoundProduct[] }> {
  return call<Find>(transport, findWire, { query: { q } }, { signal: options.signal });
}

/**
 * Tells something that was bought elsewhere, and opens a session for it: its items are listed and registered as those of any
 * order. Forgotten after 24 hours unless something of it is registered.
 *
 * @throws ApiError `not_found` (the store registers nothing that was bought elsewhere), `product_unknown`, `date_impossible`,
 *   `invalid_input` (`fields` says what), `idempotency_conflict`, `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { token, order } = await tellOutsidePurchase(transport, {
 *   productId: 'lamp', purchasedOn: '2026-05-02', about: true, where: 'Lampenhaus', email: 'mia@example.com',
 * });
 * ```
 */
export function tellOutsidePurchase(
  transport: Transport,
  purchase: OutsidePurchase,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<Session> {
  return call<Tell>(transport, tellWire, { body: purchase }, { signal, idempotencyKey });
}
