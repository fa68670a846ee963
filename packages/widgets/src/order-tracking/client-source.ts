import { getOrder, openSession, type Transport } from '@postlude/client';
import type { OrderSource } from './order-source.ts';

/** Orders from a Postlude backend, through the typed client. Its own module, because the client weighs more than the card. */
export function clientSource(transport: Transport): OrderSource {
  return {
    open: (request, signal) => openSession(transport, request, { signal }),
    read: ({ etag, ...session }, signal) =>
      getOrder(transport, { ...session, ...(etag ? { etag } : {}) }, { signal }),
  };
}
