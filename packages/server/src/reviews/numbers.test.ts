import type { ReviewSummary } from '@postlude/contract';
import { expect, it } from 'vitest';
import { looxFile, openFileShop } from '../review-files/testing/shop.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openReviewShop, type ReviewShop } from './testing/shop.ts';

const numbersOf = async (shop: ReviewShop, query: string): Promise<ReviewSummary> =>
  (await shop.list(query)).json.summary;

describeOnBothDatabases('the numbers of reviews', (open) => {
  it('are those of the reviews, however many change and are read at the same moment', async () => {
    const shop = await openReviewShop(await open(), (policy) => ({
      ...policy,
      moderation: { ...policy.moderation, publish: 'after_approval' },
    }));
    const reviews = [];
    for (const stars of [1, 2, 3, 4, 5, 5]) reviews.push(await shop.write({ stars, recommend: stars > 2 }));
    let expected = 0;
    for (const round of ['approve', 'hide', 'show', 'hide']) {
      await Promise.all(
        reviews.flatMap(({ id }) => [
          shop.act(id, round, round === 'hide' ? { reason: 'spam' } : {}),
          shop.list('product=p1'),
          shop.list(),
        ]),
      );
      expected = round === 'hide' ? 0 : reviews.length;
      for (const query of ['product=p1', '']) {
        expect((await numbersOf(shop, query)).count).toBe(expected);
        expect((await numbersOf(shop, query)).count).toBe(expected);
      }
    }
    expect(expected).toBe(0);
  });

  it('follow an edit in everything that is counted, and what of it is the product’s alone', async () => {
    const shop = await openReviewShop(await open(), (policy) => ({
      ...policy,
      form: {
        ...policy.form,
        store: true,
        scales: [
          { id: 'fit', label: { en: 'Fit' }, low: { en: 'Small' }, high: { en: 'Large' }, mode: 'optional' },
        ],
      },
    }));
    const { id, call } = await shop.write({ stars: 2, recommend: false, scales: { fit: 2 } });
    await shop.write({ stars: 5, recommend: true, scales: { fit: 5 } });
    await shop.write({ stars: 1 }, true);
    expect(await numbersOf(shop, 'product=p1')).toMatchObject({
      buckets: [0, 1, 0, 0, 1],
      recommend: { yes: 1, of: 2 },
      scales: [{ id: 'fit', value: 3.5, count: 2 }],
    });
    await call('PUT', `/v1/reviews/${id}`, {
      json: { stars: 4, name: 'Mia H.', recommend: true, scales: { fit: 4 } },
    });
    expect(await numbersOf(shop, 'product=p1')).toMatchObject({
      count: 2,
      verified: 2,
      buckets: [0, 0, 0, 1, 1],
      recommend: { yes: 2, of: 2 },
      scales: [{ id: 'fit', value: 4.5, count: 2 }],
    });
    expect((await numbersOf(shop, 'subject=store')).buckets).toEqual([1, 0, 0, 0, 0]);
  });

  it('follow an import and its undoing, and keep nothing of products that do not exist', async () => {
    const backend = await open();
    const files = await openFileShop(backend);
    const { send } = files;
    const { publishableKey, id: storeId } = files.store;
    const count = async (product: string) =>
      (await send('GET', `/v1/reviews?store=${publishableKey}&product=${product}`)).json.summary.count;
    expect(await count('p1')).toBe(0);
    const report = await files.bring(
      looxFile(
        '1,Active,5,a@b.example,Jo,,Good,2025-01-01T10:00:00Z,p1,,,,true',
        '2,Active,1,b@b.example,Jo,,Bad,2025-01-02T10:00:00Z,p1,,,,true',
        '3,Hidden,1,c@b.example,Jo,,Worse,2025-01-02T10:00:00Z,p1,,,,true',
      ),
    );
    expect([await count('p1'), await count('p1'), await count('nothing')]).toEqual([2, 2, 0]);
    const kept = () =>
      backend.context.db.withStore(storeId, (tx) =>
        tx.selectFrom('review_numbers').select('product_id').execute(),
      );
    expect((await kept()).map(({ product_id }) => product_id).toSorted()).toEqual(['', 'p1']);
    const path = `/v1/staff/review-imports/${report.id}/undo`;
    expect((await send('POST', path, { key: files.secretKey })).status).toBe(200);
    expect(await count('p1')).toBe(0);
  });
});
