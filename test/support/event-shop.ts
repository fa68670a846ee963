import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'vitest';

/** Where the events of a backend arrive. */
export interface EventShop {
  readonly url: string;
  /** The bodies that came under each event id; more than one is a fault. */
  readonly bodies: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many were answered. */
  arrived(): number;
}

/** Takes events until the test ends, of which several may run at once: each says its own end. It takes its time, so that most kills fall between sending and the answer. */
export async function startEventShop({ onTestFinished }: TestContext): Promise<EventShop> {
  const bodies = new Map<string, Set<string>>();
  let arrived = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      setTimeout(() => {
        // Whoever was killed meanwhile has not delivered it: this shop works on what it answers.
        if (response.destroyed) return;
        arrived += 1;
        const id = String(request.headers['webhook-id']);
        bodies.set(id, (bodies.get(id) ?? new Set()).add(body));
        response.writeHead(204).end();
      }, 30);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}/`, bodies, arrived: () => arrived };
}
