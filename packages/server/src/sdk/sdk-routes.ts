import { Hono } from 'hono';
import type { AppContext, AppEnv } from '../http/request.ts';
import { defaultSdkFolder, type Encoding, encodings, readSdkFiles, type SdkFile } from './sdk-files.ts';

const year = 31_536_000;
/** Seconds a page may run an older loader after an update. */
const aliasSeconds = 300;

/**
 * Serves the files the script tag loads, from memory. Each has a route of its own, so that no path can lead anywhere
 * else. Files named by their content's hash never expire; the alias `/postlude.js` is asked for again after five minutes.
 * @param folder of the built files; that of the installed @postlude/embed when null.
 */
export function sdkRoutes(folder: string | null = null): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const [path, file] of readSdkFiles(folder ?? defaultSdkFolder())) {
    app.get(path, (c) => {
      // One label for all: names with hashes would make a new one with every build.
      c.set('route', '/sdk');
      return answer(c, file);
    });
  }
  return app;
}

function answer(c: AppContext, file: SdkFile): Response {
  const encoding = choose(c.req.header('accept-encoding') ?? '', file);
  const etag = `"${file.tag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  const headers = new Headers({
    'Cache-Control': file.immutable
      ? `public, max-age=${year}, immutable`
      : `public, max-age=${aliasSeconds}, stale-while-revalidate=${aliasSeconds}, stale-if-error=86400`,
    ETag: etag,
    Vary: 'Accept-Encoding',
    // The files are public and hold nothing of anybody: every page may load, read and time them.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Timing-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
  });
  if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const body = file.bodies[encoding] ?? file.bodies.identity;
  headers.set('Content-Type', file.type);
  headers.set('Content-Length', String(body.byteLength));
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding);
  return new Response(body, { headers });
}

/** The best form the client takes: the first of ours it does not refuse (RFC 9110, 12.5.3). */
function choose(header: string, file: SdkFile): Encoding {
  const wanted = new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, quality === undefined ? 1 : Number(quality.slice(2)) || 0] as const;
    }),
  );
  const takes = (encoding: Encoding) => (wanted.get(encoding) ?? wanted.get('*') ?? 0) > 0;
  return encodings.find((encoding) => file.bodies[encoding] !== null && takes(encoding)) ?? 'identity';
}

/** A proxy that packs again marks our tag as weak; it still names the same content. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
