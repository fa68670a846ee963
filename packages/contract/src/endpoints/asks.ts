import '../zod-setup.ts';
import * as z from 'zod/mini';
import { AskResponse, CurrentAsk } from '../asks.ts';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { Locale } from '../text.ts';

const ofOrder = z.strictObject({ orderId: idOf('order') });
const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const mine = ['session_invalid', 'origin_not_allowed', 'not_found'] as const;

/** Reads what the shopper may be asked now. */
export const getCurrentAsk = {
  method: 'GET',
  path: '/v1/orders/{orderId}/ask',
  access: 'session',
  summary: 'Read what the shopper may be asked now',
  description:
    'One kind at most, decided from deliveries, returns, claims, registrations, reviews and all earlier asks of this shopper on any device; never from what they think. Reading decides and keeps the decisions.',
  params: ofOrder,
  query: inLanguage,
  output: CurrentAsk,
  problems: mine,
} as const satisfies Endpoint;

/** Tells that an offer was shown or dismissed. */
export const respondToAsk = {
  method: 'POST',
  path: '/v1/orders/{orderId}/ask-responses',
  access: 'session',
  summary: 'Tell that an ask was shown or dismissed',
  description:
    'Shown counts once a day. Two dismissals rest the kind for ninety days; nothing is lost for ever. Answering needs no call: the review, the registration is the answer.',
  params: ofOrder,
  query: inLanguage,
  body: AskResponse,
  output: CurrentAsk,
  problems: mine,
} as const satisfies Endpoint;
