import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { ReturnDraft, ReturnFiling, ReturnQuote, ReturnQuoteRequest, SentParcel } from '../return-filing.ts';
import { Return, ReturnMessageInput, ReturnOptions, ReturnSummary } from '../returns.ts';
import { Locale } from '../text.ts';

const ofOrder = z.strictObject({ orderId: idOf('order') });
const ofReturn = z.strictObject({ returnId: idOf('return') });
const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const mine = ['session_invalid', 'origin_not_allowed', 'not_found'] as const;
const filing = [
  'item_unknown',
  'quantity_unavailable',
  'route_closed',
  'reason_unknown',
  'resolution_unavailable',
  'variant_unavailable',
  'method_unavailable',
] as const;

/** Reads what can be done with each item of an order. */
export const getReturnOptions = {
  method: 'GET',
  path: '/v1/orders/{orderId}/return-options',
  access: 'session',
  summary: 'Read what can be done with each item',
  description:
    'Every route of every item: open or closed, its last day, cost and money, and when closed the rule and the date sum that closed it. ' +
    'Texts of the store come in the language asked for.',
  params: ofOrder,
  query: inLanguage,
  output: ReturnOptions,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Works out what a return would come to. */
export const quoteReturn = {
  method: 'POST',
  path: '/v1/orders/{orderId}/return-quotes',
  access: 'session',
  safe: true,
  summary: 'Quote a return',
  description:
    'The sums of each resolution side by side, the methods on offer, and the whole. Changes nothing and keeps nothing.',
  params: ofOrder,
  query: inLanguage,
  body: ReturnQuoteRequest,
  output: ReturnQuote,
  problems: [...mine, ...filing],
} as const satisfies Endpoint;

/** Files a return. */
export const fileReturn = {
  method: 'POST',
  path: '/v1/orders/{orderId}/returns',
  access: 'session',
  summary: 'File a return',
  description:
    'A return, a cancellation before shipping, or a delivery problem. All of it is checked again; `expected` guards against a sum that ' +
    'has changed since it was shown. Approved at once where a rule of the store says so.',
  params: ofOrder,
  query: inLanguage,
  body: ReturnFiling,
  output: Return,
  status: 201,
  problems: [
    ...mine,
    ...filing,
    'note_required',
    'photos_required',
    'upload_unknown',
    'quote_changed',
    'too_many',
  ],
} as const satisfies Endpoint;

/** Lists the returns of an order. */
export const listReturns = {
  method: 'GET',
  path: '/v1/orders/{orderId}/returns',
  access: 'session',
  summary: 'List the returns of an order',
  description: 'Newest first.',
  params: ofOrder,
  output: z.object({ items: z.array(ReturnSummary) }),
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Reads a return. */
export const getReturn = {
  method: 'GET',
  path: '/v1/returns/{returnId}',
  access: 'session',
  summary: 'Read a return',
  description: 'With its parcel, documents and messages. Cheap to ask again with If-None-Match.',
  params: ofReturn,
  query: inLanguage,
  output: Return,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Changes a return. */
export const changeReturn = {
  method: 'PUT',
  path: '/v1/returns/{returnId}',
  access: 'session',
  summary: 'Change a return',
  description:
    'Replaces what was filed while the return is not on its way. Checked like a new one, under the policy it was filed under.',
  params: ofReturn,
  query: inLanguage,
  body: ReturnFiling,
  output: Return,
  problems: [...fileReturn.problems, 'return_not_changeable'],
} as const satisfies Endpoint;

/** Cancels a return. */
export const cancelReturn = {
  method: 'POST',
  path: '/v1/returns/{returnId}/cancel',
  access: 'session',
  summary: 'Cancel a return',
  description: 'While it is not on its way. Cancelling a cancelled one changes nothing.',
  params: ofReturn,
  query: inLanguage,
  output: Return,
  problems: [...mine, 'return_not_changeable'],
} as const satisfies Endpoint;

/** Tells which parcel a return is in. */
export const tellReturnParcel = {
  method: 'POST',
  path: '/v1/returns/{returnId}/parcel',
  access: 'session',
  summary: 'Tell which parcel a return is in',
  description:
    'For returns sent with a carrier of the shopper’s choice. It is tracked like a delivery from then on.',
  params: ofReturn,
  query: inLanguage,
  body: SentParcel,
  output: Return,
  problems: [...mine, 'return_not_changeable', 'too_many'],
} as const satisfies Endpoint;

/** Writes to the store about a return. */
export const addReturnMessage = {
  method: 'POST',
  path: '/v1/returns/{returnId}/messages',
  access: 'session',
  summary: 'Write to the store about a return',
  description: 'Answers the store’s question, when there is one.',
  params: ofReturn,
  query: inLanguage,
  body: ReturnMessageInput,
  output: Return,
  status: 201,
  problems: [...mine, 'upload_unknown', 'too_many'],
} as const satisfies Endpoint;

/** Keeps what was typed so far. */
export const putReturnDraft = {
  method: 'PUT',
  path: '/v1/orders/{orderId}/return-draft',
  access: 'session',
  summary: 'Keep a draft',
  description: 'One for each order and kind of session; kept for 7 days, gone when the return is filed.',
  params: ofOrder,
  body: ReturnDraft,
  output: ReturnDraft,
  problems: mine,
} as const satisfies Endpoint;

/** Forgets a draft. */
export const deleteReturnDraft = {
  method: 'DELETE',
  path: '/v1/orders/{orderId}/return-draft',
  access: 'session',
  summary: 'Forget a draft',
  description: 'Forgetting one that is not there changes nothing.',
  params: ofOrder,
  output: z.object({}),
  problems: mine,
} as const satisfies Endpoint;
