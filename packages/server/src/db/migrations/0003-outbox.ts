import type { Migration } from './migration.ts';

/** What goes out: written with the fact, delivered later. */
export const outbox: Migration = {
  number: 3,
  name: 'outbox',
  sql: `
create table outbox_events (
  store_id text collate "C" not null references stores on delete cascade,
  event_id text collate "C" not null,
  type text collate "C" not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  primary key (store_id, event_id)
);
create index outbox_events_by_type on outbox_events (store_id, type, event_id desc);

create table outgoing_webhooks (
  store_id text collate "C" not null references stores on delete cascade,
  outgoing_webhook_id text collate "C" not null,
  url text not null,
  event_types text[],
  disabled_at timestamptz,
  disabled_reason text,
  resting_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (store_id, outgoing_webhook_id)
);

create table outgoing_secrets (
  store_id text collate "C" not null,
  outgoing_webhook_id text collate "C" not null,
  secret_id text collate "C" not null,
  sealed text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (store_id, outgoing_webhook_id, secret_id),
  foreign key (store_id, outgoing_webhook_id) references outgoing_webhooks on delete cascade
);

create table deliveries (
  store_id text collate "C" not null references stores on delete cascade,
  delivery_id text collate "C" not null,
  channel text not null check (channel in ('webhook', 'mail')),
  event_id text collate "C",
  outgoing_webhook_id text collate "C",
  target text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  leased_until timestamptz,
  lease text collate "C",
  last_status integer,
  last_error text,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  primary key (store_id, delivery_id),
  unique (store_id, event_id, outgoing_webhook_id),
  foreign key (store_id, event_id) references outbox_events on delete cascade,
  foreign key (store_id, outgoing_webhook_id) references outgoing_webhooks on delete cascade,
  check ((channel = 'webhook') = (event_id is not null)),
  check ((channel = 'webhook') = (outgoing_webhook_id is not null))
);
create index deliveries_due on deliveries (next_attempt_at, delivery_id) where state = 'waiting';
create index deliveries_oldest on deliveries (created_at) where state = 'waiting';
create index deliveries_by_state on deliveries (store_id, state, delivery_id desc);
create index deliveries_by_webhook on deliveries (store_id, outgoing_webhook_id, state);

create table delivery_attempts (
  store_id text collate "C" not null,
  delivery_id text collate "C" not null,
  attempt_id text collate "C" not null,
  at timestamptz not null,
  milliseconds integer not null,
  status integer,
  error text,
  answer text,
  primary key (store_id, delivery_id, attempt_id),
  foreign key (store_id, delivery_id) references deliveries on delete cascade
);

create table mails (
  store_id text collate "C" not null,
  delivery_id text collate "C" not null,
  content jsonb not null,
  primary key (store_id, delivery_id),
  foreign key (store_id, delivery_id) references deliveries on delete cascade
);
`,
  storeTables: [
    { table: 'outbox_events', rights: 'select, insert, update, delete' },
    { table: 'outgoing_webhooks', rights: 'select, insert, update, delete' },
    { table: 'outgoing_secrets', rights: 'select, insert, update, delete' },
    { table: 'deliveries', rights: 'select, insert, update, delete' },
    { table: 'delivery_attempts', rights: 'select, insert, update, delete' },
    { table: 'mails', rights: 'select, insert, update, delete' },
  ],
};
