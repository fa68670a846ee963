import type { Migration } from './migration.ts';

/** Policies, returns and what happens to them. */
export const sendItBack: Migration = {
  number: 5,
  name: 'send-it-back',
  sql: '',
  storeTables: [],
};
