import type { Migration } from './migration.ts';

/**
 * The numbers of public reviews, counted once and kept until one of them changes. Whoever changes one counts `revision` up and takes
 * the numbers away in the same transaction; whoever has counted keeps them only if nobody has done so meanwhile. And indexes for the
 * first page of a list: what the store has put first, then the newest or the most helpful. And one for what a shopper reviewed before
 * the reviews were imported.
 */
export const reviewNumbers: Migration = {
  number: 19,
  name: 'review-numbers',
  sql: `
create table review_numbers (
  store_id text collate "C" not null references stores on delete cascade,
  subject text not null check (subject in ('product', 'store')),
  -- Empty for those of all products, and of the shop.
  product_id text collate "C" not null,
  revision bigint not null,
  numbers jsonb,
  primary key (store_id, subject, product_id)
);

create index reviews_in_order on reviews
  (store_id, product_id, (featured::int) desc, created_at desc, review_id desc) where published_at is not null;
create index reviews_in_order_of_help on reviews
  (store_id, product_id, (featured::int) desc, helpful desc, created_at desc, review_id desc) where published_at is not null;
create index reviews_with_media on reviews
  (store_id, product_id, created_at desc, review_id desc) where published_at is not null and media > 0;
create index reviews_imported_by_email on reviews (store_id, email_key, product_id)
  where origin = 'import' and email_key is not null;
`,
  storeTables: [{ table: 'review_numbers', rights: 'select, insert, update' }],
};
