import type { Migration } from './migration.ts';

/**
 * What shoppers are asked. The policy is kept in versions; an ask is one kind about one line, made once whatever happens to the
 * order; the decisions about it are only added to. `ask_looks` says when an order is looked at again, and since when what is
 * known of it was looked at: news of an order are found by the moments of its rows, for which there are indexes.
 */
export const asks: Migration = {
  number: 15,
  name: 'asks',
  sql: `
create table review_policies (
  store_id text collate "C" not null references stores on delete cascade,
  policy_id text collate "C" not null,
  version integer not null check (version > 0),
  valid_from timestamptz not null,
  policy jsonb not null,
  primary key (store_id, version),
  unique (store_id, policy_id)
);

create table asks (
  store_id text collate "C" not null references stores on delete cascade,
  ask_id text collate "C" not null,
  kind text not null,
  order_id text collate "C" not null,
  line_id text collate "C" not null,
  state text not null check (state in ('due', 'held', 'capped', 'ended')),
  reason text not null,
  because jsonb,
  look_again_at timestamptz,
  rule_version integer not null,
  policy_version integer not null,
  revision integer not null check (revision > 0),
  decided_at timestamptz not null,
  due_at timestamptz,
  offered_at timestamptz,
  turns integer not null default 0 check (turns >= 0),
  turn_at timestamptz,
  first_shown_at timestamptz,
  last_shown_at timestamptz,
  times_shown integer not null default 0 check (times_shown >= 0),
  dismissals jsonb not null default '[]',
  answered_at timestamptz,
  ended_at timestamptz,
  reward_frozen_at timestamptz,
  reward jsonb,
  created_at timestamptz not null,
  primary key (store_id, ask_id),
  unique (store_id, order_id, line_id, kind),
  foreign key (store_id, order_id) references orders on delete cascade,
  check ((turns = 0) = (turn_at is null)),
  check ((times_shown = 0) = (first_shown_at is null)),
  check ((times_shown = 0) = (last_shown_at is null)),
  check (reward is null or reward_frozen_at is not null)
);
create index asks_by_standing on asks (store_id, kind, state, reason);

create table ask_decisions (
  store_id text collate "C" not null,
  ask_id text collate "C" not null,
  sequence integer not null check (sequence > 0),
  at timestamptz not null,
  state text not null,
  reason text not null,
  because jsonb,
  look_again_at timestamptz,
  rule_version integer not null,
  policy_version integer not null,
  primary key (store_id, ask_id, sequence),
  foreign key (store_id, ask_id) references asks on delete cascade
);

create table ask_looks (
  store_id text collate "C" not null,
  order_id text collate "C" not null,
  looked_at timestamptz not null,
  look_again_at timestamptz,
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references orders on delete cascade
);
create index ask_looks_due on ask_looks (look_again_at) where look_again_at is not null;

create index orders_by_news on orders (store_id, updated_at);
create index returns_by_news on returns (store_id, updated_at);
create index claims_by_news on claims (store_id, updated_at);
create index registrations_by_news on registrations (store_id, updated_at);
`,
  storeTables: [
    { table: 'review_policies', rights: 'select, insert' },
    { table: 'asks', rights: 'select, insert, update, delete' },
    { table: 'ask_decisions', rights: 'select, insert' },
    { table: 'ask_looks', rights: 'select, insert, update, delete' },
  ],
};
