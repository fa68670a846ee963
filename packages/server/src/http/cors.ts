import type { AppContext } from './request.ts';

/** Seconds a browser may remember a preflight: the most Chromium keeps. */
const preflightMaxAge = 7200;

const requestHeaders = 'Authorization, Content-Type, If-None-Match, Idempotency-Key';
const answerHeaders = 'ETag, Retry-After, X-Request-Id';

/** Lets the page of `origin` read this answer. */
export function allowOrigin(headers: Headers, origin: string): void {
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Expose-Headers', answerHeaders);
  // Pages in a stricter embedding (COEP) may then read it too.
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** Says that the answer differs by origin, also to a request without one: a cache in between must not mix them up. */
export function varyByOrigin(headers: Headers): void {
  headers.append('Vary', 'Origin');
}

/** Answers a preflight. `allowed` says whether the origin may call this address at all. */
export function preflightAnswer(c: AppContext, methods: readonly string[], allowed: boolean): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  varyByOrigin(headers);
  const origin = c.req.header('origin');
  if (allowed && origin !== undefined) {
    allowOrigin(headers, origin);
    headers.set('Access-Control-Allow-Methods', methods.join(', '));
    headers.set('Access-Control-Allow-Headers', requestHeaders);
    headers.set('Access-Control-Max-Age', String(preflightMaxAge));
  }
  return new Response(null, { status: 204, headers });
}
