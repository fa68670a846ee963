import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Config } from './config/config.ts';
import type { Clock, Context } from './context.ts';
import { messageOf, PostludeServerError } from './errors.ts';
import { applyWaiting } from './ingest/sweep.ts';
import { type Jobs, startJobs } from './jobs/jobs.ts';
import type { Logger } from './observability/logger.ts';
import { observe } from './observability/metrics.ts';
import { collectProcessMetrics } from './observability/process-metrics.ts';
import { openContext } from './open-context.ts';

/** A backend that listens. */
export interface RunningServer {
  /** Where it listens, for this machine: `http://127.0.0.1:8787`. */
  readonly url: string;
  readonly context: Context;
  /**
   * Stops: takes no new connection, lets what is in flight end (up to the configured time), stops the jobs, closes the
   * database. Safe to call twice.
   */
  close(): Promise<void>;
}

/**
 * Starts the backend: opens the database (migrating it), listens, and starts the jobs. Rejects with a
 * `PostludeServerError` when the port, the data folder or the database cannot be used; nothing is left open then.
 */
export async function startServer(
  config: Config,
  options: { readonly log?: Logger; readonly clock?: Clock } = {},
): Promise<RunningServer> {
  const stopping = new AbortController();
  let context = await openContext(config, { ...options, stopping: stopping.signal });
  let listener: Listener | null = null;
  let jobs: Jobs | null = null;
  try {
    // Alone in its data folder, a process that starts knows that nobody else has these messages in hand.
    if (context.db.kind === 'pglite') await applyWaiting(context, { olderThan: 0 });
    listener = listenerFor(context.stopping);
    await listen(listener.server, config);
    context = reachableAt(context, addressOf(listener.server, config.host));
    listener.serve(createApp(context));
    jobs = await startJobs(context);
  } catch (error) {
    if (listener !== null) await endRequests(listener, 0);
    await context.db.close();
    throw error;
  }
  const listening = listener;
  const working = jobs;
  observe(
    context.metrics,
    'postlude_http_connections',
    'Open connections of clients.',
    () => listening.sockets.size,
  );
  if (!processIsMeasured) collectProcessMetrics(context.metrics);
  processIsMeasured = true;
  const url = addressOf(listening.server, config.host);
  context.log.info({ url, database: context.db.kind }, 'listening');

  let closing: Promise<void> | null = null;
  const close = async () => {
    stopping.abort();
    context.log.info('stopping');
    await endRequests(listening, config.shutdownTimeout);
    await working.stop();
    await context.db.close();
    context.log.info('stopped');
  };
  return {
    url,
    context,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** Process metrics come from the first server of a process: their observers cannot be taken away again. */
let processIsMeasured = false;

/** A public address with port 0 is that of a server that took a free port: from here on it is the one it was given. */
function reachableAt(context: Context, address: string): Context {
  const url = new URL(context.config.publicUrl);
  if (url.port !== '0') return context;
  url.port = new URL(address).port;
  return { ...context, config: { ...context.config, publicUrl: url.origin } };
}

/** A server and its open connections. */
interface Listener {
  readonly server: Server;
  readonly sockets: ReadonlySet<Socket>;
  /** Lets an app answer. Said right after listening began, before a request can have come. */
  serve(app: ReturnType<typeof createApp>): void;
}

function listenerFor(stopping: AbortSignal): Listener {
  let fetch: ReturnType<typeof createApp>['fetch'] = () => new Response(null, { status: 503 });
  const server = createAdaptorServer({
    fetch: (request, env) => fetch(request, env),
    overrideGlobalObjects: false,
  }) as Server;
  // A connection that says nothing is not kept for ever; a load balancer's idle limit is usually a minute.
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  server.prependListener('request', (_, response: ServerResponse) => {
    // A client that keeps its connection would otherwise go on asking while we stop.
    if (stopping.aborted) response.shouldKeepAlive = false;
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    server,
    sockets,
    serve: (app) => {
      fetch = app.fetch;
    },
  };
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen(cause, host, port)));
    server.listen(port, host, () => resolve());
  });
}

function cannotListen(cause: NodeJS.ErrnoException, host: string, port: number): PostludeServerError {
  if (cause.code === 'EADDRINUSE') {
    return new PostludeServerError(
      'port_in_use',
      `Port ${port} on ${host} is in use. Stop the program that has it, or set PORT to another one.`,
      { cause },
    );
  }
  return new PostludeServerError(
    'address_unusable',
    `${host}:${port} cannot be listened on: ${messageOf(cause)}. Check HOST and PORT.`,
    { cause },
  );
}

/** Waits for the requests in flight; whoever is not done in time is cut off. */
async function endRequests({ server, sockets }: Listener, patience: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const dropIdle = () => {
    server.closeIdleConnections();
    // Node does not count a connection as idle that never said anything: browsers open some in advance.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
  dropIdle();
  // A connection that becomes idle while we wait would otherwise hold us until its keep-alive ends.
  const sweep = setInterval(dropIdle, 100);
  const limit = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
