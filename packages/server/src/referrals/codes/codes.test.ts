import { CodeImport, CodePools } from '@postlude/contract';
import { expect, it } from 'vitest';
import { holdTime } from '../../file-imports/take-file.ts';
import { newId } from '../../secrets/ids.ts';
import { expectExactly } from '../../testing/api.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { testProgramme } from '../life/testing/shop.ts';
import { codeEnd, takeCode } from './pool.ts';
import { readCodes, readLeftCodes } from './read-codes.ts';
import { manyCodes, openCodeShop } from './testing/shop.ts';
import { watchPools } from './watch-pools.ts';

const day = 86_400_000;

describeOnBothDatabases('an import of codes', (open) => {
  const shop = async () => openCodeShop(await open());

  it('adds what is good, in the order of the file, and tells what is not', async () => {
    const { bring, codes } = await shop();
    const report = await bring('code,expires_at\nB-1,\nA-1,2027-01-31\nb-1 ,\n,\nC-1,2020-01-01\nD-1');
    expectExactly(CodeImport, report);
    expect(report).toMatchObject({ state: 'done', read: 6, rows: 6, added: 2, known: 0, bad: 4 });
    expect(report.badRows.map(({ row, because }) => [row, because])).toEqual([
      [4, 'twice'],
      [5, 'empty'],
      [6, 'expired'],
      [7, 'columns'],
    ]);
    expect(report.preview).toEqual([
      { code: 'B-1', expiresAt: null },
      { code: 'A-1', expiresAt: '2027-01-31T23:00:00.000Z' },
      { code: 'b-1', expiresAt: null },
    ]);
    expect((await codes()).map(({ code, side, reward_id }) => [code, side, reward_id])).toEqual([
      ['B-1', 'friend', null],
      ['A-1', 'friend', null],
    ]);
  });

  it('adds nothing the second time, nor what another pool has, nor what stands twice far apart', async () => {
    const { bring, codes } = await shop();
    const file = `${manyCodes(4_500)}\ncode-7`;
    expect(await bring(file)).toMatchObject({ added: 4_500, known: 0, bad: 1 });
    expect(await bring(file)).toMatchObject({ added: 0, known: 4_501, bad: 0 });
    expect(await bring('code\nCODE-9\nNEW', { side: 'advocate' })).toMatchObject({ added: 1, known: 1 });
    expect(await codes()).toHaveLength(4_501);
  });

  it('writes nothing in a dry run and tells what it would do', async () => {
    const { bring, codes } = await shop();
    const file = `${manyCodes(2_100)}\nCODE-3\n`;
    const dry = await bring(file, { dryRun: true });
    expect(dry).toMatchObject({ state: 'done', dryRun: true, added: 2_100, known: 0, bad: 1 });
    expect(await codes()).toEqual([]);
    const real = await bring(file);
    expect({ ...real, id: dry.id, dryRun: true }).toEqual(dry);
  });

  it.each([false, true])(
    'goes on where a killed process was, and counts nothing twice (dry run: %s)',
    async (dryRun) => {
      const { context, clock, storeId, start, look, codes } = await shop();
      const { id } = await start(`${manyCodes(4_100)}\nCODE-1`, { dryRun });
      let transactions = 0;
      const dying = {
        ...context,
        db: {
          ...context.db,
          withStore: <T>(...[store, work]: Parameters<typeof context.db.withStore<T>>) => {
            transactions += 1;
            if (transactions === 3) throw new Error('killed');
            return context.db.withStore(store, work);
          },
        },
      };
      await expect(readCodes(dying, storeId, id)).rejects.toThrow('killed');
      expect(await look(id)).toMatchObject({ state: 'running', read: 2_000 });
      expect(await readLeftCodes(context)).toBe(0);
      clock.advance(holdTime);
      expect(await readLeftCodes(context)).toBe(1);
      expect(await look(id)).toMatchObject({ state: 'done', read: 4_101, added: 4_100, known: 0, bad: 1 });
      expect(await codes()).toHaveLength(dryRun ? 0 : 4_100);
    },
  );

  it('is taken back but for what was given, and can be done again', async () => {
    const { bring, codes, in: inStore, storeId, programme, clock, send, secretKey } = await shop();
    const { id } = await bring(manyCodes(3));
    const rewardId = newId('reward');
    const asked = { storeId, programmeId: programme.id, side: 'friend', rewardId } as const;
    expect(await inStore((tx) => takeCode(tx, asked, clock.now()))).toBe('CODE-0');
    const undo = (of: string) =>
      send('POST', `/v1/staff/code-imports/${of}/undo`, { key: secretKey, json: {} });
    expect((await undo(id)).json).toMatchObject({ state: 'undone', added: 3 });
    expect((await undo(id)).json).toMatchObject({ state: 'undone' });
    expect((await codes()).map(({ code }) => code)).toEqual(['CODE-0']);
    expect(await bring(manyCodes(3))).toMatchObject({ added: 2, known: 1 });
    const dry = await bring(manyCodes(3), { dryRun: true });
    expect((await undo(dry.id)).json.code).toBe('action_not_possible');
    expect((await undo(newId('codeImport'))).status).toBe(404);
  });

  it('tells over HTTP how far it is, to its own store only, and refuses what is no such file', async () => {
    const { send, secretKey, programme } = await shop();
    const other = await shop();
    const post = (body: BodyInit, query = `?programme=${programme.id}&side=friend`, key = secretKey) =>
      send('POST', `/v1/staff/code-imports${query}`, { key, body, headers: { 'Content-Type': 'text/csv' } });
    const started = await post(manyCodes(20));
    expect([started.status, started.json.rows]).toEqual([202, 20]);
    const ask = (key: string) => send('GET', `/v1/staff/code-imports/${started.json.id}`, { key });
    await expect.poll(async () => (await ask(secretKey)).json.state).toBe('done');
    expect((await ask(secretKey)).json).toMatchObject({ rows: 20, added: 20, side: 'friend' });
    expect((await ask(other.secretKey)).status).toBe(404);
    expect((await post(manyCodes(1), undefined, other.secretKey)).status).toBe(404);
    expect((await post('serial\nX')).json.code).toBe('upload_damaged');
    expect((await post(manyCodes(1), '?side=friend')).json.code).toBe('invalid_input');
    const large = await post(Buffer.alloc(17 * 1024 * 1024, 'a'));
    expect([large.status, large.json.code]).toEqual([413, 'too_large']);
  });
});

