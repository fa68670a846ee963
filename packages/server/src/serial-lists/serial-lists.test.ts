import { expect, it } from 'vitest';
import { holdTime, mostAttempts } from '../file-imports/take-file.ts';
import { newId } from '../secrets/ids.ts';
import { apiOf } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { findListed } from './lookup.ts';
import { readLeftLists, readList } from './read-list.ts';
import { startImport } from './start-import.ts';
import { readImport } from './view.ts';

const none = { productId: null, batch: null };
const bytesOf = (text: string) => new TextEncoder().encode(text);

describeOnBothDatabases('a list of serial numbers', (open) => {
  /** A new store, and lists read to their end there. */
  async function shop() {
    const { context, clock, newStore } = await open();
    const { store, secretKey } = await newStore();
    const listed = (productId: string, serial: string) =>
      context.db.withStore(store.id, (tx) => findListed(tx, { storeId: store.id, productId, serial }));
    const look = (id: string) => context.db.withStore(store.id, (tx) => readImport(tx, store.id, id));
    const bring = async (
      text: string,
      defaults: { productId: string | null; batch: string | null } = none,
    ) => {
      const { id } = await startImport(context, store.id, bytesOf(text), defaults);
      await readList(context, store.id, id);
      return look(id);
    };
    return { context, clock, store, secretKey, listed, look, bring };
  }

  it('takes commas, semicolons, tabs, quotes, a byte order mark and any line end', async () => {
    const { bring, listed } = await shop();
    const lists = [
      'serial,product_id,batch\nA-1,p1,b1\n',
      '\ufeffProduct ID;Serial Number;Lot\r\np1;"A-2";"b;2"\r\n',
      'sn\tproduct\r"A3"\tp1\r',
      'serial,product_id,batch\n"A""4",p1,"two\nlines"',
    ];
    for (const list of lists) expect(await bring(list)).toMatchObject({ state: 'done', added: 1, bad: 0 });
    expect(await listed('p1', 'a1')).toEqual({ batch: 'b1' });
    expect(await listed('p1', 'A 2')).toEqual({ batch: 'b;2' });
    expect(await listed('p1', 'A4')).toEqual({ batch: 'two\nlines' });
    expect(await listed('p2', 'A1')).toBeNull();
  });

  it('reports bad rows by their number in the file, and takes the others', async () => {
    const { bring } = await shop();
    const rows = [
      'serial,product_id',
      'A1,p1',
      '',
      ',p1',
      'A2,',
      `${'x'.repeat(65)},p1`,
      'a-1,p1',
      'A3,p1,more',
      '---,p1',
      'A4,p1,',
    ];
    const report = await bring(rows.join('\n'));
    expect(report).toMatchObject({ state: 'done', read: 8, rows: 8, added: 2, known: 0, bad: 6 });
    expect(report?.badRows.map(({ row, because }) => [row, because])).toEqual([
      [4, 'empty'],
      [5, 'no_product'],
      [6, 'too_long'],
      [7, 'twice'],
      [8, 'columns'],
      [9, 'pattern'],
    ]);
  });

  it('adds nothing the second time, and puts a batch right', async () => {
    const { bring, listed } = await shop();
    const list = 'serial\nA1\nA2\n';
    expect(await bring(list, { productId: 'p1', batch: 'old' })).toMatchObject({ added: 2, known: 0 });
    expect(await bring(list, { productId: 'p1', batch: 'old' })).toMatchObject({
      added: 0,
      known: 2,
      bad: 0,
    });
    expect(await bring(list, { productId: 'p1', batch: 'new' })).toMatchObject({ added: 0, known: 2 });
    expect(await listed('p1', 'A1')).toEqual({ batch: 'new' });
  });

  it('finds a number that stands twice however far apart', async () => {
    const { bring } = await shop();
    const numbers = Array.from({ length: 12_000 }, (_, index) => `N${index}`);
    const report = await bring(
      `serial,product_id\n${[...numbers, 'N0', 'n-7'].map((one) => `${one},p`).join('\n')}`,
    );
    expect(report).toMatchObject({ added: 12_000, bad: 2, read: 12_002 });
    expect(report?.badRows).toEqual([
      { row: 12_002, text: 'N0,p', because: 'twice' },
      { row: 12_003, text: 'n-7,p', because: 'twice' },
    ]);
  });

  it('goes on where a killed process was, and counts nothing twice', async () => {
    const { context, clock, store, look } = await shop();
    const numbers = Array.from({ length: 11_000 }, (_, index) => `K${index},p`);
    const list = bytesOf(`serial,product_id\n${numbers.join('\n')}`);
    const { id } = await startImport(context, store.id, list, none);
    // Stops between two steps, as a process does that ends; a killed one is held for a minute more.
    let steps = 0;
    const stopping = new AbortController();
    const dying = {
      ...context,
      stopping: stopping.signal,
      db: {
        ...context.db,
        withStore: <T>(...[storeId, work]: Parameters<typeof context.db.withStore<T>>) => {
          steps += 1;
          if (steps === 3) throw new Error('killed');
          return context.db.withStore(storeId, work);
        },
      },
    };
    await expect(readList(dying, store.id, id)).rejects.toThrow('killed');
    expect(await look(id)).toMatchObject({ state: 'running', read: 5_000, added: 5_000 });
    expect(await readLeftLists(context)).toBe(0);
    clock.advance(holdTime);
    expect(await readLeftLists(context)).toBe(1);
    expect(await look(id)).toMatchObject({ state: 'done', read: 11_000, added: 11_000, known: 0, bad: 0 });
  });

  it('fails for good after some tries, and can be repeated', async () => {
    const { context, clock, store, look, bring } = await shop();
    const { id } = await startImport(context, store.id, bytesOf('serial,product_id\nA,p'), none);
    const dying = {
      ...context,
      db: { ...context.db, withStore: failsAfterFirst(context.db.withStore.bind(context.db)) },
    };
    for (let tries = 0; tries < mostAttempts; tries++) {
      dying.db.withStore = failsAfterFirst(context.db.withStore.bind(context.db));
      await expect(readList(dying, store.id, id)).rejects.toThrow('killed');
      clock.advance(holdTime);
    }
    await readLeftLists(context);
    expect(await look(id)).toMatchObject({ state: 'failed', added: 0 });
    expect((await look(id))?.endedAt).not.toBeNull();
    expect(await bring('serial,product_id\nA,p')).toMatchObject({ state: 'done', added: 1 });
  });

  it('is read once when two processes begin at once', async () => {
    const { context, store, look } = await shop();
    const { id } = await startImport(context, store.id, bytesOf('serial,product_id\nA,p\nB,p'), none);
    await Promise.all([readList(context, store.id, id), readList(context, store.id, id)]);
    expect(await look(id)).toMatchObject({ state: 'done', read: 2, added: 2, known: 0 });
  });

  it('survives quotes nobody closed and lines without end', async () => {
    const { bring } = await shop();
    const open = `serial,product_id\n"A1,p\nA2,p\n${'x'.repeat(200_000)}\nA3,p\n`;
    const report = await bring(open);
    expect(report?.state).toBe('done');
    expect(report?.badRows.map(({ because }) => because)).toContain('too_long');
    expect(report?.badRows.every(({ text }) => text.length <= 200)).toBe(true);
    expect(report?.added).toBe(2);
  });

  it('tells over HTTP how far it is, to its own store only', async () => {
    const { context, secretKey } = await shop();
    const other = await (await open()).newStore();
    const send = apiOf(context);
    const csv = { 'Content-Type': 'text/csv' };
    const path = '/v1/staff/serial-imports';
    const started = await send('POST', `${path}?productId=p9&batch=b9`, {
      key: secretKey,
      body: 'serial\nH1\nH2\n',
      headers: csv,
    });
    expect(started.status).toBe(202);
    const ask = (key: string) => send('GET', `${path}/${started.json.id}`, { key });
    await expect.poll(async () => (await ask(secretKey)).json.state).toBe('done');
    expect((await ask(secretKey)).json).toMatchObject({ rows: 2, read: 2, added: 2 });
    expect((await ask(other.secretKey)).status).toBe(404);
    expect((await send('GET', `${path}/${newId('serialImport')}`, { key: secretKey })).status).toBe(404);
  });

  it('refuses what is no list', async () => {
    const { context, secretKey } = await shop();
    const send = apiOf(context);
    const post = (body: BodyInit) =>
      send('POST', '/v1/staff/serial-imports', {
        key: secretKey,
        body,
        headers: { 'Content-Type': 'text/csv' },
      });
    const bad = [
      '',
      'A1,p1\nA2,p1\n',
      'serial,product_id\nA\u0000B,p\n',
      Buffer.from('serial,product_id\nÄ1,p\n', 'latin1'),
      Buffer.from('\ufeffserial,product_id\nA1,p\n', 'utf16le'),
      'x'.repeat(1_000_000),
    ];
    for (const body of bad) {
      const answer = await post(body);
      expect([answer.status, answer.json.code]).toEqual([422, 'upload_damaged']);
    }
    const large = await post(Buffer.alloc(32 * 1024 * 1024 + 1, 'a'));
    expect([large.status, large.json.code]).toEqual([413, 'too_large']);
  });
});

/** Takes an import, and dies before anything is written of it. */
function failsAfterFirst<W extends (storeId: string, work: never) => Promise<unknown>>(withStore: W): W {
  let calls = 0;
  const failing = (storeId: string, work: never) => {
    calls += 1;
    return calls === 1 ? withStore(storeId, work) : Promise.reject(new Error('killed'));
  };
  return failing as W;
}
