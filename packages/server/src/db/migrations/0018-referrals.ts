import type { Migration } from './migration.ts';

/**
 * Referrals. A programme is kept in versions; a referral goes on under the version it was claimed by. Whom a friend is compared
 * with is found by keys (`…_key`): what was typed made the same where people write it differently, and the means of payment and
 * the network only as keyed hashes. The ledger of rewards is only added to; `reward_sums` holds its sums.
 *
 * Orders learn what connects them: the codes they were paid with, the claim the page told, the shop's own customer.
 */
export const referrals: Migration = {
  number: 18,
  name: 'referrals',
  sql: `
alter table orders
  add column customer_key text collate "C",
  add column discount_codes text[] not null default '{}',
  add column claim_token text collate "C",
  add column payment_key text collate "C",
  add column network_key text collate "C",
  -- Null while it is not known; then it counts as paid.
  add column paid boolean;
create index orders_by_customer on orders (store_id, customer_key) where customer_key is not null;

create table referral_programmes (
  store_id text collate "C" not null references stores on delete cascade,
  programme_id text collate "C" not null,
  version integer not null check (version > 0),
  valid_from timestamptz not null,
  programme jsonb not null,
  primary key (store_id, programme_id, version)
);

create table referral_advocates (
  store_id text collate "C" not null,
  advocate_id text collate "C" not null,
  programme_id text collate "C" not null,
  order_id text collate "C" not null,
  email text not null,
  email_key text collate "C" not null,
  locale text,
  name text,
  code text not null,
  code_key text collate "C" not null,
  joined_at timestamptz not null,
  blocked_at timestamptz,
  blocked_by text,
  blocked_note text,
  updated_at timestamptz not null,
  primary key (store_id, advocate_id),
  unique (store_id, code_key),
  unique (store_id, programme_id, email_key),
  foreign key (store_id, order_id) references orders on delete cascade
);
create index referral_advocates_by_email on referral_advocates (store_id, email_key);

create table referral_visits (
  store_id text collate "C" not null,
  advocate_id text collate "C" not null,
  hour timestamptz not null,
  visits integer not null check (visits > 0),
  primary key (store_id, advocate_id, hour),
  foreign key (store_id, advocate_id) references referral_advocates on delete cascade
);

create table referral_shares (
  store_id text collate "C" not null,
  advocate_id text collate "C" not null,
  hour timestamptz not null,
  channel text not null,
  shares integer not null check (shares > 0),
  primary key (store_id, advocate_id, hour, channel),
  foreign key (store_id, advocate_id) references referral_advocates on delete cascade
);

create table referrals (
  store_id text collate "C" not null,
  referral_id text collate "C" not null,
  programme_id text collate "C" not null,
  programme_version integer not null,
  advocate_id text collate "C" not null,
  state text not null check (
    state in ('clicked', 'claimed', 'ordered', 'held', 'flagged', 'qualified', 'refused', 'voided')),
  reason text,
  email text,
  email_key text collate "C",
  mailbox_key text collate "C",
  network_key text collate "C",
  country text,
  locale text,
  -- SHA-256 of the claim's token: who has the database cannot read claims with it.
  token_key text collate "C",
  order_id text collate "C",
  attribution text,
  score integer,
  score_parts jsonb,
  -- Staff have said that it is right: its score decides nothing any more.
  approved boolean not null default false,
  decide_by timestamptz,
  held_until timestamptz,
  look_again_at timestamptz,
  revision integer not null default 0,
  clicked_at timestamptz not null,
  claimed_at timestamptz,
  ordered_at timestamptz,
  qualified_at timestamptz,
  ended_at timestamptz,
  changed_at timestamptz not null,
  primary key (store_id, referral_id),
  unique (store_id, token_key),
  foreign key (store_id, advocate_id) references referral_advocates on delete cascade,
  foreign key (store_id, programme_id, programme_version) references referral_programmes
);
-- An order is the friend's order of one referral.
create unique index referrals_by_order on referrals (store_id, order_id) where order_id is not null;
create index referrals_by_advocate on referrals (store_id, advocate_id, referral_id);
create index referrals_by_state on referrals (store_id, state, referral_id);
create index referrals_by_email on referrals (store_id, email_key) where email_key is not null;
create index referrals_by_network on referrals (store_id, network_key, claimed_at) where network_key is not null;
create index referrals_due on referrals (look_again_at) where look_again_at is not null;

create table referral_audit (
  store_id text collate "C" not null,
  referral_id text collate "C" not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  action text not null,
  before text,
  after text not null,
  note text,
  data jsonb not null,
  restore jsonb,
  primary key (store_id, referral_id, sequence),
  foreign key (store_id, referral_id) references referrals on delete cascade
);

create table rewards (
  store_id text collate "C" not null,
  reward_id text collate "C" not null,
  referral_id text collate "C" not null,
  advocate_id text collate "C" not null,
  programme_id text collate "C" not null,
  side text not null check (side in ('advocate', 'friend')),
  state text not null check (state in ('earned', 'issued', 'sent', 'redeemed', 'failed', 'revoked')),
  -- As it was promised; never changed.
  reward jsonb not null,
  code text,
  code_key text collate "C",
  credit_id text,
  worth_amount bigint check (worth_amount >= 0),
  worth_currency text,
  because text,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  redeemed_order_id text collate "C",
  revision integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (store_id, reward_id),
  unique (store_id, referral_id, side),
  foreign key (store_id, referral_id) references referrals on delete cascade,
  check ((worth_amount is null) = (worth_currency is null))
);
create index rewards_by_code on rewards (store_id, code_key) where code_key is not null;
create index rewards_by_advocate on rewards (store_id, advocate_id, reward_id);
create index rewards_by_state on rewards (store_id, state, reward_id);
create index rewards_due on rewards (next_attempt_at) where next_attempt_at is not null;

create table reward_ledger (
  store_id text collate "C" not null,
  entry_id text collate "C" not null,
  reward_id text collate "C" not null,
  programme_id text collate "C" not null,
  side text not null,
  state text not null,
  -- The state it came from; null for a new reward.
  before text,
  worth_amount bigint,
  worth_currency text,
  at timestamptz not null,
  primary key (store_id, entry_id),
  foreign key (store_id, reward_id) references rewards on delete cascade
);
create index reward_ledger_by_programme on reward_ledger (store_id, programme_id, entry_id);

create table reward_sums (
  store_id text collate "C" not null references stores on delete cascade,
  programme_id text collate "C" not null,
  side text not null,
  -- Empty for what is no sum: a key holds no null.
  currency text collate "C" not null,
  state text not null,
  rewards bigint not null check (rewards >= 0),
  worth bigint not null check (worth >= 0),
  primary key (store_id, programme_id, side, currency, state)
);

create table reward_codes (
  store_id text collate "C" not null references stores on delete cascade,
  code_key text collate "C" not null,
  programme_id text collate "C" not null,
  side text not null check (side in ('advocate', 'friend')),
  code text not null,
  expires_at timestamptz,
  import_id text collate "C" not null,
  place integer not null,
  reward_id text collate "C",
  given_at timestamptz,
  primary key (store_id, code_key),
  check ((reward_id is null) = (given_at is null))
);
create index reward_codes_free on reward_codes (store_id, programme_id, side, import_id, place) where reward_id is null;
create index reward_codes_by_reward on reward_codes (store_id, reward_id) where reward_id is not null;

alter table file_imports
  drop constraint file_imports_kind_check,
  add constraint file_imports_kind_check check (kind in ('serials', 'reviews', 'codes'));
`,
  storeTables: [
    { table: 'referral_programmes', rights: 'select, insert' },
    { table: 'referral_advocates', rights: 'select, insert, update, delete' },
    { table: 'referral_visits', rights: 'select, insert, update, delete' },
    { table: 'referral_shares', rights: 'select, insert, update, delete' },
    { table: 'referrals', rights: 'select, insert, update, delete' },
    { table: 'referral_audit', rights: 'select, insert' },
    { table: 'rewards', rights: 'select, insert, update, delete' },
    { table: 'reward_ledger', rights: 'select, insert' },
    { table: 'reward_sums', rights: 'select, insert, update' },
    { table: 'reward_codes', rights: 'select, insert, update, delete' },
  ],
};
