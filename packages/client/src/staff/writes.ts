import { type Endpoint, takesIdempotencyKey } from '@postlude/contract';
import type { CallDetails, CallOptions } from '../call.ts';

/** What a write that creates something takes beside its input. */
export interface WriteOptions extends CallOptions {
  /**
   * The same key and input have their effect once, however often they are sent. One is made for each call and kept over
   * its tries; pass your own to be safe over a restart of your program too (an id of your message, for example).
   */
  readonly idempotencyKey?: string | undefined;
}

/** How a write goes out: with a key where the endpoint takes one, otherwise as it is, since repeating it changes nothing. */
export function write(endpoint: Endpoint, options: WriteOptions): CallDetails {
  const { signal, idempotencyKey } = options;
  return takesIdempotencyKey(endpoint)
    ? { signal, idempotencyKey: idempotencyKey ?? crypto.randomUUID() }
    : { signal, repeatable: true };
}
