import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import type { AppEnv } from '../http/request.ts';
import { feedOf } from './feed-text.ts';

/** How often one address may ask for a feed: it is fetched once a day. */
const feedsPerMinute = 20;

/**
 * The feed for Google Product Reviews at its public address. It is written while it is read, some hundred reviews at a time and no
 * faster than it is taken, so that a store with many is no load for the others.
 */
export function reviewFeedPage(context: Context): Hono<AppEnv> {
  const flood = createRateLimit({ requests: feedsPerMinute, window: 60_000 });
  const app = new Hono<AppEnv>();
  app.get('/feeds/:key/google-product-reviews.xml', async (c) => {
    c.set('route', '/feeds/{publishableKey}/google-product-reviews.xml');
    const store = await context.stores.byPublishableKey(c.req.param('key'));
    if (store === null) throw new ApiProblem('not_found');
    c.set('storeId', store.id);
    flood.take(c.get('facts').address, context.clock.now());
    const pieces = feedOf(context, store);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    });
    return new Response(body, {
      headers: {
        'Content-Type': 'application/xml; charset=utf-8',
        'Cache-Control': 'public, max-age=300',
        // What shoppers wrote stays a file for machines: nothing in it is run, and no search engine lists it.
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        'X-Robots-Tag': 'noindex',
      },
    });
  });
  return app;
}
