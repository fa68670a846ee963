import type { Migration } from './migration.ts';

/**
 * Mails to shoppers about their returns: the language a return was filed in, and which mail tells of which step, so that what is
 * taken back before it was told is not told. And finds the labels that are to be taken back.
 */
export const returnMails: Migration = {
  number: 13,
  name: 'return-mails',
  sql: `
alter table returns add column locale text collate "C";
create index returns_with_label_to_void on returns (updated_at) where label ->> 'state' = 'voiding';

create table return_mails (
  store_id text collate "C" not null,
  return_id text collate "C" not null,
  sequence integer not null,
  delivery_id text collate "C" not null,
  primary key (store_id, return_id, delivery_id),
  foreign key (store_id, return_id) references returns on delete cascade
);
`,
  storeTables: [{ table: 'return_mails', rights: 'select, insert, update, delete' }],
};
