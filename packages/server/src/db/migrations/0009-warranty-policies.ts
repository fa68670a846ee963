import type { Migration } from './migration.ts';

/** What a store does about registrations, warranties and claims, one row for each version. Rows are added and never changed. */
export const warrantyPolicies: Migration = {
  number: 9,
  name: 'warranty-policies',
  sql: `
create table warranty_policies (
  store_id text collate "C" not null references stores on delete cascade,
  policy_id text collate "C" not null,
  version integer not null check (version > 0),
  valid_from timestamptz not null,
  policy jsonb not null,
  primary key (store_id, policy_id),
  unique (store_id, version)
);
`,
  storeTables: [{ table: 'warranty_policies', rights: 'select, insert' }],
};
