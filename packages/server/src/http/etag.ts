import { createHash } from 'node:crypto';

/** A strong ETag of a body: equal bytes, equal tag. */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

/**
 * True when the caller already has what `etag` stands for (RFC 9110, 13.1.2). Compares weakly, as If-None-Match is
 * meant to, because a proxy that compresses makes strong tags weak.
 */
export function matchesEtag(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => opaque(tag) === etag);
}
