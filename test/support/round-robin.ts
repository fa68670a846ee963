import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A load balancer without affinity: the first request goes to the first backend, the next to the second, and so on. */
export interface RoundRobin {
  readonly url: string;
  /** How many requests each backend was handed, in the order they were given. */
  readonly counts: readonly number[];
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 and hands every request, in turn, to one of the backends (`http://127.0.0.1:port`). */
export async function startRoundRobin(backends: readonly string[]): Promise<RoundRobin> {
  const counts = backends.map(() => 0);
  let turn = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const index = turn++ % backends.length;
    counts[index] = (counts[index] ?? 0) + 1;
    const target = new URL(incoming.url ?? '/', backends[index]);
    const forwarded = request(
      target,
      {
        method: incoming.method,
        headers: { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    forwarded.on('error', () => {
      outgoing.writeHead(502);
      outgoing.end();
    });
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
