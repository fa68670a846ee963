import { Pool } from 'pg';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { emptyPostgres } from '../testing/databases.ts';
import { databaseOver } from './database.ts';

describeOnBothDatabases('database', (open) => {
  it('undoes everything when the work rejects', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const failing = context.db.withStore(store.id, async (tx) => {
      await tx.updateTable('stores').set({ name: 'half done' }).execute();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const [row] = await context.db.withStore(store.id, (tx) =>
      tx.selectFrom('stores').select('name').execute(),
    );
    expect(row?.name).toBe(store.name);
  });

  it('refuses a transaction inside a transaction with a clear error instead of waiting for itself', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const nested = context.db.withStore(store.id, () => context.db.withSystem(() => Promise.resolve()));
    await expect(nested).rejects.toMatchObject({ code: 'nested_transaction' });
  });

  it('lets work that outlives its transaction open one of its own', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    let later: Promise<unknown> = Promise.resolve();
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    await context.db.withStore(store.id, async () => {
      later = ended.then(() => context.db.withStore(store.id, () => Promise.resolve('done')));
    });
    end();
    expect(await later).toBe('done');
  });

  it('refuses what is no store id', async () => {
    const { context } = await open();
    await expect(context.db.withStore("x' or '1'='1", () => Promise.resolve())).rejects.toMatchObject({
      code: 'invalid_argument',
    });
  });

  it('reads sums as exact numbers, days as text and moments to the millisecond', async () => {
    const { context } = await open();
    const { rows } = await context.db.execute(
      "select 9007199254740991::bigint as sum, date '2026-03-29' as day, timestamptz '2026-03-29T01:30:00.123Z' as moment",
    );
    expect(rows).toEqual([
      { sum: 9007199254740991, day: '2026-03-29', moment: new Date('2026-03-29T01:30:00.123Z') },
    ]);
    await expect(context.db.execute('select 9007199254740992::bigint as sum')).rejects.toThrow(RangeError);
  });

  it('answers a text of several statements with the rows of all, which the job queue asks for every minute', async () => {
    const { context } = await open();
    const { rows } = await context.db.execute('begin; select 1 as one; select 2 as two; commit');
    expect(rows).toEqual([{ one: 1 }, { two: 2 }]);
  });

  it('works on many transactions at once', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const done = await Promise.all(
      Array.from({ length: 40 }, (_, count) =>
        context.db.withStore(store.id, async (tx) => {
          await tx.selectFrom('stores').select('name').execute();
          return count;
        }),
      ),
    );
    expect(done).toHaveLength(40);
    expect(context.db.pool().waiting).toBe(0);
  });
});

it('gives a connection back in order when a transaction could not begin', async () => {
  const pool = new Pool({ connectionString: await emptyPostgres(), max: 1 });
  const db = databaseOver({
    kind: 'postgres',
    pool,
    appRole: 'no_such_role',
    release: () => Promise.resolve(),
  });
  await expect(db.withStore(`sto_${'0'.repeat(32)}`, () => Promise.resolve())).rejects.toThrow(
    /no_such_role/,
  );
  expect((await db.execute('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await db.close();
});
