import type { Migration } from './migration.ts';

/**
 * Pictures of imported reviews, each with how far it is on its way to us. Those of imports that are there already wait as well, ten of a
 * review as there may be of any. An upload of a review without an order has none either.
 */
export const importedPictures: Migration = {
  number: 22,
  name: 'imported-pictures',
  sql: `
create table imported_pictures (
  store_id text collate "C" not null,
  review_id text collate "C" not null,
  position integer not null,
  import_id text collate "C" not null,
  url text not null,
  state text not null check (state in ('waiting', 'loaded', 'failed')),
  because text,
  status integer,
  attempts integer not null,
  next_attempt_at timestamptz not null,
  lease text collate "C",
  leased_until timestamptz,
  primary key (store_id, review_id, position),
  foreign key (store_id, review_id) references imported_reviews on delete cascade,
  check (state <> 'failed' or because is not null)
);
create index imported_pictures_by_import on imported_pictures (store_id, import_id, state);
create index imported_pictures_waiting on imported_pictures (store_id, next_attempt_at, review_id desc, position)
  where state = 'waiting';

select set_config('postlude.scope', 'system', true);
insert into imported_pictures
  select store_id, review_id, place - 1, import_id, url, case when place > 10 then 'failed' else 'waiting' end,
    case when place > 10 then 'too_many' end, null, 0, now(), null, null
  from imported_reviews cross join lateral unnest(picture_urls) with ordinality as each (url, place);
select set_config('postlude.scope', '', true);
alter table imported_reviews drop column picture_urls;

alter table uploads alter column order_id drop not null;
alter table uploads add constraint uploads_order_check check (order_id is not null or purpose = 'review');
`,
  storeTables: [{ table: 'imported_pictures', rights: 'select, insert, update, delete' }],
};
