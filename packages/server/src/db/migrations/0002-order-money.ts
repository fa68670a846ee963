import type { Migration } from './migration.ts';

/**
 * What an order was paid with, what its lines are, and the shop's catalogue.
 *
 * A product's own facts and each variant's are versioned apart, because some platforms tell of them apart. Nothing is
 * taken out of the catalogue: lines of old orders still need the type, tags and picture of what is sold no more.
 */
export const orderMoney: Migration = {
  number: 2,
  name: 'order-money',
  sql: `
alter table orders
  add column taxes_included boolean not null default false,
  add column shipping_amount bigint check (shipping_amount >= 0),
  add column shipping_tax bigint check (shipping_tax >= 0),
  add check ((shipping_amount is null) = (shipping_tax is null));

alter table order_lines
  add column discount_amount bigint not null default 0 check (discount_amount >= 0),
  add column tax_amount bigint not null default 0 check (tax_amount >= 0),
  add column product_type text,
  add column tags text[] not null default '{}',
  add column variant_id text,
  add column bundle_external_id text;

-- -1 stands for a parcel that is not told: a key holds no null.
alter table shipment_items
  add column parcel integer not null default -1 check (parcel >= -1),
  drop constraint shipment_items_pkey,
  add primary key (store_id, source, shipment_external_id, line_external_id, parcel);

create table products (
  store_id text collate "C" not null references stores on delete cascade,
  source text collate "C" not null,
  external_id text collate "C" not null,
  title text not null,
  product_type text,
  tags text[] not null default '{}',
  image_url text,
  product_url text,
  on_sale boolean not null,
  variant_ids text[] not null default '{}',
  deleted_at timestamptz,
  version_at timestamptz not null,
  version_tie text collate "C" not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (store_id, source, external_id)
);

create table product_variants (
  store_id text collate "C" not null references stores on delete cascade,
  source text collate "C" not null,
  product_external_id text collate "C" not null,
  external_id text collate "C" not null,
  title text not null,
  sku text,
  price_amount bigint,
  price_currency text,
  stock integer check (stock >= 0),
  image_url text,
  version_at timestamptz not null,
  version_tie text collate "C" not null,
  primary key (store_id, source, product_external_id, external_id),
  check ((price_amount is null) = (price_currency is null))
);
`,
  storeTables: [
    { table: 'products', rights: 'select, insert, update, delete' },
    { table: 'product_variants', rights: 'select, insert, update, delete' },
  ],
};
