import type { Migration } from './migration.ts';

/**
 * Imports of files, of whatever kind: what migration 11 made for lists of serial numbers serves reviews as well. The bytes of a
 * file are kept in parts until it was read, with how far it was read in the row beside them: whoever goes on after a killed
 * process begins where the last full step ended. And what only an imported review has.
 */
export const reviewFiles: Migration = {
  number: 17,
  name: 'review-files',
  sql: `
create table file_imports (
  store_id text collate "C" not null references stores on delete cascade,
  import_id text collate "C" not null,
  kind text not null check (kind in ('serials', 'reviews')),
  digest text collate "C" not null,
  state text not null check (state in ('running', 'done', 'failed', 'undone')),
  settings jsonb not null,
  bytes integer not null,
  position integer not null,
  read integer not null,
  rows integer not null,
  added integer not null,
  known integer not null,
  hidden integer not null,
  bad integer not null,
  preview jsonb not null,
  attempts integer not null,
  held_until timestamptz not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (store_id, import_id)
);
create index file_imports_by_digest on file_imports (store_id, digest);
create index file_imports_running on file_imports (held_until) where state = 'running';

create table file_import_parts (
  store_id text collate "C" not null,
  import_id text collate "C" not null,
  start integer not null,
  bytes bytea not null,
  primary key (store_id, import_id, start),
  foreign key (store_id, import_id) references file_imports on delete cascade
);
alter table file_import_parts alter column bytes set storage external;

create table file_import_bad_rows (
  store_id text collate "C" not null,
  import_id text collate "C" not null,
  row integer not null,
  text text not null,
  because text not null,
  primary key (store_id, import_id, row),
  foreign key (store_id, import_id) references file_imports on delete cascade
);

select set_config('postlude.scope', 'system', true);
insert into file_imports
  select store_id, import_id, 'serials', digest, state,
    jsonb_build_object('layout', layout, 'productId', product_id, 'batch', batch),
    bytes, position, read, rows, added, known, 0, bad, '[]', attempts, held_until, started_at, ended_at
  from serial_imports;
insert into file_import_parts select store_id, import_id, start, bytes from serial_import_parts;
insert into file_import_bad_rows select store_id, import_id, row, text, because from serial_import_bad_rows;
select set_config('postlude.scope', '', true);
drop table serial_import_parts;
drop table serial_import_bad_rows;
drop table serial_imports;

create table imported_reviews (
  store_id text collate "C" not null,
  review_id text collate "C" not null,
  import_id text collate "C" not null,
  source_key text collate "C" not null,
  said_verified boolean not null,
  picture_urls text[] not null,
  primary key (store_id, review_id),
  unique (store_id, source_key),
  foreign key (store_id, review_id) references reviews on delete cascade
);
create index imported_reviews_by_import on imported_reviews (store_id, import_id);
`,
  storeTables: [
    { table: 'file_imports', rights: 'select, insert, update, delete' },
    { table: 'file_import_parts', rights: 'select, insert, update, delete' },
    { table: 'file_import_bad_rows', rights: 'select, insert, update, delete' },
    { table: 'imported_reviews', rights: 'select, insert, update, delete' },
  ],
  dropped: ['serial_import_parts', 'serial_import_bad_rows', 'serial_imports'],
};
