import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { emptyPostgres } from '../testing/databases.ts';
import { importedPictures } from './migrations/0022-imported-pictures.ts';
import { migrations } from './migrations/index.ts';

it('has the pictures of earlier imports wait to be loaded, in their order', async () => {
  const client = new pg.Client({ connectionString: await emptyPostgres() });
  await client.connect();
  onTestFinished(() => client.end());
  for (const { number, sql } of migrations) if (number < importedPictures.number) await client.query(sql);
  await client.query(`insert into stores (store_id, name, locale, currency, time_zone, contact)
      values ('sto_1', 'Kontor', 'de', 'EUR', 'UTC', '{}');
    insert into reviews (store_id, review_id, subject, origin, stars, scales, pros, cons, moderation, visibility,
        verification, flags, featured, helpful, media, policy_version, revision, created_at, updated_at, published_at)
      select 'sto_1', id, 'product', 'import', 5, '{}', '[]', '[]', 'approved', 'shown', 'unverified', '{}', false, 0, 0,
        0, 1, now(), now(), now()
      from unnest(array['rev_1', 'rev_2']) as each (id);
    insert into imported_reviews (store_id, review_id, import_id, source_key, said_verified, picture_urls)
      values ('sto_1', 'rev_1', 'rim_1', 'a', true,
        (select array_agg('https://a.example/' || n || '.jpg' order by n) from generate_series(1, 11) as n)),
        ('sto_1', 'rev_2', 'rim_1', 'b', true, '{}');`);
  await client.query(importedPictures.sql);
  const { rows } = await client.query(
    'select review_id, position, import_id, url, state, because, attempts from imported_pictures order by position',
  );
  expect(rows).toEqual(
    Array.from({ length: 11 }, (_, position) => ({
      ...{ review_id: 'rev_1', position, import_id: 'rim_1', url: `https://a.example/${position + 1}.jpg` },
      ...(position < 10 ? { state: 'waiting', because: null } : { state: 'failed', because: 'too_many' }),
      attempts: 0,
    })),
  );
});
