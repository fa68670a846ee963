import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { pageQuery } from './pages.ts';
import { Instant } from './time.ts';

/**
 * What a shop's own systems can be told, one name a fact. Receivers must ignore names they do not know: the list grows.
 */
export const outgoingEventTypes = [
  'return.requested',
  'return.approved',
  'return.declined',
  'return.shipped',
  'return.received',
  'return.refunded',
  'return.cancelled',
  /** What was told before was taken back: the return stands as this says. */
  'return.reopened',
  'withdrawal.received',
  'registration.received',
  'registration.approved',
  'registration.rejected',
  'registration.corrected',
  'registration.voided',
  /** The item has a new owner. */
  'registration.transferred',
  'claim.received',
  'claim.approved',
  'claim.declined',
  'claim.cancelled',
  'claim.done',
  /** What was told before was taken back: the claim stands as this says. */
  'claim.reopened',
  'repair.device_received',
  'repair.quoted',
  'repair.quote_accepted',
  'repair.quote_declined',
  'repair.shipped',
  'recall.published',
  'recall.acknowledged',
  'recall.ended',
  /** An ask has become due. */
  'ask.due',
  'ask.shown',
  'ask.dismissed',
  'ask.answered',
  'ask.ended',
  'review.created',
  'review.edited',
  'review.approved',
  'review.rejected',
  'review.hidden',
  'review.shown',
  'review.withdrawn',
  'review.replied',
  'review.reported',
  'review.reopened',
  'referral.claimed',
  'referral.ordered',
  'referral.held',
  /** Something looks wrong about it: staff have until its date. */
  'referral.flagged',
  'referral.qualified',
  'referral.refused',
  'referral.voided',
  /** The shop is asked for a code or a credit, and answers with `acknowledgeReward`. `data.idempotencyKey` stays the same however often it is asked. */
  'reward.issue',
  'reward.issued',
  'reward.redeemed',
  'reward.failed',
  /** The shop is asked to take the code or the credit back. */
  'reward.revoked',
  /** A pool of codes runs out within a week, or is empty. */
  'reward.codes_low',
] as const;

/** The name of a fact that goes out. */
export const OutgoingEventType = z.enum(outgoingEventTypes);
/** See the schema of the same name. */
export type OutgoingEventType = z.infer<typeof OutgoingEventType>;

