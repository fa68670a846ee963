import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { emptyPostgres } from '../testing/databases.ts';
import { claimMails } from './migrations/0014-claim-mails.ts';
import { migrations } from './migrations/index.ts';

it('keeps which mail told of which step of a return, but for mails that are no more', async () => {
  const client = new pg.Client({ connectionString: await emptyPostgres() });
  await client.connect();
  onTestFinished(() => client.end());
  for (const { number, sql } of migrations) if (number < claimMails.number) await client.query(sql);
  // Rows that stand for themselves: what they refer to is another matter.
  await client.query(`set session_replication_role = replica;
    insert into deliveries (store_id, delivery_id, channel, target, next_attempt_at)
      values ('sto_1', 'dlv_1', 'mail', 'a…', now());
    insert into return_mails (store_id, return_id, sequence, delivery_id)
      values ('sto_1', 'ret_1', 3, 'dlv_1'), ('sto_1', 'ret_1', 2, 'dlv_gone');
    set session_replication_role = default;`);
  await client.query(claimMails.sql);
  const { rows } = await client.query('select * from case_mails');
  expect(rows).toEqual([{ store_id: 'sto_1', case_id: 'ret_1', sequence: 3, delivery_id: 'dlv_1' }]);
  await client.query(`delete from deliveries`);
  expect((await client.query('select * from case_mails')).rows).toEqual([]);
});
