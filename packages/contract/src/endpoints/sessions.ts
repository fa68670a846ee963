import '../zod-setup.ts';
import type { Endpoint } from '../endpoint.ts';
import { Session, SessionRequest } from '../sessions.ts';

/** Opens a shopper session by proof, by lookup or by a gift's code. */
export const openSession = {
  method: 'POST',
  path: '/v1/sessions',
  access: 'publishable',
  safe: true,
  summary: 'Open a shopper session',
  description:
    'By proof (rendered by the storefront), by lookup (order number and e-mail, phone or postcode), or by a gift’s code. A wrong ' +
    'contact or code and an unknown order get the same answer. Lookups and gift codes are limited per address and per order; the lock says until when in `retryAt`. ' +
    'The body may be sent as text/plain, which spares browsers a preflight. Opening a session changes nothing. ' +
    '`not_found` comes only after a right proof: the order has not reached us yet.',
  body: SessionRequest,
  output: Session,
  status: 201,
  problems: [
    'unknown_store',
    'origin_not_allowed',
    'proof_invalid',
    'not_found',
    'lookup_failed',
    'gift_code_invalid',
    'lookup_locked',
  ],
} as const satisfies Endpoint;
