import type { Migration } from './migration.ts';

/** Imports of reviews. */
export const reviewFiles: Migration = {
  number: 17,
  name: 'review-files',
  sql: `
`,
  storeTables: [],
};
