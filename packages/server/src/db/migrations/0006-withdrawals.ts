import type { Migration } from './migration.ts';

/**
 * Declarations of withdrawal. A row is what was declared and when, and is never changed but for the shop's own tick:
 * whether a declaration was in time is worked out from it whenever somebody looks.
 */
export const withdrawals: Migration = {
  number: 6,
  name: 'withdrawals',
  sql: `
create table withdrawals (
  store_id text collate "C" not null references stores on delete cascade,
  withdrawal_id text collate "C" not null,
  number text collate "C" not null,
  received_at timestamptz not null,
  name text not null,
  contract text not null,
  contract_key text collate "C" not null,
  email text not null,
  items text,
  locale text not null,
  receipt text not null,
  settled_at timestamptz,
  primary key (store_id, withdrawal_id),
  unique (store_id, number)
);
create index withdrawals_open on withdrawals (store_id, withdrawal_id desc) where settled_at is null;
create index withdrawals_by_contract on withdrawals (store_id, contract_key);
`,
  storeTables: [{ table: 'withdrawals', rights: 'select, insert, update' }],
};
