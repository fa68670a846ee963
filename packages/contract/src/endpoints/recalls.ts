import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { RecallAnswer, RecallList } from '../recalls.ts';
import { Locale } from '../text.ts';

const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const mine = ['session_invalid', 'origin_not_allowed', 'not_found'] as const;

/** Reads the recalls of an order’s items. */
export const listRecalls = {
  method: 'GET',
  path: '/v1/orders/{orderId}/recalls',
  access: 'session',
  summary: 'Read the recalls of an order’s items',
  description: 'Newest first. `Order.recalls` says whether it is worth asking.',
  params: z.strictObject({ orderId: idOf('order') }),
  query: inLanguage,
  output: RecallList,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Acknowledges a recall. */
export const answerRecall = {
  method: 'POST',
  path: '/v1/orders/{orderId}/recalls/{recallId}/answer',
  access: 'session',
  summary: 'Acknowledge a recall, and choose a remedy',
  description: 'Counted once for each owner; a remedy chosen later is added.',
  params: z.strictObject({ orderId: idOf('order'), recallId: idOf('recall') }),
  query: inLanguage,
  body: RecallAnswer,
  output: RecallList,
  problems: mine,
} as const satisfies Endpoint;
