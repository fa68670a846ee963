import type { Migration } from './migration.ts';

/** What a store does about returns, one row for each version. Rows are added and never changed: returns point at them. */
export const returnPolicies: Migration = {
  number: 7,
  name: 'return-policies',
  sql: `
create table return_policies (
  store_id text collate "C" not null references stores on delete cascade,
  policy_id text collate "C" not null,
  version integer not null check (version > 0),
  valid_from timestamptz not null,
  policy jsonb not null,
  primary key (store_id, policy_id),
  unique (store_id, version)
);
`,
  storeTables: [{ table: 'return_policies', rights: 'select, insert' }],
};
