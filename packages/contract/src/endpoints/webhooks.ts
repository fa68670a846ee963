import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { Provider, Receipt } from '../ingest.ts';

/** Takes a webhook of a platform or a carrier. */
export const receiveWebhook = {
  method: 'POST',
  path: '/v1/webhooks/{provider}/{webhookId}',
  access: 'signature',
  summary: 'Receive a webhook',
  description:
    'The address `postlude webhook add` prints. The signature is checked over the raw bytes with each of the webhook’s secrets; ' +
    'the message is stored before it is read and answered with 200 once it is stored.',
  params: z.strictObject({ provider: Provider, webhookId: idOf('webhook') }),
  bodyKind: 'raw',
  output: Receipt,
  problems: [
    'not_found',
    'webhook_unconfigured',
    'signature_missing',
    'signature_invalid',
    'signature_expired',
    'too_large',
    'invalid_json',
  ],
} as const satisfies Endpoint;
