import type { Provider } from '@postlude/contract';
import type { ColumnType, Generated } from 'kysely';
import type { Json, MaybeMoment, Moment, MomentOfNow } from '../columns.ts';

/** An incoming message as it came: the inbox. */
export interface MessagesTable {
  store_id: string;
  message_id: string;
  webhook_id: string;
  provider: Provider;
  topic: string;
  /** The same message has the same key. Unique per webhook. */
  dedupe_key: string;
  /** The headers an adapter needs to read the message, names in lower case. No signatures and no credentials. */
  headers: Json<Record<string, string>>;
  body: Buffer;
  state: ColumnType<
    'waiting' | 'applied' | 'ignored' | 'failed',
    'waiting' | 'applied' | 'ignored' | 'failed' | undefined,
    'waiting' | 'applied' | 'ignored' | 'failed'
  >;
  reason: string | null;
  attempts: Generated<number>;
  received_at: MomentOfNow;
  applied_at: MaybeMoment;
}

/** A provider's word that no mapping knows, and how often it came. */
export interface UnknownStatusesTable {
  store_id: string;
  provider: string;
  raw: string;
  count: Generated<number>;
  first_seen_at: MomentOfNow;
  last_seen_at: MomentOfNow;
}

/** The answer to a write under an Idempotency-Key. */
export interface IdempotencyKeysTable {
  store_id: string;
  /** Which endpoint (and whose session) the key belongs to. */
  scope: string;
  key: string;
  request_hash: string;
  /** Null while the first request is still being worked on. */
  status: number | null;
  answer: string | null;
  created_at: MomentOfNow;
  expires_at: Moment;
}

/** How often something was tried, and until when it is locked. Shared by all processes. */
export interface AttemptLimitsTable {
  store_id: string;
  /** What is limited (`lookup:address`, `lookup:order`, …). */
  bucket: string;
  /** Whom it is limited for; a hash where it would be personal data. */
  key: string;
  count: number;
  window_ends_at: Moment;
  locked_until: MaybeMoment;
}
