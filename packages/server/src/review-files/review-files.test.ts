import { reviewFormats } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { holdTime } from '../file-imports/take-file.ts';
import { newId } from '../secrets/ids.ts';
import { putOrder } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { readLeftReviewFiles, readReviewFile } from './import-reading.ts';
import { looxFile, manyReviews, openFileShop } from './testing/shop.ts';

describeOnBothDatabases('an import of reviews', (open) => {
  const shop = async () => openFileShop(await open());

  it('adds what was public, waiting and hidden as what it was, and leaves spam out', async () => {
    const { bring, rows } = await shop();
    const report = await bring(
      looxFile(
        '1,Active,5,a@b.example,Jo,,Good,2025-01-01T10:00:00Z,p1,,,,true',
        '2,Hidden,1,,Jo,,Bad,2025-01-02T10:00:00Z,p1,,,,true',
        '3,Waiting,3,,Jo,,So so,2025-01-03T10:00:00Z,p1,,,,true',
        '4,Spam,5,,Jo,,pills,2025-01-04T10:00:00Z,p1,,,,true',
      ),
    );
    expect(report).toMatchObject({
      state: 'done',
      format: 'loox',
      read: 4,
      added: 3,
      hidden: 2,
      bad: 1,
      known: 0,
    });
    expect(report.badRows).toEqual([
      { row: 5, text: '4,Spam,5,,Jo,,pills,2025-01-04T10:00:00Z,p1,,,,true', because: 'spam' },
    ]);
    expect(
      (await rows()).map((row) => [
        row.moderation,
        row.visibility,
        row.verification,
        row.origin,
        row.published_at,
      ]),
    ).toEqual([
      ['approved', 'shown', 'unverified', 'import', new Date('2025-01-01T10:00:00Z')],
      ['approved', 'hidden', 'unverified', 'import', null],
      ['pending', 'shown', 'unverified', 'import', null],
    ]);
  });

  it('finds products by id, by handle and by neither', async () => {
    const { bring, rows } = await shop();
    const report = await bring(
      looxFile(
        '1,Active,5,,Jo,,A,2025-01-01T10:00:00Z,9007199254740993,,,,',
        '2,Active,5,,Jo,,B,2025-01-02T10:00:00Z,old-id,red-mug,,,',
        '3,Active,5,,Jo,,C,2025-01-03T10:00:00Z,,lamp,,,',
        '4,Active,5,,Jo,,D,2025-01-04T10:00:00Z,sold-no-more,,,,',
        '5,Active,5,,Jo,,E,2025-01-05T10:00:00Z,,never-heard,,,',
      ),
    );
    expect(report.badRows.map(({ row, because }) => [row, because])).toEqual([[6, 'product_unknown']]);
    expect((await rows()).map((row) => [row.product_id, row.product_title])).toEqual([
      ['9007199254740993', 'Red mug'],
      ['9007199254740993', 'Red mug'],
      ['77', 'Lamp'],
      ['sold-no-more', 'sold-no-more'],
    ]);
  });

  it('verifies by orders of the store, never by the word of the file', async () => {
    const { context, store, bring, rows, created, send } = await shop();
    const order = (id: string, email: string, placedAt: string, more: object = {}) =>
      putOrder(send, created, {
        number: id,
        email,
        placedAt,
        lines: [{ externalId: 'l', title: 'Mug', quantity: 1, productId: '9007199254740993' }],
        ...more,
      });
    await order('1', 'Mara@Example.com', '2025-01-01T10:00:00Z');
    await order('2', 'late@example.com', '2025-06-01T10:00:00Z');
    await order('3', 'gone@example.com', '2025-01-01T10:00:00Z', { cancelledAt: '2025-01-01T11:00:00Z' });
    const of = (id: number, email: string, product = '9007199254740993') =>
      `${id},Active,5,${email},Jo,,Said ${id},2025-02-01T10:00:00Z,${product},,,,true`;
    await bring(
      looxFile(
        of(1, 'mara@example.com'),
        of(2, 'late@example.com'),
        of(3, 'gone@example.com'),
        of(4, 'mara@example.com', '77'),
        of(5, ''),
      ),
    );
    expect((await rows()).map((row) => row.verification)).toEqual([
      'verified',
      'unverified',
      'unverified',
      'unverified',
      'unverified',
    ]);
    const claims = await context.db.withStore(store.id, (tx) =>
      tx.selectFrom('imported_reviews').select('said_verified').execute(),
    );
    expect(claims.map((one) => one.said_verified)).toEqual([true, true, true, true, true]);
  });

  it('adds nothing the second time, nor what stands twice in a file', async () => {
    const { bring } = await shop();
    const twice = looxFile(
      '1,Active,5,,Jo,,A,2025-01-01T10:00:00Z,77,,,,',
      '1,Active,5,,Jo,,A,2025-01-01T10:00:00Z,77,,,,',
      '2,Active,5,,Jo,,A,2025-01-01T10:00:00Z,77,,,,',
    );
    expect(await bring(twice)).toMatchObject({ added: 2, known: 1 });
    expect(await bring(twice)).toMatchObject({ added: 0, known: 3 });
    const nameless = manyReviews(2_500);
    expect(await bring(`${nameless}\n${nameless.split('\n')[7]}`)).toMatchObject({ added: 2_500, known: 1 });
    expect(await bring(nameless)).toMatchObject({ added: 0, known: 2_500 });
  });

  it('writes nothing in a dry run and tells what it would do, a look at five with it', async () => {
    const { bring, rows } = await shop();
    const file = `${manyReviews(2_100)}\n${manyReviews(1).split('\n')[1]}\nred-mug,published,9,,Jo,,,,,2025-01-01,`;
    const dry = await bring(file, true);
    expect(dry).toMatchObject({ state: 'done', dryRun: true, read: 2_102, added: 2_100, known: 1, bad: 1 });
    expect(dry.preview).toHaveLength(5);
    expect(dry.preview[0]).toEqual({
      product: 'Red mug',
      stars: 1,
      title: null,
      text: 'Said 0',
      name: 'Jo',
      createdAt: '2025-01-01T00:00:00.000Z',
    });
    expect(await rows()).toEqual([]);
    const real = await bring(file);
    expect({ ...real, id: dry.id, dryRun: true }).toEqual(dry);
  });

  it('is taken back whole, and can be done again', async () => {
    const { context, store, secretKey, send, bring, rows } = await shop();
    const first = await bring(looxFile('1,Active,5,,Jo,,A,2025-01-01T10:00:00Z,77,,,,'));
    const second = await bring(manyReviews(3));
    const undo = (id: string) => send('POST', `/v1/staff/review-imports/${id}/undo`, { key: secretKey });
    expect((await undo(second.id)).json).toMatchObject({ state: 'undone', added: 3 });
    expect((await undo(second.id)).json).toMatchObject({ state: 'undone' });
    expect((await rows()).map((row) => row.text)).toEqual(['A']);
    const left = await context.db.withStore(store.id, (tx) =>
      tx.selectFrom('imported_reviews').select('import_id').execute(),
    );
    expect(left).toEqual([{ import_id: first.id }]);
    expect(await bring(manyReviews(3))).toMatchObject({ added: 3, known: 0 });
    const dry = await bring(manyReviews(3), true);
    expect((await undo(dry.id)).json.code).toBe('action_not_possible');
    expect((await undo(newId('reviewImport'))).status).toBe(404);
  });

  it.each([false, true])(
    'goes on where a killed process was, and counts nothing twice (dry run: %s)',
    async (dryRun) => {
      const { context, clock, store, start, look } = await shop();
      const { id } = await start(
        `${manyReviews(2_500)}\nred-mug,published,1,,Jo,jo0@b.example,,Said 0,,2025-01-01,`,
        dryRun,
      );
      let transactions = 0;
      const dying = {
        ...context,
        db: {
          ...context.db,
          withStore: <T>(...[storeId, work]: Parameters<typeof context.db.withStore<T>>) => {
            transactions += 1;
            if (transactions === 4) throw new Error('killed');
            return context.db.withStore(storeId, work);
          },
        },
      };
      await expect(readReviewFile(dying, store.id, id)).rejects.toThrow('killed');
      expect(await look(id)).toMatchObject({ state: 'running', read: 2_000 });
      expect(await readLeftReviewFiles(context)).toBe(0);
      clock.advance(holdTime);
      expect(await readLeftReviewFiles(context)).toBe(1);
      expect(await look(id)).toMatchObject({ state: 'done', read: 2_501, added: 2_500, known: 1, bad: 0 });
    },
  );

  it('tells over HTTP how far it is, to its own store only, and refuses what is no such file', async () => {
    const { send, secretKey } = await shop();
    const other = await shop();
    const path = '/v1/staff/review-imports';
    const post = (body: BodyInit, query = '') =>
      send('POST', `${path}${query}`, { key: secretKey, body, headers: { 'Content-Type': 'text/csv' } });
    const started = await post(manyReviews(20), '?format=shopify&name=old.csv');
    expect(started.status).toBe(202);
    const ask = (key: string) => send('GET', `${path}/${started.json.id}`, { key });
    await expect.poll(async () => (await ask(secretKey)).json.state).toBe('done');
    expect((await ask(secretKey)).json).toMatchObject({ rows: 20, added: 20 });
    expect((await ask(other.secretKey)).status).toBe(404);
    const undone = await send('POST', `${path}/${started.json.id}/undo`, { key: other.secretKey });
    expect(undone.status).toBe(404);
    expect((await post(manyReviews(1), '?format=loox')).json.code).toBe('upload_damaged');
    expect((await post('')).json.code).toBe('upload_damaged');
    const large = await post(Buffer.alloc(100 * 1024 * 1024, 'a'));
    expect([large.status, large.json.code]).toEqual([413, 'too_large']);
  });

  describe.each(reviewFormats)('and an export as %s', (format) => {
    it('bring the same reviews into another shop, and none into their own', async () => {
      const one = await shop();
      const other = await shop();
      await one.bring(
        looxFile(
          '1,Active,5,mara@b.example,Mara O.,,"=1+1, ""wow""\nand more",2025-01-01T10:00:00Z,9007199254740993,,"https://a.example/1.jpg,https://a.example/2.jpg",Big,true',
          '2,Active,1,jo@b.example,,,-5 degrees,2025-01-02T10:00:00Z,77,,,,true',
          '3,Active,3,,Anonymous,,,2025-01-03T10:00:00Z,77,,,,true',
        ),
      );
      const file = await one.exported(format);
      const told = await other.bring(file);
      expect(told).toMatchObject({ format, read: 3, added: 3, bad: 0 });
      const hasEmail = format !== 'okendo';
      const facts = async (from: typeof one) =>
        (await from.rows()).map((row) => ({
          product: [row.product_id, row.product_title],
          said: [row.stars, row.title, row.text, row.name],
          email: hasEmail ? row.email_key : null,
          at: row.created_at.toISOString().slice(0, format === 'yotpo' ? 10 : 24),
          state: [row.moderation, row.visibility, row.verification],
        }));
      expect(await facts(other)).toEqual(await facts(one));
      // What it brought by ids of its own it knows by them, whatever the format it came in.
      if (format === 'okendo' || format === 'loox')
        expect(await one.bring(file)).toMatchObject({ added: 0, known: 3 });
      expect(await other.bring(file)).toMatchObject({ added: 0, known: 3 });
    });
  });
});

describeOnBothDatabases('an export of reviews over HTTP', (open) => {
  it('is a file to be saved, with the columns of the format, of its own store only', async () => {
    const { send, bring, secretKey } = await openFileShop(await open());
    const other = await openFileShop(await open());
    await bring(manyReviews(1_201));
    const ask = (key: string, format: string) =>
      send('GET', `/v1/staff/review-exports?format=${format}`, { key });
    const answer = await ask(secretKey, 'yotpo');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('reviews-yotpo-2026-11-24.csv');
    const rows = answer.text.trim().split('\r\n');
    expect(rows[0]).toBe(
      'Review Title;Review Content;Review Score;Date;Product ID;Product Title;Product URL;Display Name;Email;Verified Purchase',
    );
    expect(rows).toHaveLength(1_202);
    expect((await ask(other.secretKey, 'yotpo')).text.trim().split('\r\n')).toHaveLength(1);
    expect((await ask(secretKey, 'other')).status).toBe(422);
  });
});
