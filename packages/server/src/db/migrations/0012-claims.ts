import type { Migration } from './migration.ts';

/** Filled by its owner. */
export const claims: Migration = {
  number: 12,
  name: 'claims',
  sql: '',
  storeTables: [],
};
