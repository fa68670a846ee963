import type { Migration } from './migration.ts';

/**
 * One row for each bought unit, who owns it, and its registrations. What an owner chose about safety messages and about
 * marketing is kept in two tables that know nothing of each other; both only grow, the newest row counts. A serial number that
 * may be registered once has a row of its own: of two that come at once the database lets one in.
 */
export const passports: Migration = {
  number: 10,
  name: 'passports',
  sql: `
create table passports (
  store_id text collate "C" not null references stores on delete cascade,
  passport_id text collate "C" not null,
  order_id text collate "C" not null,
  line_id text collate "C" not null,
  unit integer not null check (unit > 0),
  owner_order_id text collate "C" not null,
  serial text,
  serial_key text collate "C",
  batch text,
  created_at timestamptz not null,
  primary key (store_id, passport_id),
  unique (store_id, order_id, line_id, unit),
  foreign key (store_id, order_id) references orders on delete cascade,
  check ((serial is null) = (serial_key is null))
);
create index passports_by_owner on passports (store_id, owner_order_id);
create index passports_by_line on passports (store_id, line_id);
create index passports_by_serial on passports (store_id, serial_key) where serial_key is not null;

create table passport_owners (
  store_id text collate "C" not null,
  passport_id text collate "C" not null,
  sequence integer not null check (sequence > 0),
  order_id text collate "C" not null,
  line_id text collate "C" not null,
  since date,
  through date,
  primary key (store_id, passport_id, sequence),
  foreign key (store_id, passport_id) references passports on delete cascade
);
create index passport_owners_by_order on passport_owners (store_id, order_id);

create table registrations (
  store_id text collate "C" not null,
  registration_id text collate "C" not null,
  passport_id text collate "C" not null,
  order_id text collate "C" not null,
  code text collate "C" not null,
  status text not null check (status in ('pending', 'registered', 'rejected', 'void')),
  automatic boolean not null,
  policy_version integer not null,
  registered_at timestamptz not null,
  rejected jsonb,
  revision integer not null check (revision > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, registration_id),
  unique (store_id, code),
  unique (store_id, passport_id, order_id),
  foreign key (store_id, passport_id) references passports on delete cascade
);
create index registrations_by_status on registrations (store_id, status, registration_id desc);
create index registrations_by_order on registrations (store_id, order_id);

create table registration_audit (
  store_id text collate "C" not null,
  registration_id text collate "C" not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  action text not null,
  before text,
  after text not null,
  note text,
  data jsonb not null,
  restore jsonb,
  primary key (store_id, registration_id, sequence),
  foreign key (store_id, registration_id) references registrations on delete cascade
);

create table registered_serials (
  store_id text collate "C" not null,
  product_key text collate "C" not null,
  serial_key text collate "C" not null,
  passport_id text collate "C" not null,
  primary key (store_id, product_key, serial_key),
  foreign key (store_id, passport_id) references passports on delete cascade
);
create index registered_serials_by_passport on registered_serials (store_id, passport_id);

create table safety_consents (
  store_id text collate "C" not null,
  passport_id text collate "C" not null,
  order_id text collate "C" not null,
  sequence integer not null check (sequence > 0),
  given boolean not null,
  at timestamptz not null,
  primary key (store_id, passport_id, order_id, sequence),
  foreign key (store_id, passport_id) references passports on delete cascade
);

create table marketing_consents (
  store_id text collate "C" not null,
  passport_id text collate "C" not null,
  order_id text collate "C" not null,
  sequence integer not null check (sequence > 0),
  given boolean not null,
  at timestamptz not null,
  primary key (store_id, passport_id, order_id, sequence),
  foreign key (store_id, passport_id) references passports on delete cascade
);

create table transfers (
  store_id text collate "C" not null,
  transfer_id text collate "C" not null,
  passport_id text collate "C" not null,
  order_id text collate "C" not null,
  code_hash text collate "C" not null,
  code_sealed text not null,
  state text not null check (state in ('open', 'used', 'cancelled')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (store_id, transfer_id),
  unique (store_id, code_hash),
  foreign key (store_id, passport_id) references passports on delete cascade
);
create unique index transfers_open on transfers (store_id, passport_id) where state = 'open';

create table outside_purchases (
  store_id text collate "C" not null,
  order_id text collate "C" not null,
  purchased_on date not null,
  about boolean not null,
  bought_at text not null,
  name text,
  created_at timestamptz not null,
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references orders on delete cascade
);
create index outside_purchases_by_age on outside_purchases (created_at);

create table delivery_registrations (
  store_id text collate "C" not null references stores on delete cascade,
  shipment_id text collate "C" not null,
  at timestamptz not null,
  primary key (store_id, shipment_id)
);
create index delivery_registrations_by_age on delivery_registrations (at);

create index shipments_by_news on shipments (store_id, updated_at);
create index tracks_by_news on tracks (store_id, updated_at);

alter table product_variants add column gtin text;
create index product_variants_by_gtin on product_variants (store_id, gtin) where gtin is not null;

alter table uploads drop constraint uploads_purpose_check;
alter table uploads add constraint uploads_purpose_check
  check (purpose in ('return', 'message', 'inspection', 'proof', 'claim'));
`,
  storeTables: [
    { table: 'passports', rights: 'select, insert, update, delete' },
    { table: 'passport_owners', rights: 'select, insert, update, delete' },
    { table: 'registrations', rights: 'select, insert, update, delete' },
    { table: 'registration_audit', rights: 'select, insert' },
    { table: 'registered_serials', rights: 'select, insert, update, delete' },
    { table: 'safety_consents', rights: 'select, insert' },
    { table: 'marketing_consents', rights: 'select, insert' },
    { table: 'transfers', rights: 'select, insert, update, delete' },
    { table: 'outside_purchases', rights: 'select, insert, update, delete' },
    { table: 'delivery_registrations', rights: 'select, insert, update, delete' },
  ],
};
