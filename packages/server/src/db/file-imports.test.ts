import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { emptyPostgres } from '../testing/databases.ts';
import { reviewFiles } from './migrations/0017-review-files.ts';
import { migrations } from './migrations/index.ts';

it('keeps imports of serial numbers with their bytes and bad rows, so that a running one goes on', async () => {
  const client = new pg.Client({ connectionString: await emptyPostgres() });
  await client.connect();
  onTestFinished(() => client.end());
  for (const { number, sql } of migrations) if (number < reviewFiles.number) await client.query(sql);
  await client.query(`insert into stores (store_id, name, locale, currency, time_zone, contact)
      values ('sto_1', 'Kontor', 'de', 'EUR', 'UTC', '{}');
    insert into serial_imports (store_id, import_id, digest, state, product_id, batch, layout, bytes, position, read,
        rows, added, known, bad, attempts, held_until, started_at)
      values ('sto_1', 'sim_1', 'd', 'running', 'p1', null, '{"delimiter":","}', 9, 5, 1, 2, 1, 0, 0, 1, now(), now());
    insert into serial_import_parts (store_id, import_id, start, bytes) values ('sto_1', 'sim_1', 0, 'serial');
    insert into serial_import_bad_rows (store_id, import_id, row, text, because) values ('sto_1', 'sim_1', 3, 'x', 'empty');`);
  await client.query(reviewFiles.sql);
  const { rows } = await client.query('select * from file_imports');
  expect(rows).toMatchObject([
    {
      import_id: 'sim_1',
      kind: 'serials',
      state: 'running',
      settings: { layout: { delimiter: ',' }, productId: 'p1', batch: null },
      ...{
        bytes: 9,
        position: 5,
        read: 1,
        rows: 2,
        added: 1,
        known: 0,
        hidden: 0,
        bad: 0,
        preview: [],
        attempts: 1,
      },
    },
  ]);
  expect((await client.query('select start, bytes from file_import_parts')).rows).toEqual([
    { start: 0, bytes: Buffer.from('serial') },
  ]);
  expect((await client.query('select row, because from file_import_bad_rows')).rows).toEqual([
    { row: 3, because: 'empty' },
  ]);
});
