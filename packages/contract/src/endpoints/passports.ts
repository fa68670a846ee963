import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { Passport, PassportList } from '../passports.ts';
import {
  CertificateCheck,
  ConsentChange,
  FoundProduct,
  OutsidePurchase,
  RegistrationInput,
  Transfer,
  TransferAcceptance,
} from '../registrations.ts';
import { Session } from '../sessions.ts';
import { Locale, text } from '../text.ts';

const ofOrder = z.strictObject({ orderId: idOf('order') });
const ofPassport = z.strictObject({ passportId: idOf('passport') });
const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const mine = ['session_invalid', 'origin_not_allowed', 'not_found'] as const;
const serial = ['serial_required', 'serial_wrong', 'serial_not_accepted', 'serial_taken'] as const;

/** Lists the passports of an order with what registering each one needs. */
export const listPassports = {
  method: 'GET',
  path: '/v1/orders/{orderId}/passports',
  access: 'session',
  summary: 'List the items of an order as passports',
  description:
    'One for each bought unit (at most 100 of a line): delivery, serial number, registration, covers with their ends, returns, claims, recalls and owners, and what is asked before it can be registered.',
  params: ofOrder,
  query: inLanguage,
  output: PassportList,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Reads the passport of one unit. */
export const getPassport = {
  method: 'GET',
  path: '/v1/passports/{passportId}',
  access: 'session',
  summary: 'Read the passport of an item',
  description:
    'Everything about one bought unit, also as schema.org JSON-LD. Cheap to ask again with If-None-Match.',
  params: ofPassport,
  query: inLanguage,
  output: Passport,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Registers items. */
export const registerItems = {
  method: 'POST',
  path: '/v1/orders/{orderId}/registrations',
  access: 'session',
  summary: 'Register items',
  description:
    'All of them or none. Registering what is registered changes nothing but the consents. Legal rights never depend on it.',
  params: ofOrder,
  query: inLanguage,
  body: RegistrationInput,
  output: PassportList,
  status: 201,
  problems: [...mine, ...serial, 'proof_required', 'registration_closed', 'upload_unknown'],
} as const satisfies Endpoint;

/** Changes the choices of an owner. */
export const changeConsents = {
  method: 'PUT',
  path: '/v1/passports/{passportId}/consents',
  access: 'session',
  summary: 'Change the choices of an owner',
  description: 'Safety messages and marketing are two choices; taking one back is as easy as giving it.',
  params: ofPassport,
  query: inLanguage,
  body: ConsentChange,
  output: Passport,
  problems: [...mine, 'registration_closed'],
} as const satisfies Endpoint;

/** Finds products to register. */
export const findProducts = {
  method: 'GET',
  path: '/v1/products',
  access: 'publishable',
  summary: 'Find products',
  description:
    'By words of the title, by GTIN, or by what a scanner read from the product (a GS1 Digital Link). At most 20.',
  query: z.strictObject({ q: text(500) }),
  output: z.object({ items: z.array(FoundProduct) }),
  problems: ['unknown_store', 'origin_not_allowed'],
} as const satisfies Endpoint;

/** Tells something that was bought elsewhere. */
export const tellOutsidePurchase = {
  method: 'POST',
  path: '/v1/outside-purchases',
  access: 'publishable',
  summary: 'Tell something that was bought elsewhere',
  description:
    'Opens a session for it, as if it were an order of its own; proof of purchase and registration follow with that session. Kept for 24 hours when nothing is registered.',
  body: OutsidePurchase,
  output: Session,
  status: 201,
  problems: ['unknown_store', 'origin_not_allowed', 'not_found', 'product_unknown', 'date_impossible'],
} as const satisfies Endpoint;

/** Makes a hand-over code. */
export const startTransfer = {
  method: 'POST',
  path: '/v1/passports/{passportId}/transfer',
  access: 'session',
  summary: 'Make a hand-over code',
  description:
    'For the next owner; works once and for 14 days. Asking again gives the same code while it is open.',
  params: ofPassport,
  output: Transfer,
  status: 201,
  answersSecret: true,
  problems: [...mine, 'transfer_closed'],
} as const satisfies Endpoint;

/** Takes a hand-over code back. */
export const cancelTransfer = {
  method: 'DELETE',
  path: '/v1/passports/{passportId}/transfer',
  access: 'session',
  summary: 'Take a hand-over code back',
  description: 'Taking back what is not there changes nothing.',
  params: ofPassport,
  output: Passport,
  problems: mine,
} as const satisfies Endpoint;

/** Takes an item over. */
export const acceptTransfer = {
  method: 'POST',
  path: '/v1/transfers',
  access: 'publishable',
  summary: 'Take an item over',
  description:
    'With the code of its owner. Opens a session for the new owner, who sees the item and its history and nothing of who had it before. Guessing is slow and locked.',
  body: TransferAcceptance,
  output: Session,
  status: 201,
  problems: ['unknown_store', 'origin_not_allowed', 'transfer_code_invalid', 'lookup_locked'],
} as const satisfies Endpoint;

/** Checks a certificate. */
export const checkCertificate = {
  method: 'GET',
  path: '/v1/certificates/{code}',
  access: 'publishable',
  summary: 'Check a certificate',
  description:
    'Whether there is such a registration and what it is worth. Says nobody’s name and no full serial number.',
  params: z.strictObject({ code: text(32) }),
  output: CertificateCheck,
  problems: ['unknown_store', 'origin_not_allowed'],
} as const satisfies Endpoint;
