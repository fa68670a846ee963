import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a fault server does with a request. */
export type Answer = (response: ServerResponse, request: Received) => void;

/** A real HTTP server that answers as a test tells it: late, wrong, half, twice or never. */
export interface FaultServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Resolves once that many requests have arrived in full. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server on a free port. Each request is given the next of the answers, the last one again and again. */
export async function startFaultServer(...answers: [Answer, ...Answer[]]): Promise<FaultServer> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const answer = answers[Math.min(received.length, answers.length - 1)];
    const { method = '', url = '', headers } = request;
    // The place in the line is taken before the body is read, so that requests at the same time keep their order.
    const place = received.push({ method, url, headers, body: '' }) - 1;
    const arrival = { method, url, headers, body: await textOf(request) };
    received[place] = arrival;
    for (const look of waiting) look();
    answer?.(response, arrival);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    arrived: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers with JSON. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify(body));

/** Answers with a problem, as the API words it. */
export const problem = (
  status: number,
  code: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Answer =>
  json(
    { type: 'about:blank', title: `The title of ${code}.`, status, code, requestId: 'req_1', ...more },
    status,
    {
      'Content-Type': 'application/problem+json',
      ...headers,
    },
  );

/** Answers with any text and type. */
export const raw =
  (body: string, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body);

/** Takes the request and never says a word. */
export const silence: Answer = () => {};

/** Cuts the connection without a word. */
export const reset: Answer = (response) => {
  response.socket?.resetAndDestroy();
};

/** Sends the head and the beginning of a body, then nothing more. */
export const stall =
  (beginning: string): Answer =>
  (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).write(beginning);
  };

/** Promises a whole body, sends its beginning and cuts the connection. */
export const breakOff =
  (beginning: string): Answer =>
  (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100000' });
    response.write(beginning, () => response.socket?.destroy());
  };
