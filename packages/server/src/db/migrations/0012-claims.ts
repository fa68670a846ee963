import type { Migration } from './migration.ts';

/**
 * Claims about bought units and their repairs. A unit has one open claim at most: of two that are filed at once the database
 * lets one in. What was filed, the doors as they were decided then and the version of the policy are kept with each. The audit
 * only grows.
 */
export const claims: Migration = {
  number: 12,
  name: 'claims',
  sql: `
create table claims (
  store_id text collate "C" not null references stores on delete cascade,
  claim_id text collate "C" not null,
  passport_id text collate "C" not null,
  order_id text collate "C" not null,
  number text collate "C" not null,
  number_prefix text collate "C" not null,
  sequence integer not null check (sequence > 0),
  route text not null check (route in ('legal_guarantee', 'warranty', 'repair')),
  status text not null,
  locale text,
  policy_version integer not null,
  symptom text collate "C",
  description text not null,
  since date not null,
  resolution text not null,
  place_id text collate "C",
  address jsonb,
  filed jsonb not null,
  decision jsonb not null,
  question text,
  asked_from text,
  declined jsonb,
  expected_on date,
  received_on date,
  done_on date,
  outcome text,
  carrier_name text,
  tracking_number text,
  subject text collate "C",
  back_carrier_name text,
  back_tracking_number text,
  back_subject text collate "C",
  back_shipped boolean not null,
  revision integer not null check (revision > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, claim_id),
  unique (store_id, number_prefix, sequence),
  unique (store_id, number),
  foreign key (store_id, passport_id) references passports on delete cascade,
  foreign key (store_id, order_id) references orders on delete cascade,
  check ((status = 'done') = (outcome is not null and done_on is not null)),
  check ((status = 'waiting') = (question is not null and asked_from is not null))
);
create unique index claims_open on claims (store_id, passport_id) where status not in ('done', 'declined', 'cancelled');
create index claims_by_passport on claims (store_id, passport_id, claim_id desc);
create index claims_by_order on claims (store_id, order_id, claim_id desc);
create index claims_by_status on claims (store_id, status, claim_id desc);

create table claim_audit (
  store_id text collate "C" not null,
  claim_id text collate "C" not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  action text not null,
  before text,
  after text not null,
  note text,
  data jsonb not null,
  restore jsonb,
  primary key (store_id, claim_id, sequence),
  foreign key (store_id, claim_id) references claims on delete cascade
);

create table claim_messages (
  store_id text collate "C" not null,
  claim_id text collate "C" not null,
  claim_message_id text collate "C" not null,
  sent_by text not null check (sent_by in ('shopper', 'store')),
  text text not null,
  created_at timestamptz not null,
  primary key (store_id, claim_id, claim_message_id),
  foreign key (store_id, claim_id) references claims on delete cascade
);

create table repair_quotes (
  store_id text collate "C" not null,
  claim_id text collate "C" not null,
  repair_quote_id text collate "C" not null,
  state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  quote jsonb not null,
  valid_until date not null,
  made_at timestamptz not null,
  answered_at timestamptz,
  primary key (store_id, claim_id, repair_quote_id),
  foreign key (store_id, claim_id) references claims on delete cascade
);
create unique index repair_quotes_open on repair_quotes (store_id, claim_id) where state = 'open';

create table claim_costs (
  store_id text collate "C" not null,
  claim_id text collate "C" not null,
  sequence integer not null check (sequence > 0),
  at timestamptz not null,
  by text not null,
  kind text not null,
  amount bigint not null check (amount >= 0),
  currency text not null,
  note text,
  primary key (store_id, claim_id, sequence),
  foreign key (store_id, claim_id) references claims on delete cascade
);

create table first_help_answers (
  store_id text collate "C" not null,
  symptom text collate "C" not null,
  passport_id text collate "C" not null,
  helped boolean not null,
  at timestamptz not null,
  primary key (store_id, symptom, passport_id),
  foreign key (store_id, passport_id) references passports on delete cascade
);
`,
  storeTables: [
    { table: 'claims', rights: 'select, insert, update, delete' },
    { table: 'claim_audit', rights: 'select, insert' },
    { table: 'claim_messages', rights: 'select, insert, update, delete' },
    { table: 'repair_quotes', rights: 'select, insert, update, delete' },
    { table: 'claim_costs', rights: 'select, insert' },
    { table: 'first_help_answers', rights: 'select, insert, update, delete' },
  ],
};
