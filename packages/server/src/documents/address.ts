import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';
import type { SecretBox } from '../secrets/secret-box.ts';

/** What a document can be of. A kind is part of addresses that people may have printed: never reuse a word. */
export const documentKinds = [
  'upload',
  'packing_slip',
  'label',
  'calendar',
  'withdrawal_receipt',
  'claim_slip',
  'certificate',
  'cover_calendar',
] as const;

/** One of `documentKinds`. */
export type DocumentKind = (typeof documentKinds)[number];

/** Which document: of which store, of which kind, and the id of the thing it is made of. */
export interface DocumentName {
  readonly storeId: string;
  readonly kind: DocumentKind;
  readonly id: string;
}

/** How long an address opens its document at least, in milliseconds. */
export const addressLifetime = 10 * 60_000;

const tokenPattern = /^([A-Za-z0-9_-]{1,200})\.([A-Za-z0-9_-]{43})$/;
const payloadPattern = /^1 (sto_[0-9a-f]{32}) ([a-z_]{1,30}) ([a-z]{3}_[0-9a-f]{32}) (\d{1,12})$/;

/**
 * The address of a document: opens it for whoever holds it, for 10 to 20 minutes. It is signed with a key of its store,
 * so nothing about it is stored. Its end falls on full ten minutes: what is asked for twice in that time is the same
 * address, and a page that shows it twice loads it once.
 */
export function documentAddress(
  context: Pick<Context, 'secrets' | 'config'>,
  name: DocumentName,
  now: Date,
): string {
  const end = (Math.floor(now.getTime() / addressLifetime) + 2) * addressLifetime;
  const payload = Buffer.from(`1 ${name.storeId} ${name.kind} ${name.id} ${end / 1000}`).toString(
    'base64url',
  );
  const signature = sign(context.secrets, name.storeId, payload).toString('base64url');
  return `${context.config.publicUrl}/v1/documents/${payload}.${signature}`;
}

/** What an address opens; null when it was not made here, was changed, or has ended. */
export function readDocumentToken(secrets: SecretBox, token: string, now: Date): DocumentName | null {
  const [, payload, signature] = tokenPattern.exec(token) ?? [];
  if (payload === undefined || signature === undefined) return null;
  const [, storeId, kind, id, end] = payloadPattern.exec(Buffer.from(payload, 'base64url').toString()) ?? [];
  if (storeId === undefined || kind === undefined || id === undefined || end === undefined) return null;
  const expected = sign(secrets, storeId, payload);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  if (Number(end) * 1000 <= now.getTime()) return null;
  const known = documentKinds.find((one) => one === kind);
  return known ? { storeId, kind: known, id } : null;
}

function sign(secrets: SecretBox, storeId: string, payload: string): Buffer {
  return createHmac('sha256', secrets.derive(`document:${storeId}`))
    .update(payload)
    .digest();
}
