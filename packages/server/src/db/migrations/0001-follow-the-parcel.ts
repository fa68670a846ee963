import type { Migration } from './migration.ts';

/**
 * Everything order tracking stands on. Ids and keys compare as bytes (`collate "C"`): the same order on every database,
 * and text order is time order for ids. No unique constraint spans stores, so that the data can be sharded by store.
 */
export const followTheParcel: Migration = {
  number: 1,
  name: 'follow-the-parcel',
  sql: `
create table stores (
  store_id text collate "C" primary key,
  name text not null,
  origins text[] not null default '{}',
  locale text not null,
  currency text not null,
  time_zone text not null,
  contact jsonb not null,
  stalled_after_days integer not null default 7 check (stalled_after_days between 1 and 60),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table store_keys (
  store_id text collate "C" not null references stores on delete cascade,
  key_id text collate "C" not null,
  kind text not null check (kind in ('publishable', 'secret')),
  lookup text collate "C" not null,
  hint text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (store_id, key_id)
);
create index store_keys_by_lookup on store_keys (lookup);

create table store_secrets (
  store_id text collate "C" not null references stores on delete cascade,
  secret_id text collate "C" not null,
  kind text not null check (kind in ('embed')),
  sealed text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (store_id, secret_id)
);

create table webhooks (
  store_id text collate "C" not null references stores on delete cascade,
  webhook_id text collate "C" not null,
  provider text not null,
  created_at timestamptz not null default now(),
  primary key (store_id, webhook_id)
);
create index webhooks_by_id on webhooks (webhook_id);

create table webhook_secrets (
  store_id text collate "C" not null,
  webhook_id text collate "C" not null,
  secret_id text collate "C" not null,
  sealed text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (store_id, webhook_id, secret_id),
  foreign key (store_id, webhook_id) references webhooks on delete cascade
);

create table orders (
  store_id text collate "C" not null references stores on delete cascade,
  order_id text collate "C" not null,
  source text collate "C" not null,
  external_id text collate "C" not null,
  number text not null,
  number_key text collate "C" not null,
  placed_at timestamptz not null,
  currency text not null,
  locale text,
  email text,
  email_key text collate "C",
  phone text,
  phone_digits text collate "C",
  postcode_keys text[] not null default '{}',
  destination jsonb,
  total_amount bigint,
  total_currency text,
  cancelled_at timestamptz,
  version_at timestamptz not null,
  version_tie text collate "C" not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (store_id, order_id),
  unique (store_id, source, external_id),
  check ((total_amount is null) = (total_currency is null))
);
create index orders_by_number on orders (store_id, number_key);
create index orders_by_email on orders (store_id, email_key);
create index orders_by_placed_at on orders (store_id, placed_at desc, order_id desc);

create table order_lines (
  store_id text collate "C" not null,
  line_id text collate "C" not null,
  order_id text collate "C" not null,
  external_id text collate "C" not null,
  position integer not null,
  title text not null,
  variant text,
  sku text,
  product_id text,
  quantity integer not null check (quantity >= 0),
  removed integer not null default 0 check (removed >= 0),
  unit_price_amount bigint,
  unit_price_currency text,
  image_url text,
  product_url text,
  shippable boolean not null default true,
  primary key (store_id, line_id),
  unique (store_id, order_id, external_id),
  foreign key (store_id, order_id) references orders on delete cascade,
  check ((unit_price_amount is null) = (unit_price_currency is null))
);

create table shipments (
  store_id text collate "C" not null references stores on delete cascade,
  shipment_id text collate "C" not null,
  source text collate "C" not null,
  external_id text collate "C" not null,
  parcel integer not null check (parcel >= 0),
  order_external_id text collate "C" not null,
  subject text collate "C" not null,
  tracking_number text,
  carrier_name text,
  tracking_url text,
  cancelled boolean not null default false,
  shipped_at timestamptz,
  status jsonb,
  version_at timestamptz not null,
  version_tie text collate "C" not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (store_id, shipment_id),
  unique (store_id, source, external_id, parcel)
);
create index shipments_by_order on shipments (store_id, source, order_external_id);
create index shipments_by_subject on shipments (store_id, subject);

create table shipment_items (
  store_id text collate "C" not null references stores on delete cascade,
  source text collate "C" not null,
  shipment_external_id text collate "C" not null,
  line_external_id text collate "C" not null,
  quantity integer not null check (quantity >= 0),
  primary key (store_id, source, shipment_external_id, line_external_id)
);

create table refunds (
  store_id text collate "C" not null references stores on delete cascade,
  source text collate "C" not null,
  external_id text collate "C" not null,
  order_external_id text collate "C" not null,
  refunded_at timestamptz not null,
  amount bigint,
  currency text,
  items jsonb not null,
  primary key (store_id, source, external_id),
  check ((amount is null) = (currency is null))
);
create index refunds_by_order on refunds (store_id, source, order_external_id);

create table tracks (
  store_id text collate "C" not null references stores on delete cascade,
  subject text collate "C" not null,
  source text collate "C" not null,
  status jsonb,
  raw jsonb not null,
  carrier_name text,
  pickup jsonb,
  proof jsonb,
  legs jsonb not null,
  action_url text,
  version_at timestamptz not null,
  version_tie text collate "C" not null,
  updated_at timestamptz not null default now(),
  primary key (store_id, subject, source)
);

create table tracking_events (
  store_id text collate "C" not null references stores on delete cascade,
  event_id text collate "C" not null,
  subject text collate "C" not null,
  source text collate "C" not null,
  event_key text collate "C" not null,
  at timestamptz not null,
  local_time text not null,
  utc_offset text,
  status text not null,
  sub_status text,
  action_required boolean not null,
  known boolean not null,
  message text,
  place jsonb,
  carrier_name text,
  raw jsonb not null,
  received_at timestamptz not null default now(),
  primary key (store_id, event_id),
  unique (store_id, subject, source, event_key)
);
create index tracking_events_by_subject on tracking_events (store_id, subject, at desc, event_id desc);

create table promises (
  store_id text collate "C" not null references stores on delete cascade,
  subject text collate "C" not null,
  source text collate "C" not null,
  observed_at timestamptz not null,
  promise_key text collate "C" not null,
  promised_by text not null check (promised_by in ('carrier', 'store', 'platform')),
  from_date date,
  until_date date not null,
  zone text,
  reason text,
  primary key (store_id, subject, source, observed_at, promise_key)
);

create table messages (
  store_id text collate "C" not null references stores on delete cascade,
  message_id text collate "C" not null,
  webhook_id text collate "C" not null,
  provider text not null,
  topic text not null,
  dedupe_key text collate "C" not null,
  headers jsonb not null,
  body bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'applied', 'ignored', 'failed')),
  reason text,
  attempts integer not null default 0,
  received_at timestamptz not null default now(),
  applied_at timestamptz,
  primary key (store_id, message_id),
  unique (store_id, webhook_id, dedupe_key)
);
create index messages_by_state on messages (store_id, state, message_id desc);
create index messages_waiting on messages (received_at) where state = 'waiting';

create table unknown_statuses (
  store_id text collate "C" not null references stores on delete cascade,
  provider text collate "C" not null,
  raw text collate "C" not null,
  count integer not null default 1,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (store_id, provider, raw)
);

create table idempotency_keys (
  store_id text collate "C" not null references stores on delete cascade,
  scope text collate "C" not null,
  key text collate "C" not null,
  request_hash text not null,
  status integer,
  answer text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (store_id, scope, key)
);
create index idempotency_keys_by_expiry on idempotency_keys (expires_at);

create table attempt_limits (
  store_id text collate "C" not null references stores on delete cascade,
  bucket text collate "C" not null,
  key text collate "C" not null,
  count integer not null,
  window_ends_at timestamptz not null,
  locked_until timestamptz,
  primary key (store_id, bucket, key)
);
create index attempt_limits_by_end on attempt_limits (window_ends_at);
`,
  storeTables: [
    { table: 'stores', rights: 'select, update' },
    { table: 'store_keys', rights: 'select, insert, update' },
    { table: 'store_secrets', rights: 'select, insert, update' },
    { table: 'webhooks', rights: 'select, insert, update, delete' },
    { table: 'webhook_secrets', rights: 'select, insert, update, delete' },
    { table: 'orders', rights: 'select, insert, update, delete' },
    { table: 'order_lines', rights: 'select, insert, update, delete' },
    { table: 'shipments', rights: 'select, insert, update, delete' },
    { table: 'shipment_items', rights: 'select, insert, update, delete' },
    { table: 'refunds', rights: 'select, insert, update, delete' },
    { table: 'tracks', rights: 'select, insert, update, delete' },
    { table: 'tracking_events', rights: 'select, insert, update, delete' },
    { table: 'promises', rights: 'select, insert, update, delete' },
    { table: 'messages', rights: 'select, insert, update, delete' },
    { table: 'unknown_statuses', rights: 'select, insert, update, delete' },
    { table: 'idempotency_keys', rights: 'select, insert, update, delete' },
    { table: 'attempt_limits', rights: 'select, insert, update, delete' },
  ],
};
