import type { Migration } from './migration.ts';

/**
 * Reviews with their five separate fields: moderation, visibility, verification, what was promised for them, and origin. One of
 * each line and one of the shop for each order; of two that are sent at once the database lets one in. What was written before is
 * kept with each edit. The audit only grows.
 */
export const reviews: Migration = {
  number: 16,
  name: 'reviews',
  sql: `
create table reviews (
  store_id text collate "C" not null references stores on delete cascade,
  review_id text collate "C" not null,
  subject text not null check (subject in ('product', 'store')),
  order_id text collate "C",
  line_id text collate "C",
  product_id text collate "C",
  product_title text,
  variant text,
  origin text not null check (origin in ('ask', 'form', 'import')),
  email_key text collate "C",
  stars smallint not null check (stars between 1 and 5),
  title text,
  text text,
  scales jsonb not null,
  pros jsonb not null,
  cons jsonb not null,
  recommend boolean,
  name text,
  language text,
  text_hash text collate "C",
  moderation text not null check (moderation in ('pending', 'approved', 'rejected')),
  visibility text not null check (visibility in ('shown', 'hidden', 'withdrawn')),
  verification text not null check (verification in ('verified', 'unverified')),
  reward jsonb,
  flags text[] not null,
  rejected jsonb,
  featured boolean not null,
  reply jsonb,
  helpful integer not null check (helpful >= 0),
  media integer not null check (media >= 0),
  policy_version integer not null,
  terms_agreed_at timestamptz,
  revision integer not null check (revision > 0),
  created_at timestamptz not null,
  edited_at timestamptz,
  published_at timestamptz,
  updated_at timestamptz not null,
  primary key (store_id, review_id),
  foreign key (store_id, order_id) references orders on delete cascade,
  check (origin = 'import' or order_id is not null),
  check (subject = 'product' or (line_id is null and product_id is null and reward is null)),
  check ((published_at is null) = (moderation <> 'approved' or visibility <> 'shown'))
);
create unique index reviews_of_line on reviews (store_id, line_id) where line_id is not null;
create unique index reviews_of_store on reviews (store_id, order_id) where subject = 'store' and order_id is not null;
create index reviews_public on reviews (store_id, product_id, created_at desc, review_id desc) where published_at is not null;
create index reviews_public_all on reviews (store_id, subject, created_at desc, review_id desc) where published_at is not null;
create index reviews_helpful on reviews (store_id, product_id, helpful desc, review_id desc) where published_at is not null;
create index reviews_queue on reviews (store_id, moderation, review_id desc);
create index reviews_by_order on reviews (store_id, order_id);
create index reviews_by_text on reviews (store_id, text_hash) where text_hash is not null;

create table review_media (
  store_id text collate "C" not null,
  review_id text collate "C" not null,
  upload_id text collate "C" not null,
  position integer not null,
  kind text not null check (kind in ('photo', 'video')),
  hidden boolean not null,
  primary key (store_id, review_id, upload_id),
  foreign key (store_id, review_id) references reviews on delete cascade,
  foreign key (store_id, upload_id) references uploads on delete cascade
);
create index review_media_by_upload on review_media (store_id, upload_id);

create table review_drafts (
  store_id text collate "C" not null,
  order_id text collate "C" not null,
  drafts jsonb not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references orders on delete cascade
);

create table review_audit (
  store_id text collate "C" not null,
  review_id text collate "C" not null,
  sequence integer not null,
  at timestamptz not null,
  by text not null,
  action text not null,
  before text,
  after text not null,
  note text,
  data jsonb not null,
  restore jsonb,
  primary key (store_id, review_id, sequence),
  foreign key (store_id, review_id) references reviews on delete cascade
);

create table review_votes (
  store_id text collate "C" not null,
  review_id text collate "C" not null,
  voter text collate "C" not null,
  at timestamptz not null,
  primary key (store_id, review_id, voter),
  foreign key (store_id, review_id) references reviews on delete cascade
);
create index review_votes_by_time on review_votes (at);

create table review_reports (
  store_id text collate "C" not null,
  review_report_id text collate "C" not null,
  review_id text collate "C" not null,
  reason text not null,
  explanation text,
  name text,
  email text,
  good_faith boolean not null,
  locale text,
  received_at timestamptz not null,
  decided_at timestamptz,
  outcome text check (outcome in ('kept', 'hidden')),
  note text,
  primary key (store_id, review_report_id),
  foreign key (store_id, review_id) references reviews on delete cascade,
  check ((decided_at is null) = (outcome is null))
);
create index review_reports_open on review_reports (store_id, review_report_id) where decided_at is null;
create index review_reports_by_review on review_reports (store_id, review_id);

create table review_translations (
  store_id text collate "C" not null,
  review_id text collate "C" not null,
  locale text collate "C" not null,
  title text,
  text text,
  at timestamptz not null,
  primary key (store_id, review_id, locale),
  foreign key (store_id, review_id) references reviews on delete cascade
);

alter table uploads drop constraint uploads_purpose_check;
alter table uploads add constraint uploads_purpose_check
  check (purpose in ('return', 'message', 'inspection', 'proof', 'claim', 'review'));
`,
  storeTables: [
    { table: 'reviews', rights: 'select, insert, update, delete' },
    { table: 'review_media', rights: 'select, insert, update, delete' },
    { table: 'review_drafts', rights: 'select, insert, update, delete' },
    { table: 'review_audit', rights: 'select, insert' },
    { table: 'review_votes', rights: 'select, insert, update, delete' },
    { table: 'review_reports', rights: 'select, insert, update, delete' },
    { table: 'review_translations', rights: 'select, insert, update, delete' },
  ],
};
