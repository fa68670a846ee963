import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { faultsOfFeed } from './testing/check-feed.ts';
import { looxFile, openFileShop } from './testing/shop.ts';

describeOnBothDatabases('the feed for Google at its address', (open) => {
  const shop = async () => {
    const opened = await openFileShop(await open());
    const { context, store, send, secretKey } = opened;
    const path = `/feeds/${store.publishableKey}/google-product-reviews.xml`;
    const feed = () => send('GET', path);
    const report = async (query = '') =>
      (await send('GET', `/v1/staff/review-feed${query}`, { key: secretKey })).json;
    const change = (text: string, values: object) =>
      context.db.withStore(store.id, (tx) =>
        tx.updateTable('reviews').set(values).where('text', '=', text).execute(),
      );
    return { ...opened, feed, report, change };
  };
  const review = (id: number, stars: number, text: string, product = '9007199254740993', at = '2026-11-20') =>
    `${id},Active,${stars},mara@example.com,Mara O.,,${text},${at},${product},,,,true`;

  it('keeps the schema, has low stars as well, and says nothing of who a reviewer is', async () => {
    const { bring, feed, store } = await shop();
    await bring(
      looxFile(review(1, 1, 'Broke & <b>burnt</b>'), review(2, 5, 'Good'), review(3, 4, 'Bright', '77')),
    );
    const answer = await feed();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(faultsOfFeed(answer.text)).toEqual([]);
    expect(answer.text.match(/<review>/g)).toHaveLength(3);
    expect(answer.text).toContain('<overall min="1" max="5">1</overall>');
    expect(answer.text).toContain('Broke &#38; &#60;b&#62;burnt&#60;/b&#62;');
    expect(answer.text).toContain('<gtins><gtin>04006381333931</gtin></gtins><skus><sku>M-1</sku></skus>');
    expect(answer.text).toContain('<is_verified_purchase>false</is_verified_purchase>');
    expect(answer.text).toContain('<collection_method>unsolicited</collection_method>');
    expect(answer.text).toContain(`<publisher><name>${store.name}</name></publisher>`);
    expect(answer.text).not.toContain('mara@example.com');
    const ids = new Set(answer.text.match(/<reviewer_id>[0-9a-f]{32}<\/reviewer_id>/g));
    expect(ids.size).toBe(1);
  });

  it('has no hidden, waiting and withdrawn ones, and marks those that were rejected as spam', async () => {
    const { bring, feed, change } = await shop();
    await bring(
      looxFile(...['shown', 'hidden', 'withdrawn', 'spam', 'rude'].map((text, at) => review(at, 3, text))),
    );
    await change('hidden', { visibility: 'hidden', published_at: null });
    await change('withdrawn', { visibility: 'withdrawn', published_at: null });
    const rejected = (reason: string) => ({
      moderation: 'rejected',
      rejected: JSON.stringify({ reason, note: null }),
      published_at: null,
    });
    await change('spam', rejected('spam'));
    await change('rude', rejected('obscene'));
    const { text } = await feed();
    expect(faultsOfFeed(text)).toEqual([]);
    expect(
      [...text.matchAll(/<content>(\w+)<\/content>.*?<is_spam>(\w+)</g)].map((found) => found.slice(1)),
    ).toEqual([
      ['shown', 'false'],
      ['spam', 'true'],
    ]);
  });

  it('is read in steps, and whole', async () => {
    const { bring, feed, report } = await shop();
    const many = Array.from({ length: 1_203 }, (_, index) => review(index, (index % 5) + 1, `Said ${index}`));
    await bring(looxFile(...many));
    const { text } = await feed();
    expect(faultsOfFeed(text)).toEqual([]);
    expect(text.match(/<review>/g)).toHaveLength(1_203);
    expect(await report()).toMatchObject({ reviews: 1_203, products: 1, warnings: [] });
  });

  it('is reported with what Google will not like, in the language asked for', async () => {
    const { bring, report, store, clock, feed } = await shop();
    expect(await report()).toMatchObject({
      reviews: 0,
      newestAt: null,
      warnings: [{ code: 'few_reviews', count: 0 }],
    });
    await bring(
      looxFile(
        review(1, 5, 'Good'),
        review(2, 5, 'Bright', '77'),
        review(3, 5, '', '77'),
        review(4, 5, 'Nowhere', 'sold-no-more'),
      ),
    );
    clock.set('2026-12-31T00:00:00Z');
    const told = await report('?locale=en');
    expect(told).toMatchObject({
      url: `https://post.example.com/feeds/${store.publishableKey}/google-product-reviews.xml`,
      reviews: 2,
      products: 2,
      spam: 0,
      newestAt: '2026-11-20T00:00:00.000Z',
    });
    expect(told.warnings.map(({ code, count }: { code: string; count: number }) => [code, count])).toEqual([
      ['few_reviews', 2],
      ['stale', 41],
      ['no_identifiers', 1],
      ['no_address', 1],
      ['no_text', 1],
    ]);
    expect((await report('?locale=de-AT')).warnings[0].words).toContain('Bewertungen');
    expect((await feed()).text.match(/<review>/g)).toHaveLength(2);
  });

  it('is of a store that is there, and not fetched without end', async () => {
    const { send, feed } = await shop();
    expect((await send('GET', '/feeds/pk_nobody/google-product-reviews.xml')).status).toBe(404);
    let refused = 0;
    for (let times = 0; times < 25; times++) if ((await feed()).status === 429) refused += 1;
    expect(refused).toBe(5);
  });
});
