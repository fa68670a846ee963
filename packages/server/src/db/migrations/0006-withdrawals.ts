import type { Migration } from './migration.ts';

/** Declarations of withdrawal. */
export const withdrawals: Migration = {
  number: 6,
  name: 'withdrawals',
  sql: '',
  storeTables: [],
};