describeOnBothDatabases('a pool of codes', (open, kind) => {
  const shop = async () => openCodeShop(await open());

  it('gives the earliest code, one to each, again to who has it, and never one that has ended', async () => {
    const { bring, in: inStore, storeId, programme, clock } = await shop();
    await bring('code,expires\nONE,2026-11-30\nTWO,\nTHREE,2027-01-31');
    await bring('code\nOTHER', { side: 'advocate' });
    const take = (rewardId: string) =>
      inStore((tx) =>
        takeCode(tx, { storeId, programmeId: programme.id, side: 'friend', rewardId }, clock.now()),
      );
    const [first, second, third] = [newId('reward'), newId('reward'), newId('reward')];
    expect([await take(first), await take(first)]).toEqual(['ONE', 'ONE']);
    clock.advance(7 * day);
    expect([await take(second), await take(third), await take(newId('reward'))]).toEqual([
      'TWO',
      'THREE',
      null,
    ]);
    expect(await inStore((tx) => codeEnd(tx, storeId, third))).toEqual(new Date('2027-01-31T23:00:00Z'));
  });

  it('never gives one code to two who ask at the same moment', async () => {
    const { bring, storeId, programme, clock, context, codes } = await shop();
    await bring(manyCodes(12));
    const contexts = kind === 'postgres' ? [context, await (await open()).secondProcess()] : [context];
    const taken = await Promise.all(
      Array.from({ length: 15 }, (_, at) => {
        const asked = {
          ...{ storeId, programmeId: programme.id, side: 'friend' as const },
          rewardId: newId('reward'),
        };
        const { db } = contexts[at % contexts.length] ?? context;
        return db.withStore(storeId, (tx) => takeCode(tx, asked, clock.now()));
      }),
    );
    const given = taken.filter((code) => code !== null);
    expect(given).toHaveLength(12);
    expect(new Set(given).size).toBe(12);
    expect((await codes()).filter(({ reward_id }) => reward_id === null)).toEqual([]);
  });

  it('tells how full it is and how long it lasts', async () => {
    const { bring, send, secretKey, in: inStore, storeId, programme, clock } = await shop();
    const pools = async () => (await send('GET', '/v1/staff/code-pools', { key: secretKey })).json;
    expect((await pools()).items).toEqual(
      ['advocate', 'friend'].map((side) => ({
        ...{ programmeId: programme.id, side, free: 0, given: 0, endingSoon: 0, lastsDays: null },
      })),
    );
    await bring(`${manyCodes(30)}`);
    await bring('code,ends_at\nSOON,2026-12-05\nLATER,2027-12-05');
    for (let at = 0; at < 14; at++) {
      const asked = {
        storeId,
        programmeId: programme.id,
        side: 'friend',
        rewardId: newId('reward'),
      } as const;
      await inStore((tx) => takeCode(tx, asked, clock.now()));
    }
    const told = await pools();
    expectExactly(CodePools, told);
    expect(told.items[1]).toEqual({
      ...{ programmeId: programme.id, side: 'friend', free: 18, given: 14, endingSoon: 1, lastsDays: 18 },
    });
    clock.advance(15 * day);
    expect((await pools()).items[1]).toMatchObject({ free: 17, given: 14, endingSoon: 0, lastsDays: null });
  });
});

