import type { Migration } from './migration.ts';

/** Mails to shoppers about their claims and registrations. */
export const claimMails: Migration = {
  number: 14,
  name: 'claim-mails',
  sql: `
`,
  storeTables: [],
};
