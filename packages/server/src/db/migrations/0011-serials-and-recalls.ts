import type { Migration } from './migration.ts';

/** Filled by its owner. */
export const serialsAndRecalls: Migration = {
  number: 11,
  name: 'serials-and-recalls',
  sql: '',
  storeTables: [],
};