describeOnBothDatabases('a pool that runs low', (open) => {
  it('is told of once, once more when it is empty, and again after codes came', async () => {
    const {
      bring,
      in: inStore,
      storeId,
      programme,
      clock,
      context,
    } = await openCodeShop(await open(), {
      ...testProgramme,
      advocate: { kind: 'free_shipping', by: 'webhook' },
    });
    const told = () =>
      inStore(async (tx) => {
        const rows = await tx
          .selectFrom('outbox_events')
          .select('payload')
          .where('store_id', '=', storeId)
          .where('type', '=', 'reward.codes_low')
          .orderBy('event_id')
          .execute();
        return rows.map(({ payload }) => payload);
      });
    const low = (free: number, given: number) => ({
      ...{ programmeId: programme.id, side: 'friend', free, given, endingSoon: 0 },
    });
    const watch = async () => {
      for (let time = 0; time < 2; time++) {
        clock.advance(60_000);
        await watchPools(context);
      }
      return told();
    };
    const take = (count: number) =>
      inStore(async (tx) => {
        const asked = { storeId, programmeId: programme.id, side: 'friend' } as const;
        for (let at = 0; at < count; at++) {
          await takeCode(tx, { ...asked, rewardId: newId('reward') }, clock.now());
        }
      });

    expect(await watch()).toEqual([{ ...low(0, 0), lastsDays: null }]);
    await bring(manyCodes(20));
    expect(await watch()).toHaveLength(1);
    await take(14);
    expect((await watch()).slice(1)).toEqual([{ ...low(6, 14), lastsDays: 6 }]);
    await take(1);
    expect(await watch()).toHaveLength(2);
    await take(5);
    expect((await watch()).slice(2)).toEqual([{ ...low(0, 20), lastsDays: 0 }]);
    await bring(manyCodes(1, 'MORE'));
    expect((await watch()).slice(3)).toEqual([{ ...low(1, 20), lastsDays: 0 }]);
  });

  it('is nobody’s concern while its programme does not run', async () => {
    const { in: inStore, storeId, clock, context, change } = await openCodeShop(await open());
    await change({ ...testProgramme, paused: true });
    clock.advance(60_000);
    await watchPools(context);
    const rows = await inStore((tx) =>
      tx
        .selectFrom('outbox_events')
        .select('type')
        .where('store_id', '=', storeId)
        .where('type', '=', 'reward.codes_low')
        .execute(),
    );
    expect(rows).toEqual([]);
  });
});
