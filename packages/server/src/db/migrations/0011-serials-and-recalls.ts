import type { Migration } from './migration.ts';

/**
 * Lists of serial numbers with their imports, and recalls. The bytes of a list are kept in parts until it was read, with how far
 * it was read in the row beside them: whoever goes on after a killed process begins where the last full step ended. Whom a recall
 * is mailed to is written down with it, once for each mailbox, so that no mail is lost or sent twice.
 */
export const serialsAndRecalls: Migration = {
  number: 11,
  name: 'serials-and-recalls',
  sql: `
create table serial_imports (
  store_id text collate "C" not null references stores on delete cascade,
  import_id text collate "C" not null,
  digest text collate "C" not null,
  state text not null check (state in ('running', 'done', 'failed')),
  product_id text,
  batch text,
  layout jsonb not null,
  bytes integer not null,
  position integer not null,
  read integer not null,
  rows integer not null,
  added integer not null,
  known integer not null,
  bad integer not null,
  attempts integer not null,
  held_until timestamptz not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (store_id, import_id)
);
create index serial_imports_by_digest on serial_imports (store_id, digest);
create index serial_imports_running on serial_imports (held_until) where state = 'running';

create table serial_import_parts (
  store_id text collate "C" not null,
  import_id text collate "C" not null,
  start integer not null,
  bytes bytea not null,
  primary key (store_id, import_id, start),
  foreign key (store_id, import_id) references serial_imports on delete cascade
);
alter table serial_import_parts alter column bytes set storage external;

create table serial_import_bad_rows (
  store_id text collate "C" not null,
  import_id text collate "C" not null,
  row integer not null,
  text text not null,
  because text not null,
  primary key (store_id, import_id, row),
  foreign key (store_id, import_id) references serial_imports on delete cascade
);

create table listed_serials (
  store_id text collate "C" not null references stores on delete cascade,
  product_id text collate "C" not null,
  serial_key text collate "C" not null,
  serial text not null,
  batch text,
  import_id text collate "C" not null,
  primary key (store_id, product_id, serial_key)
);

create table recalls (
  store_id text collate "C" not null references stores on delete cascade,
  recall_id text collate "C" not null,
  reference text collate "C" not null,
  state text not null check (state in ('published', 'ended')),
  recall jsonb not null,
  product_ids text[] not null,
  published_at timestamptz not null,
  ended_at timestamptz,
  primary key (store_id, recall_id),
  unique (store_id, reference)
);
create index recalls_by_product on recalls using gin (product_ids) where state = 'published';

create table recall_audit (
  store_id text collate "C" not null,
  recall_id text collate "C" not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  action text not null,
  data jsonb not null,
  primary key (store_id, recall_id, sequence),
  foreign key (store_id, recall_id) references recalls on delete cascade
);

create table recall_mails (
  store_id text collate "C" not null,
  recall_id text collate "C" not null,
  email_key text collate "C" not null,
  order_id text collate "C" not null,
  delivery_id text collate "C",
  primary key (store_id, recall_id, email_key),
  foreign key (store_id, recall_id) references recalls on delete cascade
);
create index recall_mails_waiting on recall_mails (store_id, recall_id) where delivery_id is null;

create table recall_answers (
  store_id text collate "C" not null,
  recall_id text collate "C" not null,
  order_id text collate "C" not null,
  at timestamptz not null,
  remedy text check (remedy in ('repair', 'replacement', 'refund')),
  primary key (store_id, recall_id, order_id),
  foreign key (store_id, recall_id) references recalls on delete cascade
);

create index order_lines_by_product on order_lines (store_id, product_id) where product_id is not null;
`,
  storeTables: [
    { table: 'serial_imports', rights: 'select, insert, update, delete' },
    { table: 'serial_import_parts', rights: 'select, insert, update, delete' },
    { table: 'serial_import_bad_rows', rights: 'select, insert, update, delete' },
    { table: 'listed_serials', rights: 'select, insert, update, delete' },
    { table: 'recalls', rights: 'select, insert, update' },
    { table: 'recall_audit', rights: 'select, insert' },
    { table: 'recall_mails', rights: 'select, insert, update' },
    { table: 'recall_answers', rights: 'select, insert, update' },
  ],
};
