import type { BytesOutput, Endpoint } from '@postlude/contract';
import { partOf } from './byte-range.ts';
import { etagOf, matchesEtag } from './etag.ts';
import type { AppContext } from './request.ts';

/**
 * Answers with a file. Whatever it holds, it stays a file: its type is the one we say, and a browser that shows it runs
 * and loads nothing and lets it act as no page of ours. Where anybody may call (a signed address), any page may read it.
 */
export function bytesAnswer(c: AppContext, row: Endpoint, file: BytesOutput): Response {
  const open = row.access === 'public';
  const etag = etagOf(file.bytes);
  const headers = new Headers({
    ETag: etag,
    // What a signed address opens is looked at several times within a minute; anything else is asked for each time.
    'Cache-Control': open ? 'private, max-age=60' : 'private, no-cache',
    'Content-Disposition': dispositionOf(file),
    'Content-Security-Policy': policyOf(file),
    'X-Content-Type-Options': 'nosniff',
  });
  if (open) {
    headers.set('Access-Control-Allow-Origin', '*');
    headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  if (matchesEtag(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', file.contentType);
  const part = file.contentType.startsWith('video/') ? videoPart(c, headers, etag, file) : null;
  const bytes = part ? file.bytes.subarray(part.from, part.to) : file.bytes;
  headers.set('Content-Length', String(bytes.byteLength));
  // A copy where the bytes are a part of a larger buffer of ours.
  const status = part === null ? (row.status ?? 200) : part.isEmpty ? 416 : 206;
  return new Response(new Uint8Array(bytes), { status, headers });
}

/** Videos are answered in parts: some browsers play none otherwise, and nobody who moves within one waits for all of it. */
function videoPart(c: AppContext, headers: Headers, etag: string, { bytes }: BytesOutput) {
  headers.set('Accept-Ranges', 'bytes');
  const { ifRange = etag, range } = { ifRange: c.req.header('if-range'), range: c.req.header('range') };
  const part = ifRange === etag ? partOf(range, bytes.byteLength) : null;
  if (part) {
    const place = part.isEmpty ? '*' : `${part.from}-${part.to - 1}`;
    headers.set('Content-Range', `bytes ${place}/${bytes.byteLength}`);
  }
  return part;
}

/**
 * PDFs that are shown are our own or a carrier's, never a stranger's. They get no sandbox: a viewer that is itself a page,
 * as some browsers have, does not open in one.
 */
function policyOf({ contentType, inline }: BytesOutput): string {
  const shownPdf = inline === true && contentType === 'application/pdf';
  return shownPdf
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
    : "sandbox; default-src 'none'";
}

/** The name in the two forms of RFC 6266: plain ASCII for old programs, and as it is. */
function dispositionOf({ fileName, inline }: BytesOutput): string {
  const kind = inline === true ? 'inline' : 'attachment';
  if (fileName === undefined) return kind;
  const name = fileName.replace(/[\p{Cc}\p{Cf}\p{Surrogate}/\\]/gu, '').slice(0, 150) || 'file';
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["%]/g, '')
      .trim() || 'file';
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
