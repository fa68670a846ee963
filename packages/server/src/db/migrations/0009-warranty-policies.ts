import type { Migration } from './migration.ts';

/** Filled by its owner. */
export const warrantyPolicies: Migration = {
  number: 9,
  name: 'warranty-policies',
  sql: '',
  storeTables: [],
};
