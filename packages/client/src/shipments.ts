import type { EndpointOutput, Id } from '@postlude/contract';
import { getParcelDelivery as row } from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { Transport } from './transport.ts';

type GetParcelDelivery = typeof row;
const wire: WireOf<GetParcelDelivery> = {
  method: row.method,
  path: row.path,
  access: row.access,
  output: row.output,
};

/** Which parcel to read, and what opens its order. */
export interface ParcelDeliveryRequest {
  /** The session's token. */
  readonly token: string;
  readonly orderId: Id<'order'> | (string & {});
  readonly shipmentId: Id<'shipment'> | (string & {});
}

/** schema.org ParcelDelivery as an object, ready for a `script type="application/ld+json"`. */
export type ParcelDelivery = EndpointOutput<GetParcelDelivery>;

/**
 * Reads a parcel as schema.org ParcelDelivery (https://schema.org/ParcelDelivery), for a page or an e-mail.
 *
 * @throws ApiError `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const data = await getParcelDelivery(transport, { token, orderId: order.id, shipmentId: order.shipments[0].id });
 * ```
 */
export function getParcelDelivery(
  transport: Transport,
  request: ParcelDeliveryRequest,
  options: CallOptions = {},
): Promise<ParcelDelivery> {
  const { token, orderId, shipmentId } = request;
  return call<GetParcelDelivery>(
    transport,
    wire,
    { params: { orderId, shipmentId } },
    { signal: options.signal, bearer: token },
  );
}