/** Where events may go: https, or http to this very machine. Whether the address is a public one is checked by the server. */
export const OutgoingUrl = /* @__PURE__ */ z
  .string()
  .check(
    z.maxLength(2048),
    z.regex(
      /^(https:\/\/[^\s@/?#]+|http:\/\/(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?)([/?#]\S*)?$/,
    ),
  );

/** An endpoint of the shop that events are delivered to. */
export const OutgoingWebhook = z.object({
  id: idOf('outgoingWebhook'),
  url: z.string(),
  /** Which events it wants; null for all, also those that are added later. */
  events: z.nullable(z.array(z.string())),
  /** False: nothing is delivered, what happens meanwhile can be replayed. */
  enabled: z.boolean(),
  /** Why it was switched off: `staff`, or `gone` when it answered 410. */
  disabledReason: z.nullable(z.string()),
  createdAt: Instant,
  /** The valid secrets, newest first: when each was made and when it ends (null for the current one). */
  secrets: z.array(z.object({ createdAt: Instant, expiresAt: z.nullable(Instant) })),
});
/** See the schema of the same name. */
export type OutgoingWebhook = z.infer<typeof OutgoingWebhook>;

/** An endpoint with its secret, which is told this once. */
export const OutgoingWebhookWithSecret = z.object({ webhook: OutgoingWebhook, secret: z.string() });
/** See the schema of the same name. */
export type OutgoingWebhookWithSecret = z.infer<typeof OutgoingWebhookWithSecret>;

const eventChoice = /* @__PURE__ */ z
  .array(OutgoingEventType)
  .check(z.minLength(1), z.maxLength(outgoingEventTypes.length));

/** What a new endpoint is made of. `events` left out or null: all of them. */
export const OutgoingWebhookInput = z.strictObject({
  url: OutgoingUrl,
  events: z.optional(z.nullable(eventChoice)),
});
/** See the schema of the same name. */
export type OutgoingWebhookInput = z.input<typeof OutgoingWebhookInput>;

/** What may be changed of an endpoint; what is left out stays. */
export const OutgoingWebhookUpdate = z.strictObject({
  url: z.optional(OutgoingUrl),
  events: z.optional(z.nullable(eventChoice)),
  enabled: z.optional(z.boolean()),
});
/** See the schema of the same name. */
export type OutgoingWebhookUpdate = z.input<typeof OutgoingWebhookUpdate>;

/** How a secret is exchanged: hours the old one goes on signing beside the new one (24 unless told, 0 ends it at once). */
export const OutgoingRotation = z.strictObject({
  graceHours: z.optional(/* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(8_760))),
});
/** See the schema of the same name. */
export type OutgoingRotation = z.input<typeof OutgoingRotation>;

/** A fact that goes out, as it is kept. `data` is what the body of its deliveries holds. */
export const OutgoingEvent = z.object({
  id: idOf('event'),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  createdAt: Instant,
  /** How its deliveries stand; all 0 when no endpoint wanted it. */
  deliveries: z.object({ waiting: z.int(), delivered: z.int(), dead: z.int() }),
});
/** See the schema of the same name. */
export type OutgoingEvent = z.infer<typeof OutgoingEvent>;

/** The query of the list of events. */
export const OutgoingEventQuery = z.strictObject({ ...pageQuery, type: z.optional(OutgoingEventType) });

/** What became of a delivery. `dead` was tried as often as it is tried and is kept for a replay. */
export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;

/** How something goes out. */
export const deliveryChannels = ['webhook', 'mail'] as const;

/** One event on its way to one endpoint, or one mail on its way to one mailbox. */
export const OutgoingDelivery = z.object({
  id: idOf('delivery'),
  channel: z.enum(deliveryChannels),
  /** Null for a mail. */
  eventId: z.nullable(idOf('event')),
  /** The event's type; null for a mail. */
  type: z.nullable(z.string()),
  /** Null for a mail. */
  webhookId: z.nullable(idOf('outgoingWebhook')),
  /** Where it goes: the address without its query, or the mailbox with its name hidden (`m…@example.com`). */
  target: z.string(),
  state: z.enum(deliveryStates),
  /** How often it was tried since it was made or replayed. */
  attempts: z.int(),
  /** When it is tried next; null when it is not. */
  nextAttemptAt: z.nullable(Instant),
  /** The last answer's HTTP status or SMTP code; null when there was no answer. */
  lastStatus: z.nullable(z.int()),
  /** Why the last attempt failed. */
  lastError: z.nullable(z.string()),
  createdAt: Instant,
  deliveredAt: z.nullable(Instant),
});
/** See the schema of the same name. */
export type OutgoingDelivery = z.infer<typeof OutgoingDelivery>;

/** One try, newest first in the list of a delivery's. */
export const DeliveryAttempt = z.object({
  at: Instant,
  milliseconds: z.int(),
  status: z.nullable(z.int()),
  /** Null when it was taken. */
  error: z.nullable(z.string()),
  /** The beginning of what was answered, without anything that looks like a secret or an address. */
  answer: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

/** A delivery with its tries. */
export const OutgoingDeliveryDetail = z.object({
  delivery: OutgoingDelivery,
  attempts: z.array(DeliveryAttempt),
});
/** See the schema of the same name. */
export type OutgoingDeliveryDetail = z.infer<typeof OutgoingDeliveryDetail>;

/** The query of the list of deliveries. */
export const OutgoingDeliveryQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(z.enum(deliveryStates)),
  type: z.optional(OutgoingEventType),
  channel: z.optional(z.enum(deliveryChannels)),
});

/** How many deliveries wait again. */
export const ReplayReport = z.object({ replayed: z.int() });
/** See the schema of the same name. */
export type ReplayReport = z.infer<typeof ReplayReport>;
