import './zod-setup.ts';
import * as z from 'zod/mini';
import { Order } from './orders.ts';
import { text } from './text.ts';
import { Instant } from './time.ts';

/**
 * Opens a session by proof: the storefront rendered `proof` = HMAC-SHA256(embed secret, order number) in lower-case
 * hexadecimal beside the order number.
 */
export const SessionByProof = z.strictObject({
  by: z.literal('proof'),
  order: text(128),
  proof: /* @__PURE__ */ z.string().check(z.regex(/^[0-9a-fA-F]{64}$/)),
});

/** Opens a session by what only the shopper knows: the order number and the e-mail, phone or postcode it was placed with. */
export const SessionByLookup = z.strictObject({
  by: z.literal('lookup'),
  order: text(128),
  /** An e-mail address, a phone number or a postcode; the server finds out which. */
  contact: text(254),
});

/**
 * Opens a session for whom an order was a present: by its number and the code that came with it (`7F3A-19BC-02DE`), which is
 * the first 12 digits of HMAC-SHA256(embed secret, "gift:" + order number) in hexadecimal. Capitals, dashes and spaces are of
 * no importance. What such a session reads holds no prices and nothing of who ordered.
 */
export const SessionByGift = z.strictObject({
  by: z.literal('gift'),
  order: text(128),
  code: text(64),
});

/** How a session is asked for. */
export const SessionRequest = z.discriminatedUnion('by', [SessionByProof, SessionByLookup, SessionByGift]);
/** See the schema of the same name. */
export type SessionRequest = z.infer<typeof SessionRequest>;

/** A session that was opened, with the order it opens: one answer, so that a card needs one round trip. */
export const Session = z.object({
  /** Send it as `Authorization: Bearer …`. Opens this one order and nothing else. */
  token: z.string(),
  expiresAt: Instant,
  order: Order,
});
/** See the schema of the same name. */
export type Session = z.infer<typeof Session>;
