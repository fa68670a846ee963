import { expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { startJobs } from '../../jobs/jobs.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { jpeg, jpegWithExif, painted } from '../../testing/pictures.ts';
import { removeUnusedUploads } from '../../uploads/remove-uploads.ts';
import { bytes } from '../testing/picture-host.ts';
import { openPictureShop } from '../testing/picture-shop.ts';
import { looxFile } from '../testing/shop.ts';
import { pictureLease } from './claim-picture.ts';
import { loadPictures, pictureTries } from './load-pictures.ts';

describeOnBothDatabases('pictures of imported reviews', (database, kind) => {
  const ready = async () => openPictureShop(await database());

  it('are loaded after the import, and everybody sees them as photos of their reviews', async () => {
    const { context, host, bringPictures, pictures, list, open, uploads } = await ready();
    host.serve('/a.jpg', bytes(jpegWithExif(await jpeg(960, 480), 6), 'text/plain'));
    host.serve('/b', bytes(await painted(30, 20).png()));
    host.serve('/c.php?id=1', bytes(await painted(40, 20).webp(90)));
    const told = await bringPictures(['/a.jpg', '/b', '/a.jpg'], ['/c.php?id=1'], []);
    expect(told.pictures).toEqual({ waiting: 3, loaded: 0, failed: 0, failures: [] });
    expect((await list()).summary.withMedia).toBe(0);
    expect(await loadPictures(context)).toEqual({ loaded: 3, failed: 0 });
    expect(await pictures()).toEqual({ waiting: 0, loaded: 3, failed: 0, failures: [] });
    const { items, summary } = await list();
    expect(items.map(({ media }: { media: object[] }) => media)).toMatchObject([
      [],
      [{ kind: 'photo', width: 40, height: 20 }],
      [
        { kind: 'photo', width: 480, height: 960 },
        { kind: 'photo', width: 30, height: 20 },
      ],
    ]);
    expect(summary).toMatchObject({ withMedia: 2, media: [{}, {}, {}] });
    const [upright, png] = items[2].media;
    const full = await open(upright.url);
    expect([full.status, full.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(full.text).not.toContain('SecretPhone');
    const small = await open(`${upright.url}?size=small`);
    expect(small.status).toBe(200);
    expect(small.text.length).toBeLessThan(full.text.length);
    expect((await open(png.url)).headers.get('content-type')).toBe('image/webp');
    // Nothing is asked for twice, and the clean-up takes none of it for left behind.
    expect(await loadPictures(context)).toEqual({ loaded: 0, failed: 0 });
    expect(host.asked.toSorted()).toEqual(['/a.jpg', '/b', '/c.php?id=1']);
    await removeUnusedUploads(context);
    expect(await uploads()).toHaveLength(3);
  });

  it('are loaded by a job of the server', async () => {
    const { context, host, bringPictures, pictures } = await ready();
    host.serve('/a.jpg', bytes(await jpeg()));
    await bringPictures(['/a.jpg']);
    const jobs = await startJobs(context);
    await expect.poll(pictures, { timeout: 30_000 }).toMatchObject({ waiting: 0, loaded: 1 });
    await jobs.stop();
  });

  it('are not loaded in a dry run', async () => {
    const { context, host, bring, look } = await ready();
    const file = looxFile(`1,Active,5,,Jo,,A,2025-01-01,77,,${host.origin}/a.jpg,,`);
    const { id } = await bring(file, true);
    await loadPictures(context);
    expect((await look(id))?.pictures).toEqual({ waiting: 0, loaded: 0, failed: 0, failures: [] });
    expect(host.asked).toEqual([]);
  });

  it('wait for the upload storage', async () => {
    const { context, clock, host, bringPictures, pictures, uploads } = await ready();
    host.serve('/a.jpg', bytes(await jpeg()));
    await bringPictures(['/a.jpg']);
    const put = () => Promise.reject(new Error('away'));
    await loadPictures({ ...context, uploads: { ...context.uploads, put } });
    expect(await pictures()).toMatchObject({ waiting: 1, loaded: 0 });
    expect(await uploads()).toEqual([]);
    clock.advance(60_000);
    await loadPictures(context);
    expect(await pictures()).toMatchObject({ waiting: 0, loaded: 1 });
  });

  it('are begun again after a killed process, but not for ever', async () => {
    const { context, clock, host, bringPictures, pictures, uploads, list } = await ready();
    host.serve('/a.jpg', bytes(await jpeg()));
    await bringPictures(['/a.jpg']);
    /** Dies after the bytes are stored, before anything says so. */
    const dying = (): Context => {
      const uploads = { ...context.uploads };
      let isDead = false;
      const withStore = <T>(...[storeId, work]: Parameters<typeof context.db.withStore<T>>) =>
        isDead ? Promise.reject(new Error('killed')) : context.db.withStore(storeId, work);
      uploads.put = async (...file) => {
        await context.uploads.put(...file);
        isDead = true;
      };
      return { ...context, uploads, db: { ...context.db, withStore } };
    };
    await expect(loadPictures(dying())).rejects.toThrow('killed');
    expect(await loadPictures(context)).toEqual({ loaded: 0, failed: 0 });
    clock.advance(pictureLease);
    expect(await loadPictures(context)).toEqual({ loaded: 1, failed: 0 });
    expect((await list()).items[0].media).toHaveLength(1);
    // What the killed one left belongs to nothing.
    clock.advance(86_400_000);
    expect(await uploads()).toHaveLength(2);
    await removeUnusedUploads(context);
    expect(await uploads()).toHaveLength(1);

    host.serve('/b.jpg', bytes(await jpeg(20, 20)));
    const { id } = await bringAnother();
    for (let times = 0; times < pictureTries.length + 1; times++) {
      await expect(loadPictures(dying())).rejects.toThrow('killed');
      clock.advance(pictureLease);
    }
    await loadPictures(context);
    expect(await pictures()).toMatchObject({ failed: 1, failures: [{ because: 'interrupted' }] });
    expect(id).not.toBe('');

    function bringAnother() {
      return bringPictures([], ['/b.jpg']);
    }
  });

  it('count no try that a stopping process breaks off', async () => {
    const { context, host, bringPictures, pictures } = await ready();
    const stopping = new AbortController();
    host.serve('/a.jpg', () => stopping.abort());
    await bringPictures(['/a.jpg']);
    expect(await loadPictures({ ...context, stopping: stopping.signal })).toEqual({ loaded: 0, failed: 0 });
    host.serve('/a.jpg', bytes(await jpeg()));
    expect(await loadPictures(context)).toEqual({ loaded: 1, failed: 0 });
    expect(await pictures()).toMatchObject({ loaded: 1 });
  });

  it('go with the import that brought them, also while they are loaded', async () => {
    const { context, store, host, bringPictures, pictures, staff, list, open, uploads, importId } =
      await ready();
    host.serve('/a.jpg', bytes(await jpeg()));
    await bringPictures(['/a.jpg'], ['/b.jpg']);
    const undo = () => staff('POST', `/v1/staff/review-imports/${importId()}/undo`);
    host.serve('/b.jpg', (response) => {
      undo().then(async () => bytes(await jpeg(20, 20))(response));
    });
    expect((await loadPictures(context, { atOnce: 1 })).failed).toBe(0);
    expect(await pictures()).toEqual({ waiting: 0, loaded: 0, failed: 0, failures: [] });
    await removeUnusedUploads(context);
    expect(await uploads()).toEqual([]);

    await bringPictures(['/a.jpg']);
    await loadPictures(context);
    const { url } = (await list()).items[0].media[0];
    const [{ storage_key: key = '' } = {}] = await uploads();
    const undone = await undo();
    expect(undone.json).toMatchObject({ state: 'undone', pictures: { loaded: 0 } });
    expect((await open(url)).status).toBe(404);
    expect((await list()).summary).toMatchObject({ count: 0, withMedia: 0 });
    await removeUnusedUploads(context);
    expect(await context.uploads.get(key)).toBeNull();
    const left = await context.db.withStore(store.id, (tx) =>
      tx.selectFrom('imported_pictures').selectAll().execute(),
    );
    expect(left).toEqual([]);
  });

  it('are hidden one by one by staff, and with reviews nobody sees', async () => {
    const { context, host, bring, bringPictures, list, open, staff, exported } = await ready();
    host.serve('/a.jpg', bytes(await jpeg()));
    host.serve('/b.jpg', bytes(await jpeg(20, 20)));
    await bringPictures(['/a.jpg', '/b.jpg', '/lost.jpg']);
    await loadPictures(context);
    const [review] = (await list()).items;
    const [first, second] = review.media;
    const act = (action: string, json: object = {}) =>
      staff('POST', `/v1/staff/reviews/${review.id}/${action}`, json);
    const written = async () =>
      /"([^"]*lost[^"]*)"|(http[^,]*lost[^,]*)/
        .exec(await exported('loox'))
        ?.slice(1)
        .find(Boolean);
    expect(await written()).toBe(`${host.origin}/lost.jpg,${first.url},${second.url}`);
    expect((await act('hide-media', { uploadId: first.id })).status).toBe(200);
    expect((await list()).items[0].media).toMatchObject([{ id: second.id }]);
    expect([(await open(first.url)).status, (await open(second.url)).status]).toEqual([404, 200]);
    expect(await written()).toBe(`${host.origin}/lost.jpg,${second.url}`);
    await act('hide', { reason: 'obscene' });
    expect((await open(second.url)).status).toBe(404);
    // What nobody sees here is written with where it was.
    expect(await written()).toBe(`${host.origin}/b.jpg,${host.origin}/lost.jpg`);
    await act('undo');
    await act('show-media', { uploadId: first.id });
    expect((await list()).items[0].media).toHaveLength(2);

    // Of a review that waits they are loaded as well, and are seen with it.
    await bring(looxFile(`9,Waiting,4,,Jo,,Later,2025-02-01,77,,${host.origin}/b.jpg,,`));
    expect(await loadPictures(context)).toEqual({ loaded: 1, failed: 0 });
    expect((await list()).summary.count).toBe(1);
    const waiting = await staff('GET', '/v1/staff/reviews?moderation=pending');
    expect((await staff('POST', `/v1/staff/reviews/${waiting.json.items[0].id}/approve`, {})).status).toBe(
      200,
    );
    expect((await list()).items[0].media).toHaveLength(1);
  });

  it('are a few at once, and each store has its turn', async () => {
    const one = await ready();
    const other = await ready();
    const answer = bytes(await jpeg());
    const paths = Array.from({ length: 20 }, (_, index) => `/${index}.jpg`);
    for (const path of paths) one.host.serve(path, answer);
    other.host.serve('/x.jpg', (response) => {
      // The large import of the first shop has begun and is not done.
      expect(one.host.asked.length).toBeLessThan(paths.length);
      answer(response);
    });
    await one.bringPictures(paths.slice(0, 10), paths.slice(10));
    await other.bringPictures(['/x.jpg']);
    expect(await loadPictures(one.context)).toEqual({ loaded: 21, failed: 0 });
    expect(one.host.mostAtOnce()).toBeLessThanOrEqual(4);
    expect(await loadPictures(one.context, { patience: 0 })).toEqual({ loaded: 0, failed: 0 });
  });

  it('are loaded once, however many processes there are', async () => {
    const backend = await database();
    const { context, host, bringPictures, pictures, uploads } = await openPictureShop(backend);
    const answer = bytes(await jpeg());
    const paths = Array.from({ length: 30 }, (_, index) => `/${index}.jpg`);
    for (const path of paths) host.serve(path, answer);
    await bringPictures(paths.slice(0, 10), paths.slice(10, 20), paths.slice(20));
    // Both see one storage, as processes of one backend do.
    const second =
      kind === 'postgres' ? { ...(await backend.secondProcess()), uploads: context.uploads } : context;
    const reports = await Promise.all([loadPictures(context), loadPictures(second)]);
    expect(reports.reduce((sum, { loaded }) => sum + loaded, 0)).toBe(30);
    expect(host.asked.toSorted()).toEqual(paths.toSorted());
    expect(await pictures()).toMatchObject({ waiting: 0, loaded: 30, failed: 0 });
    expect(await uploads()).toHaveLength(30);
  });
});
