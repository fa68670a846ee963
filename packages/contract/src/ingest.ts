import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { pageQuery } from './pages.ts';
import { Instant } from './time.ts';

/** Who can send webhooks to us. */
export const providers = ['shopify', 'woocommerce', 'aftership', 'easypost', 'shippo'] as const;

/** Who sent a webhook. */
export const Provider = z.enum(providers);
/** See the schema of the same name. */
export type Provider = z.infer<typeof Provider>;

/** What became of an incoming message. `waiting` is stored and not yet read; `failed` is set aside with its reason. */
export const messageStates = ['waiting', 'applied', 'ignored', 'failed'] as const;

/** An incoming message, without its body. */
export const IncomingMessage = z.object({
  id: idOf('message'),
  provider: Provider,
  topic: z.string(),
  state: z.enum(messageStates),
  /** Why it failed or was ignored. */
  reason: z.nullable(z.string()),
  attempts: z.int(),
  receivedAt: Instant,
  appliedAt: z.nullable(Instant),
});
/** See the schema of the same name. */
export type IncomingMessage = z.infer<typeof IncomingMessage>;

/** The query of the list of incoming messages. */
export const MessageQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(z.enum(messageStates)),
  provider: z.optional(Provider),
});

/** What a webhook is answered with. */
export const Receipt = z.object({
  /** Null for a ping, which is answered and not kept. */
  id: z.nullable(z.string()),
  /** True when the same message was here before; it changed nothing. */
  duplicate: z.boolean(),
});
/** See the schema of the same name. */
export type Receipt = z.infer<typeof Receipt>;

/** A provider's word that was in no table, with how often it came. */
export const UnknownStatus = z.object({
  provider: z.string(),
  raw: z.string(),
  count: z.int(),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
});
/** See the schema of the same name. */
export type UnknownStatus = z.infer<typeof UnknownStatus>;
