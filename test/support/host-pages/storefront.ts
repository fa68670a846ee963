import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of a storefront, as a test writes it. */
export interface HostPage {
  readonly head?: string;
  readonly body?: string;
  /** Attributes of `<html>`. */
  readonly html?: string;
  /** Sent with the page; `content-security-policy` above all. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody else's website: serves the pages it is given, on an origin of its own. */
export interface Storefront {
  readonly origin: string;
  /** Puts a page there and gives its address. */
  add(page: HostPage): string;
  /** Puts a file there and gives its address. */
  addFile(name: string, type: string, content: string): string;
  /** Reports of Content-Security-Policies that were sent to `/reports`. */
  readonly reports: readonly string[];
  close(): Promise<void>;
}

/** Starts a storefront. It says `localhost` where the backend says `127.0.0.1`, so the two are different sites. */
export async function startStorefront(): Promise<Storefront> {
  const files = new Map<string, { headers: Record<string, string>; content: string }>();
  const reports: string[] = [];

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/reports') {
      let report = '';
      request.on('data', (part) => {
        report += part;
      });
      request.on('end', () => {
        reports.push(report);
        response.writeHead(204).end();
      });
      return;
    }
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    const file = files.get((request.url ?? '').replace(/\?.*/, ''));
    if (file) response.writeHead(200, file.headers).end(file.content);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing here.');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

  const put = (path: string, headers: Record<string, string>, content: string): string => {
    files.set(path, { headers, content });
    return origin + path;
  };
  return {
    origin,
    reports,
    add: (page) =>
      put(
        `/page-${files.size}`,
        { 'content-type': 'text/html; charset=utf-8', ...page.headers },
        htmlOf(page),
      ),
    addFile: (name, type, content) => put(`/${name}`, { 'content-type': type }, content),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function htmlOf({ head = '', body = '', html = 'lang="en"' }: HostPage): string {
  return `<!doctype html><html ${html}><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`;
}
