import type { Migration } from './migration.ts';

/** What shoppers are asked: the policy in versions, the asks, every decision about them. */
export const asks: Migration = {
  number: 15,
  name: 'asks',
  sql: `
`,
  storeTables: [],
};
