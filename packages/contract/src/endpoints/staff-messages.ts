import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { IncomingMessage, MessageQuery, UnknownStatus } from '../ingest.ts';
import { pageOf, pageQuery } from '../pages.ts';

/** Lists what came in. */
export const listMessages = {
  method: 'GET',
  path: '/v1/staff/messages',
  access: 'staff',
  summary: 'List incoming messages',
  description: 'Newest first. `state=failed` are those set aside with a reason; replay them after the fix.',
  query: MessageQuery,
  output: pageOf(IncomingMessage),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads a set-aside message once more. */
export const replayMessage = {
  method: 'POST',
  path: '/v1/staff/messages/{messageId}/replay',
  access: 'staff',
  summary: 'Replay an incoming message',
  description: 'Reads a stored message again, as if it had just come in. Safe to repeat.',
  params: z.strictObject({ messageId: idOf('message') }),
  output: IncomingMessage,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Lists the provider words that are in no table. */
export const listUnknownStatuses = {
  method: 'GET',
  path: '/v1/staff/unknown-statuses',
  access: 'staff',
  summary: 'List unknown provider statuses',
  description:
    'What providers said that no mapping knows, most frequent first. Parcels show the nearest safe status meanwhile.',
  query: z.strictObject({ ...pageQuery }),
  output: pageOf(UnknownStatus),
  problems: ['key_invalid'],
} as const satisfies Endpoint;
