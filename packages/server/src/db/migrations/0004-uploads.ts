import type { Migration } from './migration.ts';

/**
 * Files of shoppers and staff, and the store's key of a label provider. An order may be removed before its files are:
 * the clean-up finds files without an order, so that no bytes stay behind in the storage.
 */
export const uploads: Migration = {
  number: 4,
  name: 'uploads',
  sql: `
create table uploads (
  store_id text collate "C" not null references stores on delete cascade,
  upload_id text collate "C" not null,
  order_id text collate "C" not null,
  purpose text not null check (purpose in ('return', 'message', 'inspection')),
  sent_by text not null check (sent_by in ('shopper', 'staff')),
  content_type text not null,
  bytes bigint not null check (bytes >= 0),
  width integer,
  height integer,
  sha256 text collate "C" not null,
  storage_key text collate "C" not null,
  created_at timestamptz not null,
  attached_to text collate "C",
  attached_at timestamptz,
  deleted_at timestamptz,
  primary key (store_id, upload_id),
  check ((attached_to is null) = (attached_at is null))
);
create index uploads_by_order on uploads (store_id, order_id, upload_id);
create index uploads_by_thing on uploads (store_id, attached_to, upload_id) where attached_to is not null;
create index uploads_to_remove on uploads (created_at) where attached_to is null or deleted_at is not null;

alter table store_secrets drop constraint store_secrets_kind_check;
alter table store_secrets add constraint store_secrets_kind_check check (kind in ('embed', 'easypost_api'));
`,
  storeTables: [{ table: 'uploads', rights: 'select, insert, update, delete' }],
};
