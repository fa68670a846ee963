import type { Migration } from './migration.ts';

/** What shoppers answered in the shop's own surveys, as far as recommending the shop may be asked after it. */
export const surveyAnswers: Migration = {
  number: 21,
  name: 'survey-answers',
  sql: `
create table survey_answers (
  store_id text collate "C" not null references stores on delete cascade,
  external_id text collate "C" not null,
  order_id text collate "C" not null,
  measure text not null check (measure in ('nps', 'csat')),
  score smallint not null check (score between 0 and 10),
  sign text not null check (sign in ('content', 'neither', 'discontent')),
  answered_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, external_id),
  foreign key (store_id, order_id) references orders on delete cascade
);
create index survey_answers_by_order on survey_answers (store_id, order_id);
`,
  storeTables: [{ table: 'survey_answers', rights: 'select, insert, update' }],
};
