import '../zod-setup.ts';
import * as z from 'zod/mini';
import {
  Claim,
  ClaimFiling,
  ClaimMessageInput,
  ClaimOptions,
  FirstHelpAnswer,
  QuoteAnswer,
} from '../claims.ts';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { SentParcel } from '../return-filing.ts';
import { Locale } from '../text.ts';

const ofPassport = z.strictObject({ passportId: idOf('passport') });
const ofClaim = z.strictObject({ claimId: idOf('claim') });
const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const mine = ['session_invalid', 'origin_not_allowed', 'not_found'] as const;

/** Reads every door for an item with which something is wrong. */
export const getClaimOptions = {
  method: 'GET',
  path: '/v1/passports/{passportId}/claim-options',
  access: 'session',
  summary: 'Read what can be done when something is wrong',
  description:
    'Legal guarantee, warranty and repair beside return, withdrawal and delivery problem: the best one first and why, closed ones with their reason; symptoms with first help; what can be done and where.',
  params: ofPassport,
  query: inLanguage,
  output: ClaimOptions,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Tells whether the first help helped. */
export const answerFirstHelp = {
  method: 'POST',
  path: '/v1/passports/{passportId}/first-help',
  access: 'session',
  summary: 'Tell whether the first help helped',
  description: 'Counted for the store; closes no door.',
  params: ofPassport,
  body: FirstHelpAnswer,
  output: z.object({}),
  problems: [...mine, 'symptom_unknown'],
} as const satisfies Endpoint;

/** Files a claim. */
export const fileClaim = {
  method: 'POST',
  path: '/v1/passports/{passportId}/claims',
  access: 'session',
  summary: 'File a claim',
  description:
    'Under the legal guarantee, a warranty or for a repair. All of it is checked again; the decision and the policy version are kept with it.',
  params: ofPassport,
  query: inLanguage,
  body: ClaimFiling,
  output: Claim,
  status: 201,
  problems: [
    ...mine,
    'route_closed',
    'symptom_unknown',
    'resolution_unavailable',
    'place_unavailable',
    'photos_required',
    'address_required',
    'date_impossible',
    'upload_unknown',
    'too_many',
  ],
} as const satisfies Endpoint;

/** Reads a claim. */
export const getClaim = {
  method: 'GET',
  path: '/v1/claims/{claimId}',
  access: 'session',
  summary: 'Read a claim',
  description:
    'With its timeline, quote, parcels, documents and messages. Cheap to ask again with If-None-Match.',
  params: ofClaim,
  query: inLanguage,
  output: Claim,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Cancels a claim. */
export const cancelClaim = {
  method: 'POST',
  path: '/v1/claims/{claimId}/cancel',
  access: 'session',
  summary: 'Cancel a claim',
  description: 'While the device is with the shopper. Cancelling a cancelled one changes nothing.',
  params: ofClaim,
  query: inLanguage,
  output: Claim,
  problems: [...mine, 'claim_not_changeable'],
} as const satisfies Endpoint;

/** Answers a quote. */
export const answerRepairQuote = {
  method: 'POST',
  path: '/v1/claims/{claimId}/quote',
  access: 'session',
  summary: 'Accept or decline a quote',
  description:
    'The quote is named, so that nobody accepts another one than they read. The same answer again changes nothing.',
  params: ofClaim,
  query: inLanguage,
  body: QuoteAnswer,
  output: Claim,
  problems: [...mine, 'quote_not_open'],
} as const satisfies Endpoint;

/** Tells which parcel a device is in. */
export const tellClaimParcel = {
  method: 'POST',
  path: '/v1/claims/{claimId}/parcel',
  access: 'session',
  summary: 'Tell which parcel a device is in',
  description:
    'For a device sent with a carrier of the shopper’s choice. It is tracked like a delivery from then on.',
  params: ofClaim,
  query: inLanguage,
  body: SentParcel,
  output: Claim,
  problems: [...mine, 'claim_not_changeable', 'too_many'],
} as const satisfies Endpoint;

/** Writes to the store about a claim. */
export const addClaimMessage = {
  method: 'POST',
  path: '/v1/claims/{claimId}/messages',
  access: 'session',
  summary: 'Write to the store about a claim',
  description: 'Answers the store’s question, when there is one.',
  params: ofClaim,
  query: inLanguage,
  body: ClaimMessageInput,
  output: Claim,
  status: 201,
  problems: [...mine, 'upload_unknown', 'too_many'],
} as const satisfies Endpoint;
