import type { Context } from '../context.ts';
import type { Handlers } from '../http/implement.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { checkCertificateOf } from './check.ts';

/** Checks of one address in a minute. Codes are 59 bits: guessing is hopeless at any speed, and this keeps it cheap for us. */
export const checksPerMinute = 30;

const floods = new WeakMap<Context, ReturnType<typeof createRateLimit>>();

/** The limit that the API and the public page share. */
export function floodOf(context: Context): ReturnType<typeof createRateLimit> {
  const known = floods.get(context) ?? createRateLimit({ requests: checksPerMinute, window: 60_000 });
  floods.set(context, known);
  return known;
}

/** Answers the check of certificates. */
export const certificateRoutes = {
  checkCertificate(call) {
    floodOf(call.context).take(call.request.address, call.context.clock.now());
    return call.inStore((tx) => checkCertificateOf(tx, call.context, call.storeId, call.params.code, null));
  },
} satisfies Partial<Handlers>;
