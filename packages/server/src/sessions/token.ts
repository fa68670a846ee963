import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '@postlude/contract';
import type { SecretBox } from '../secrets/secret-box.ts';

/** How long a session lasts, in milliseconds. */
export const sessionLifetime = 2 * 60 * 60 * 1000;

/** What a session opens, and until when. */
export interface SessionGrant {
  readonly storeId: Id<'store'>;
  readonly orderId: Id<'order'>;
  /** Opened with a gift's code: sees no prices, no contact, and only returns of the gift's receiver. */
  readonly gift: boolean;
  readonly expiresAt: Date;
}

const tokenPattern = /^st_([A-Za-z0-9_-]{1,200})\.([A-Za-z0-9_-]{43})$/;
const payloadPattern = /^1 (sto_[0-9a-f]{32}) (ord_[0-9a-f]{32}) (\d{1,12})( gift)?$/;

/**
 * Makes the token of a session. It holds what it opens and is signed with a key of its store, so that any process can
 * check it without asking anybody, and none is kept.
 */
export function issueToken(secrets: SecretBox, grant: SessionGrant): string {
  const payload = `1 ${grant.storeId} ${grant.orderId} ${Math.floor(grant.expiresAt.getTime() / 1000)}${grant.gift ? ' gift' : ''}`;
  const encoded = Buffer.from(payload).toString('base64url');
  return `st_${encoded}.${sign(secrets, grant.storeId, encoded).toString('base64url')}`;
}

/** What a token opens; null when it was not made here, was changed, or has ended. */
export function readToken(secrets: SecretBox, token: string, now: Date): SessionGrant | null {
  const [, encoded, signature] = tokenPattern.exec(token) ?? [];
  if (encoded === undefined || signature === undefined) return null;
  const [, storeId, orderId, expiry, gift] =
    payloadPattern.exec(Buffer.from(encoded, 'base64url').toString()) ?? [];
  if (storeId === undefined || orderId === undefined || expiry === undefined) return null;
  const expected = sign(secrets, storeId, encoded);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const expiresAt = new Date(Number(expiry) * 1000);
  if (expiresAt <= now) return null;
  return {
    storeId: storeId as Id<'store'>,
    orderId: orderId as Id<'order'>,
    gift: gift !== undefined,
    expiresAt,
  };
}

function sign(secrets: SecretBox, storeId: string, encoded: string): Buffer {
  return createHmac('sha256', secrets.derive(`session:${storeId}`))
    .update(encoded)
    .digest();
}
