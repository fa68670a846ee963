import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openTestBackend } from '../testing/backend.ts';

describe('a statement that is planned once', () => {
  it('still sees each store’s own rows, and the system all of them, whoever asked first', async () => {
    const { context, newStore, close } = await openTestBackend('pglite');
    const [one, two] = [(await newStore()).store.id, (await newStore()).store.id];
    const ids = sql<{ store_id: string }>`
      select store_id from stores where name = ${'Kontor Nord'}::text order by store_id /* the scope was forgotten */`;
    // PostgreSQL keeps a general plan from the sixth time on.
    for (let round = 0; round < 12; round += 1) {
      const seen = await Promise.all([
        context.db.withSystem((tx) => ids.execute(tx)),
        context.db.withStore(one, (tx) => ids.execute(tx)),
        context.db.withStore(two, (tx) => ids.execute(tx)),
      ]);
      const found = seen.map((result) => result.rows.map((row) => row.store_id));
      expect(found).toEqual([[one, two].sort(), [one], [two]]);
    }
    await close();
  });

  it('may fail and be asked again', async () => {
    const { context, close } = await openTestBackend('pglite');
    const divide = (by: number) =>
      context.db.withSystem((tx) =>
        sql<{
          result: number;
        }>`select 10 / ${by}::integer as result /* a statement long enough to be named */`.execute(tx),
      );
    for (let round = 0; round < 8; round += 1) {
      await expect(divide(0)).rejects.toThrow('division by zero');
      expect((await divide(5)).rows).toEqual([{ result: 2 }]);
    }
    await close();
  });
});
