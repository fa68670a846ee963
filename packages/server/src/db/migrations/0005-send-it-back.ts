import type { Migration } from './migration.ts';

/**
 * Returns and what happens to them. What was filed, the rights as they were decided then and the version of the policy are
 * kept with each, so that it can be explained and settled by them for as long as it is there. The audit only grows.
 */
export const sendItBack: Migration = {
  number: 5,
  name: 'send-it-back',
  sql: `
create table returns (
  store_id text collate "C" not null references stores on delete cascade,
  return_id text collate "C" not null,
  order_id text collate "C" not null,
  number text collate "C" not null,
  number_prefix text collate "C" not null,
  sequence integer not null check (sequence > 0),
  route text not null,
  problem text,
  status text not null,
  is_gift boolean not null,
  policy_version integer not null,
  method_id text collate "C",
  place_id text collate "C",
  filed jsonb not null,
  decision jsonb not null,
  settlement jsonb,
  given jsonb,
  settled jsonb,
  send_by date,
  declined jsonb,
  question text,
  label jsonb,
  carrier_name text,
  tracking_number text,
  subject text collate "C",
  revision integer not null check (revision > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, return_id),
  unique (store_id, number_prefix, sequence),
  unique (store_id, number),
  foreign key (store_id, order_id) references orders on delete cascade
);
create index returns_by_order on returns (store_id, order_id, return_id desc);
create index returns_by_status on returns (store_id, status, return_id desc);
create index returns_by_subject on returns (store_id, subject) where subject is not null;
create index returns_without_label on returns (updated_at) where label ->> 'state' = 'waiting';

create table return_items (
  store_id text collate "C" not null,
  return_id text collate "C" not null,
  return_item_id text collate "C" not null,
  position integer not null,
  line_id text collate "C" not null,
  shipment_id text collate "C",
  quantity integer not null check (quantity > 0),
  reason text collate "C" not null,
  note text,
  resolution text not null,
  exchange jsonb,
  received_quantity integer check (received_quantity between 0 and quantity),
  grade text check (grade in ('a', 'b', 'c', 'd')),
  restock boolean,
  received_note text,
  primary key (store_id, return_id, return_item_id),
  foreign key (store_id, return_id) references returns on delete cascade
);

create table return_messages (
  store_id text collate "C" not null,
  return_id text collate "C" not null,
  return_message_id text collate "C" not null,
  sent_by text not null check (sent_by in ('shopper', 'store')),
  text text not null,
  created_at timestamptz not null,
  primary key (store_id, return_id, return_message_id),
  foreign key (store_id, return_id) references returns on delete cascade
);

create table return_audit (
  store_id text collate "C" not null,
  return_id text collate "C" not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  action text not null,
  before text,
  after text not null,
  note text,
  data jsonb not null,
  restore jsonb,
  primary key (store_id, return_id, sequence),
  foreign key (store_id, return_id) references returns on delete cascade
);

create table return_labels (
  store_id text collate "C" not null,
  return_id text collate "C" not null,
  pdf bytea not null,
  primary key (store_id, return_id),
  foreign key (store_id, return_id) references returns on delete cascade
);

create table return_drafts (
  store_id text collate "C" not null,
  order_id text collate "C" not null,
  is_gift boolean not null,
  draft jsonb not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (store_id, order_id, is_gift),
  foreign key (store_id, order_id) references orders on delete cascade
);
create index return_drafts_by_end on return_drafts (expires_at);
`,
  storeTables: [
    { table: 'returns', rights: 'select, insert, update, delete' },
    { table: 'return_items', rights: 'select, insert, update, delete' },
    { table: 'return_messages', rights: 'select, insert, update, delete' },
    { table: 'return_audit', rights: 'select, insert' },
    { table: 'return_labels', rights: 'select, insert, update, delete' },
    { table: 'return_drafts', rights: 'select, insert, update, delete' },
  ],
};
