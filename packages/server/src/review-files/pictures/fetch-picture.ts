import type { IncomingMessage } from 'node:http';
import { type PictureFailure, uploadLimit } from '@postlude/contract';
import { Refused, requestGuarded } from '../../outbox/guarded-request.ts';
import { isLoopback, type Reachable } from '../../outbox/reachable.ts';

/** Why a picture is not here, and what its host answered. */
export interface Missing {
  readonly because: PictureFailure;
  readonly status: number | null;
}

/** A picture to be fetched. */
export interface PictureRequest {
  readonly url: string;
  readonly reachable: Reachable;
  /** Milliseconds from looking up the name to the last byte, redirects included. */
  readonly timeout: number;
  /** Aborted when the process stops. */
  readonly signal: AbortSignal;
}

/** From address to address at most so often. */
const mostRedirects = 5;

/** What we can keep: hosts that choose a format by it send none we cannot read. */
const accept = 'image/jpeg, image/png, image/webp;q=0.9, */*;q=0.1';

/**
 * Fetches the bytes at an address of a file, whatever they are. Every address it is led to is guarded as the first one is. Resolves with
 * why they are not here where they are not; null when the process stops.
 */
export async function fetchPicture(request: PictureRequest): Promise<Uint8Array | Missing | null> {
  const timeout = AbortSignal.timeout(request.timeout);
  try {
    return await follow(request, AbortSignal.any([request.signal, timeout]));
  } catch (error) {
    if (request.signal.aborted) return null;
    if (timeout.aborted) return missing('timeout');
    return missing(error instanceof Refused ? 'refused' : 'unreachable');
  }
}

const missing = (because: PictureFailure, status: number | null = null): Missing => ({ because, status });

async function follow({ url: first, reachable }: PictureRequest, signal: AbortSignal) {
  let url = URL.parse(first);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (url?.protocol !== 'https:' && !isHere(url)) return missing('not_https');
    const response = await requestGuarded({
      url,
      method: 'GET',
      headers: { accept, 'accept-encoding': 'identity' },
      reachable,
      signal,
    });
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      url = URL.parse(location, url);
      continue;
    }
    if (status === 200) return (await bytesOf(response)) ?? missing('too_large');
    response.destroy();
    return missing(status === 404 || status === 410 ? 'not_found' : 'status', status);
  }
  return missing('redirects');
}

/** Without TLS an address is followed on this machine only, where the guard has the last word. */
function isHere(url: URL | null): url is URL {
  if (url?.protocol !== 'http:') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || isLoopback(host);
}

/** All bytes of an answer; null when there are more than are taken. */
async function bytesOf(response: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = Number(response.headers['content-length'] ?? 0) > uploadLimit ? Number.POSITIVE_INFINITY : 0;
  if (size === 0) {
    for await (const part of response) {
      size += part.length;
      if (size > uploadLimit) break;
      parts.push(part);
    }
  }
  response.destroy();
  return size > uploadLimit ? null : Buffer.concat(parts);
}
