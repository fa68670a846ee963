import type { deliveryChannels, deliveryStates } from '@postlude/contract';
import type { Generated } from 'kysely';
import type { Mail } from '../../mail/mail.ts';
import type { Json, MaybeMoment, Moment, MomentOfNow } from '../columns.ts';

/** The tables of migration 3. */
export interface OutboxTables {
  outbox_events: OutboxEventsTable;
  outgoing_webhooks: OutgoingWebhooksTable;
  outgoing_secrets: OutgoingSecretsTable;
  deliveries: DeliveriesTable;
  delivery_attempts: DeliveryAttemptsTable;
  mails: MailsTable;
}

/** A fact that goes out. Kept also when nobody wants it yet. */
export interface OutboxEventsTable {
  store_id: string;
  event_id: string;
  type: string;
  payload: Json<Record<string, unknown>>;
  created_at: MomentOfNow;
}

/** An endpoint of the shop. `event_types` null: all. `resting_until`: it hung a moment ago, so others go first. */
export interface OutgoingWebhooksTable {
  store_id: string;
  outgoing_webhook_id: string;
  url: string;
  event_types: string[] | null;
  disabled_at: MaybeMoment;
  disabled_reason: Generated<string | null>;
  resting_until: MaybeMoment;
  created_at: MomentOfNow;
}

/** What an endpoint's deliveries are signed with. `expires_at` null: the current one; at most one other is valid beside it. */
export interface OutgoingSecretsTable {
  store_id: string;
  outgoing_webhook_id: string;
  secret_id: string;
  sealed: string;
  created_at: MomentOfNow;
  expires_at: MaybeMoment;
}

/** One event for one endpoint, or one mail. `lease` names the attempt that holds it until `leased_until`. */
export interface DeliveriesTable {
  store_id: string;
  delivery_id: string;
  channel: (typeof deliveryChannels)[number];
  event_id: string | null;
  outgoing_webhook_id: string | null;
  target: string;
  state: Generated<(typeof deliveryStates)[number]>;
  attempts: Generated<number>;
  next_attempt_at: Moment;
  leased_until: MaybeMoment;
  lease: Generated<string | null>;
  last_status: Generated<number | null>;
  last_error: Generated<string | null>;
  created_at: MomentOfNow;
  delivered_at: MaybeMoment;
}

/** One try. */
export interface DeliveryAttemptsTable {
  store_id: string;
  delivery_id: string;
  attempt_id: string;
  at: Moment;
  milliseconds: number;
  status: number | null;
  error: string | null;
  answer: string | null;
}

/** What a mail says, by its delivery. */
export interface MailsTable {
  store_id: string;
  delivery_id: string;
  content: Json<Mail>;
}
