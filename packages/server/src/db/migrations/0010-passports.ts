import type { Migration } from './migration.ts';

/** Filled by its owner. */
export const passports: Migration = {
  number: 10,
  name: 'passports',
  sql: '',
  storeTables: [],
};
