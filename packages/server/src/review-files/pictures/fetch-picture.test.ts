import { StaffReview } from '@postlude/contract';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { flatPng, jpeg } from '../../testing/pictures.ts';
import { bytes, endless, type PictureAnswer, redirect } from '../testing/picture-host.ts';
import { openPictureShop } from '../testing/picture-shop.ts';
import { looxFile } from '../testing/shop.ts';
import { loadPictures, pictureTries } from './load-pictures.ts';

describeOnBothDatabases('pictures that do not come', (database) => {
  const ready = async () => openPictureShop(await database());

  it('are followed to where they moved, but not into a network that is closed', async () => {
    const { context, host, bringPictures, pictures, list } = await ready();
    host.serve('/moved', redirect('/here'));
    host.serve('/here', bytes(await jpeg()));
    host.serve('/inside', redirect('https://10.0.0.1/admin'));
    host.serve('/metadata', redirect('https://169.254.169.254/latest'));
    host.serve('/plain', redirect('http://example.com/a.jpg'));
    host.serve('/file', redirect('file:///etc/passwd'));
    host.serve('/round', redirect('/round'));
    await bringPictures(['/moved', '/inside', '/metadata', '/plain', '/file', '/round', 'http://10.0.0.1/a']);
    await loadPictures(context);
    const told = await pictures();
    expect(told?.failures.map(({ url, because }) => [url.replace(host.origin, ''), because])).toEqual([
      ['/inside', 'refused'],
      ['/metadata', 'refused'],
      ['/plain', 'not_https'],
      ['/file', 'not_https'],
      ['/round', 'redirects'],
      ['http://10.0.0.1/a', 'not_https'],
    ]);
    expect((await list()).items[0].media).toHaveLength(1);
    expect(host.asked.filter((path) => path === '/round')).toHaveLength(6);
  });

  it('reach nothing of this machine unless it is allowed', async () => {
    const { context, host, bringPictures, pictures } = await ready();
    host.serve('/a.jpg', bytes(await jpeg()));
    await bringPictures(['/a.jpg', host.origin.replace('127.0.0.1', 'localhost')]);
    await loadPictures({ ...context, config: { ...context.config, outgoingNetworks: [] } });
    expect(await pictures()).toMatchObject({
      failed: 2,
      failures: [{ because: 'refused' }, { because: 'refused' }],
    });
    expect(host.asked).toEqual([]);
  });

  it('are given up at once for what waiting does not mend', async () => {
    const { context, host, bringPictures, pictures, uploads } = await ready();
    host.serve('/page', bytes('<!doctype html><title>Sign in</title>', 'image/jpeg'));
    host.serve('/pixels', bytes(flatPng(20, 20, { width: 9_000, height: 9_000 })));
    host.serve('/cut', bytes((await jpeg()).subarray(0, 300)));
    host.serve('/endless', endless());
    host.serve('/gone', (response) => response.writeHead(410).end());
    host.serve('/long', (response) => {
      response.writeHead(200, { 'content-length': 11 * 1024 * 1024 }).flushHeaders();
    });
    await bringPictures(['/nowhere', '/gone', '/page', '/pixels', '/cut', '/endless', '/long']);
    await loadPictures(context);
    const told = await pictures();
    expect(told).toMatchObject({ waiting: 0, loaded: 0, failed: 7 });
    expect(told?.failures.map(({ because, status }) => [because, status])).toEqual([
      ['not_found', 404],
      ['not_found', 410],
      ['no_picture', null],
      ['too_large', null],
      ['damaged', null],
      ['too_large', null],
      ['too_large', null],
    ]);
    expect(await uploads()).toEqual([]);
  });

  it('are no more than a review may have of its own', async () => {
    const { context, host, bringPictures, pictures, staff, list, exported } = await ready();
    const picture = await jpeg();
    const paths = Array.from({ length: 12 }, (_, index) => `/${index}.jpg`);
    for (const path of paths) host.serve(path, bytes(picture));
    await bringPictures(paths);
    await loadPictures(context);
    expect(await pictures()).toEqual({
      waiting: 0,
      loaded: 10,
      failed: 2,
      failures: paths.slice(10).map((path) => ({
        reviewId: expect.stringMatching(/^rev_/),
        url: host.origin + path,
        because: 'too_many',
        status: null,
      })),
    });
    const [review] = (await list()).items;
    expect(review.media).toHaveLength(10);
    const { json } = await staff('GET', `/v1/staff/reviews/${review.id}`);
    expect(StaffReview.parse(json).review.uploads.map(({ upload }) => upload.id)).toEqual(
      review.media.map(({ id }: { id: string }) => id),
    );
    expect(await exported('loox')).toContain(`"${host.origin}/10.jpg,${host.origin}/11.jpg,http`);
  });

  it('are begun anew when their file is imported once more, not in a dry run', async () => {
    const { context, host, bring, look, list } = await ready();
    const file = looxFile(
      `1,Active,5,,Jo,,A,2025-01-01,77,,"${host.origin}/a.jpg,${host.origin}/b.jpg",,`,
      `2,Active,5,,Jo,,B,2025-01-02,77,,${host.origin}/c.jpg,,`,
    );
    host.serve('/a.jpg', bytes(await jpeg()));
    const { id } = await bring(file);
    const pictures = async () => (await look(id))?.pictures;
    await loadPictures(context);
    expect(await pictures()).toMatchObject({ waiting: 0, loaded: 1, failed: 2 });
    host.serve('/b.jpg', bytes(await jpeg(20, 20)));
    await bring(file, true);
    expect(await loadPictures(context)).toEqual({ loaded: 0, failed: 0 });
    const again = await bring(file);
    expect(again).toMatchObject({ added: 0, known: 2, pictures: { waiting: 0 } });
    expect(await pictures()).toMatchObject({ waiting: 2, loaded: 1, failed: 0 });
    expect(await loadPictures(context)).toEqual({ loaded: 1, failed: 1 });
    expect((await list()).items.map(({ media }: { media: object[] }) => media.length)).toEqual([0, 2]);
    expect(await pictures()).toMatchObject({ waiting: 0, loaded: 2, failed: 1 });
  });

  it('are tried again after pauses, and given up after the last', async () => {
    const { context, clock, host, bringPictures, pictures, list } = await ready();
    const wrong: PictureAnswer = (response) => response.writeHead(500).end();
    host.serve('/later', wrong);
    host.serve('/never', wrong);
    host.serve('/slow', (response) => response.writeHead(200).write('\xff'));
    await bringPictures(['/later', '/never', '/slow']);
    const run = () => loadPictures(context, { timeout: 200 });
    expect(await run()).toEqual({ loaded: 0, failed: 3 });
    expect(await pictures()).toEqual({ waiting: 3, loaded: 0, failed: 0, failures: [] });
    clock.advance(59_000);
    expect(await run()).toEqual({ loaded: 0, failed: 0 });
    host.serve('/later', bytes(await jpeg()));
    clock.advance(1_000);
    expect(await run()).toEqual({ loaded: 1, failed: 2 });
    expect((await list()).items[0].media).toHaveLength(1);
    for (const pause of pictureTries.slice(1)) {
      expect(await pictures()).toMatchObject({ waiting: 2, failed: 0 });
      clock.advance(pause);
      expect(await run()).toEqual({ loaded: 0, failed: 2 });
    }
    expect(await pictures()).toMatchObject({
      waiting: 0,
      loaded: 1,
      failed: 2,
      failures: [
        { url: `${host.origin}/never`, because: 'status', status: 500 },
        { url: `${host.origin}/slow`, because: 'timeout', status: null },
      ],
    });
    expect(host.asked.filter((path) => path === '/never')).toHaveLength(4);
  });
});
