import type { Migration } from './migration.ts';

/** Finds what open returns exchange for, so that the last one of a variant is promised once. */
export const reservedVariants: Migration = {
  number: 8,
  name: 'reserved-variants',
  sql: `
create index return_items_by_variant on return_items (store_id, (exchange ->> 'variantId'))
  where exchange is not null;
`,
  storeTables: [],
};
