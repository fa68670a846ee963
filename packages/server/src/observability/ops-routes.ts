import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { newestMigration, readVersion } from '../db/migrate.ts';
import { messageOf } from '../errors.ts';
import type { AppContext, AppEnv } from '../http/request.ts';
import { sameText } from '../secrets/secret-box.ts';

/** How long the database may take to answer a readiness question, in milliseconds. */
const patience = 2_000;

/**
 * What an operator asks: `/health` (the process answers), `/ready` (it can do its work: the database answers, its
 * schema is ours, and it is not stopping) and `/metrics` (Prometheus; asks for the bearer token if one is configured, and
 * without one answers this machine only).
 */
export function opsRoutes(context: Context): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const noStore = { 'Cache-Control': 'no-store' };

  app.use('/:route{(health|ready|metrics)}', async (c, next) => {
    c.set('route', c.req.path);
    await next();
  });

  app.get('/health', (c) => c.json({ status: 'ok' }, 200, noStore));

  app.get('/ready', async (c) => {
    const reason = await unreadiness(context);
    return reason === null
      ? c.json({ status: 'ready' }, 200, noStore)
      : c.json({ status: 'unavailable', reason }, 503, { ...noStore, 'Retry-After': '5' });
  });

  app.get('/metrics', async (c) => {
    const { metricsToken } = context.config;
    if (metricsToken === null && !isThisMachine(c)) {
      return c.text('Set METRICS_TOKEN to read the metrics from elsewhere.\n', 403, noStore);
    }
    if (metricsToken !== null && !sameText(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)) {
      return c.text('A bearer token is needed.\n', 401, { ...noStore, 'WWW-Authenticate': 'Bearer' });
    }
    const { registry } = context.metrics;
    return c.text(await registry.metrics(), 200, { ...noStore, 'Content-Type': registry.contentType });
  });

  return app;
}

/** Whether a program on this machine asks, and not a proxy on it for somebody else. */
function isThisMachine(c: AppContext): boolean {
  const address = c.env?.incoming?.socket?.remoteAddress ?? '';
  const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => c.req.header(name));
  return /^(127\.|::1$|::ffff:127\.)/.test(address) && !forwarded;
}

async function unreadiness(context: Context): Promise<string | null> {
  if (context.stopping.aborted) return 'stopping';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patience} ms`)), patience);
  });
  try {
    const version = await Promise.race([readVersion((text) => context.db.execute(text)), late]);
    return version === newestMigration ? null : 'schema';
  } catch (error) {
    context.log.warn({ reason: messageOf(error) }, 'database does not answer');
    return 'database';
  } finally {
    clearTimeout(timer);
  }
}
