import type { MiddlewareHandler } from 'hono';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { allowOrigin, preflightAnswer, varyByOrigin } from './cors.ts';
import type { AppContext, AppEnv } from './request.ts';
import { isForBrowsers, rowsAt } from './table.ts';

/** The longest origin worth looking for. */
const longestOrigin = 300;

/**
 * Lets pages read the answers of the endpoints made for browsers.
 *
 * Who may call is decided where the caller is known (`access.ts`), with the request itself; here only whether a browser
 * hands the answer to the page. A problem is always handed over: it depends on no cookie and tells nothing a stranger
 * could not ask for himself, and a developer should read `origin_not_allowed` instead of a network error.
 */
export function crossOrigin(context: Context): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const pathname = new URL(c.req.url).pathname;
    const browserRows = rowsAt(pathname).filter(isForBrowsers);
    if (browserRows.length === 0) return next();
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined) {
      const methods = browserRows.map((row) => row.method);
      return preflightAnswer(c, methods, await mayAsk(context, c));
    }
    await next();
    varyByOrigin(c.res.headers);
    const { origin } = c.get('facts');
    if (origin !== null) allowOrigin(c.res.headers, origin);
    return undefined;
  };
}

/**
 * Whether a preflight is answered with yes. It carries no session, only the address: with a store's key in it the store's
 * origins count, otherwise those of any store. The request that follows is checked against the store it belongs to.
 */
async function mayAsk(context: Context, c: AppContext): Promise<boolean> {
  const { origin } = c.get('facts');
  if (origin === null || origin.length > longestOrigin) return false;
  const key = c.req.query('store');
  if (key !== undefined) {
    const store = await context.stores.byPublishableKey(key);
    return store?.origins.includes(origin) ?? false;
  }
  const { rows } = await context.db.withSystem((tx) =>
    sql<{
      known: boolean;
    }>`select exists (select from stores where ${origin} = any(origins)) as known`.execute(tx),
  );
  return rows[0]?.known ?? false;
}
