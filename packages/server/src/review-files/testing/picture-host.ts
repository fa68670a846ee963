import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a host does when it is asked for a path. */
export type PictureAnswer = (response: ServerResponse) => void;

/** A host of pictures on this machine, as another app's would be on the internet. */
export interface PictureHost {
  /** Its origin. */
  readonly origin: string;
  /** The paths that were asked for, in their order. */
  readonly asked: readonly string[];
  /** Most requests that were open at the same time. */
  mostAtOnce(): number;
  /** What it answers at a path from now on; 404 unless told. */
  serve(path: string, answer: PictureAnswer): void;
  close(): Promise<void>;
}

/** Answers with bytes, and calls them whatever one likes. */
export const bytes =
  (body: Uint8Array | string, type = 'application/octet-stream'): PictureAnswer =>
  (response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  };

/** Sends elsewhere. */
export const redirect =
  (location: string): PictureAnswer =>
  (response) => {
    response.writeHead(302, { location }).end();
  };

/** Begins to answer and never ends, with as much as is taken. */
export const endless =
  (type = 'image/jpeg'): PictureAnswer =>
  (response) => {
    response.writeHead(200, { 'content-type': type });
    const more = () => {
      if (!response.destroyed) response.write(Buffer.alloc(256 * 1024, 0xff), more);
    };
    more();
  };

/** Starts a host on a free port of this machine. */
export async function startPictureHost(): Promise<PictureHost> {
  const asked: string[] = [];
  const answers = new Map<string, PictureAnswer>();
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => {
      open -= 1;
    });
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers.get(path) ?? ((gone: ServerResponse) => gone.writeHead(404).end());
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    mostAtOnce: () => most,
    serve: (path, answer) => {
      answers.set(path, answer);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
