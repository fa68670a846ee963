import { expect, it } from 'vitest';
import { describeOnBothDatabases, type TestBackend } from '../../testing/backend.ts';
import { jpeg } from '../../testing/pictures.ts';
import { film, told } from '../../uploads/testing/videos.ts';
import { openReviewShop, type ReviewShop } from '../testing/shop.ts';

/** A review with the files, and where everybody finds them. */
async function withMedia(backend: TestBackend, files: readonly Uint8Array[]) {
  const shop = await openReviewShop(backend, (policy) => ({
    ...policy,
    form: { ...policy.form, photos: 'optional', videos: 'optional' },
  }));
  const review = await shop.write({ stars: 3 });
  const uploads: string[] = [];
  for (const bytes of files) {
    const answer = await review.call('POST', '/v1/uploads?purpose=review', { body: new Uint8Array(bytes) });
    if (answer.status !== 201) throw new Error(answer.text);
    uploads.push(answer.json.id);
  }
  const edited = await review.call('PUT', `/v1/reviews/${review.id}`, {
    json: { stars: 3, name: null, uploads },
  });
  if (edited.status !== 200) throw new Error(edited.text);
  return { shop, review, uploads };
}

const open = (shop: ReviewShop, uploadId: string, query = '', headers: Record<string, string> = {}) =>
  shop.send('GET', `/v1/review-media/${shop.shop.store.publishableKey}/${uploadId}${query}`, { headers });

describeOnBothDatabases('photos and videos of reviews', (database) => {
  it('are seen by everybody as long as they and their review are shown', async () => {
    const { shop, review, uploads } = await withMedia(await database(), [await jpeg(960, 480), film()]);
    const [photo = '', video = ''] = uploads;
    const { json } = await shop.list('product=p1');
    expect(json.items[0].media).toMatchObject([
      { id: photo, kind: 'photo', width: 960, height: 480 },
      { id: video, kind: 'video', width: 1920, height: 1080 },
    ]);
    expect(json.summary).toMatchObject({
      withMedia: 1,
      media: [{ reviewId: review.id }, { reviewId: review.id }],
    });
    const seen = async () => [(await open(shop, photo)).status, (await open(shop, video)).status];
    expect(await seen()).toEqual([200, 200]);

    await shop.act(review.id, 'hide-media', { uploadId: photo });
    expect(await seen()).toEqual([404, 200]);
    expect((await shop.list('product=p1')).json.items[0].media).toMatchObject([{ id: video }]);
    await shop.act(review.id, 'show-media', { uploadId: photo });
    await shop.act(review.id, 'hide', { reason: 'obscene' });
    expect(await seen()).toEqual([404, 404]);
    await shop.act(review.id, 'show');
    expect(await seen()).toEqual([200, 200]);
    await review.call('POST', `/v1/reviews/${review.id}/withdrawal`);
    expect(await seen()).toEqual([404, 404]);
  });

  it('are shown as what they are and run nothing, small where that is asked for', async () => {
    const { shop, uploads } = await withMedia(await database(), [await jpeg(960, 480)]);
    const [photo = ''] = uploads;
    const [full, small] = [await open(shop, photo), await open(shop, photo, '?size=small')];
    for (const { headers } of [full, small]) {
      expect(headers.get('content-type')).toBe('image/jpeg');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('content-disposition')).toMatch(/^inline/);
    }
    const length = ({ headers }: typeof full) => Number(headers.get('content-length'));
    expect(length(small)).toBeLessThan(length(full));
    const etag = full.headers.get('etag') ?? '';
    expect((await open(shop, photo, '', { 'If-None-Match': etag })).status).toBe(304);
  });

  it('play from any moment, and tell neither where nor when they were filmed', async () => {
    const { shop, uploads } = await withMedia(await database(), [film()]);
    const [video = ''] = uploads;
    const whole = await open(shop, video);
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    for (const word of told) expect(whole.text).not.toContain(word);
    const part = await open(shop, video, '', { Range: 'bytes=4-7' });
    expect([part.status, part.text]).toEqual([206, 'ftyp']);
  });

  it('are found by no other shop, no other order and no other purpose', async () => {
    const backend = await database();
    const { shop, uploads } = await withMedia(backend, [await jpeg(9, 9)]);
    const [photo = ''] = uploads;
    const other = await openReviewShop(backend);
    expect((await open(other, photo)).status).toBe(404);
    const stranger = await shop.write();
    const stolen = await stranger.call('PUT', `/v1/reviews/${stranger.id}`, {
      json: { stars: 3, name: null, uploads: [photo] },
    });
    expect(stolen.json.code).toBe('upload_unknown');
    const sent = await stranger.call('POST', '/v1/uploads?purpose=return', { body: new Uint8Array(film()) });
    expect([sent.status, sent.json.code]).toEqual([415, 'upload_type']);
  });
});
