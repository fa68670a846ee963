import type { MiddlewareHandler } from 'hono';
import type { Context } from '../context.ts';
import { requestId } from '../observability/request-id.ts';
import { clientAddress } from './client-address.ts';
import type { AppContext, AppEnv, RequestFacts } from './request.ts';

/** Finds out what is known of a request before its key is looked at. */
function factsOf(context: Context, c: AppContext): RequestFacts {
  // A stranger's id would let him write into our log under another's name; our own proxy's is welcome.
  const id = requestId(context.config.trustProxy > 0 ? c.req.header('x-request-id') : null);
  return {
    id,
    address: clientAddress(
      c.env?.incoming?.socket?.remoteAddress,
      c.req.header('x-forwarded-for'),
      context.config.trustProxy,
    ),
    log: context.log.child({ requestId: id }),
    origin: c.req.header('origin') ?? null,
  };
}

/**
 * Gives every request its id, and when it is answered writes one line into the log and counts it. No address, no query
 * and no header is logged: what would be personal or secret never comes near the log.
 */
export function recordRequests(context: Context): MiddlewareHandler<AppEnv> {
  const { httpRequests, httpSeconds } = context.metrics;
  return async (c, next) => {
    const startedAt = performance.now();
    const facts = factsOf(context, c);
    c.set('facts', facts);
    await next();
    c.res.headers.set('X-Request-Id', facts.id);
    const { method } = c.req;
    const route = c.get('route') ?? 'other';
    const seconds = (performance.now() - startedAt) / 1000;
    const { status } = c.res;
    httpRequests.inc({ method: known.has(method) ? method : 'other', route, status });
    httpSeconds.observe({ method: known.has(method) ? method : 'other', route }, seconds);
    const milliseconds = Math.round(seconds * 10_000) / 10;
    const line = { method, route, status, milliseconds, storeId: c.get('storeId') };
    facts.log[status >= 500 ? 'error' : 'info'](line, 'request');
  };
}

/** A method may be any word; a metric's label may not. */
const known = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** What every answer of the API says to a browser that shows it as a page: it is data, nothing in it runs or loads. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
  // A file says itself what it may do where it is shown.
  if (!c.res.headers.has('Content-Security-Policy')) {
    c.res.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  c.res.headers.set('Referrer-Policy', 'no-referrer');
};
