import type { Migration } from './migration.ts';

/**
 * Mails to shoppers about their claims and registrations, kept as those about returns are: which mail tells of which step, so
 * that what is taken back before it was told is not told. And the months a store adds to what stands behind a unit.
 */
export const claimMails: Migration = {
  number: 14,
  name: 'claim-mails',
  sql: `
create table case_mails (
  store_id text collate "C" not null,
  case_id text collate "C" not null,
  sequence integer not null,
  delivery_id text collate "C" not null,
  primary key (store_id, case_id, delivery_id),
  foreign key (store_id, delivery_id) references deliveries on delete cascade
);
create index case_mails_by_delivery on case_mails (store_id, delivery_id);

select set_config('postlude.scope', 'system', true);
insert into case_mails (store_id, case_id, sequence, delivery_id)
  select told.store_id, told.return_id, told.sequence, told.delivery_id
  from return_mails as told
  join deliveries as kept on kept.store_id = told.store_id and kept.delivery_id = told.delivery_id;
select set_config('postlude.scope', '', true);
drop table return_mails;

create table added_months (
  store_id text collate "C" not null,
  added_months_id text collate "C" not null,
  passport_id text collate "C" not null,
  months integer not null check (months between 1 and 1200),
  reason text not null,
  added_by text not null,
  added_at timestamptz not null,
  voided_by text,
  voided_at timestamptz,
  void_note text,
  primary key (store_id, added_months_id),
  foreign key (store_id, passport_id) references passports on delete cascade,
  check ((voided_by is null) = (voided_at is null))
);
create index added_months_by_passport on added_months (store_id, passport_id, added_months_id);
`,
  storeTables: [
    { table: 'case_mails', rights: 'select, insert, update, delete' },
    { table: 'added_months', rights: 'select, insert, update' },
  ],
  dropped: ['return_mails'],
};
