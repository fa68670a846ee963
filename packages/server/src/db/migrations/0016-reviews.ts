import type { Migration } from './migration.ts';

/** Reviews, what became of them, votes and reports. */
export const reviews: Migration = {
  number: 16,
  name: 'reviews',
  sql: `
`,
  storeTables: [],
};
