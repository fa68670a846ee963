import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** A storefront that listens. */
export interface ShopServer {
  readonly port: number;
  /** What it answers with from now on; until then it says that it is being set up. */
  serve(shop: Hono): void;
  close(): Promise<void>;
}

/**
 * Listens on both loopback addresses, because browsers take `localhost` for either. Rejects with the operating system's
 * error when the port is taken.
 */
export async function openShopServer(port: number): Promise<ShopServer> {
  let shop: Hono | null = null;
  const answer = (request: Request) =>
    shop ? shop.fetch(request) : new Response('The shop opens in a moment.', { status: 503 });
  const first = await listen(answer, '127.0.0.1', port);
  const bound = portOf(first);
  const servers = [first];
  try {
    servers.push(await listen(answer, '::1', bound));
  } catch (error) {
    // A machine without IPv6 has no ::1; a taken one would answer in our place.
    if (codeOf(error) === 'EADDRINUSE') {
      await close(first);
      throw error;
    }
  }
  return {
    port: bound,
    serve: (opened) => {
      shop = opened;
    },
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

/** The operating system's code of an error. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

function listen(
  answer: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Server> {
  const server = createAdaptorServer({ fetch: answer, overrideGlobalObjects: false }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
