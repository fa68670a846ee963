import { reviewFormats } from '@postlude/contract';
import { expect, it } from 'vitest';
import { openReviewShop } from '../reviews/testing/shop.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { readReviewFile } from './import-reading.ts';
import { startReviewImport } from './start-import.ts';
import { faultsOfFeed } from './testing/check-feed.ts';
import { readReviewImport } from './view.ts';

describeOnBothDatabases('what shoppers wrote here', (open) => {
  const shop = async () => {
    const backend = await open();
    const opened = await openReviewShop(backend, (policy) => ({
      ...policy,
      form: { ...policy.form, store: true },
    }));
    await opened.staff('PUT', '/v1/staff/products/by-external-id/p1', {
      title: 'Mug',
      productUrl: 'https://shop.example.com/mug',
      variants: [],
    });
    const { context } = backend;
    const { store, secretKey } = opened.shop;
    const bring = async (file: string) => {
      const wishes = { dryRun: false, format: null, name: null };
      const { id } = await startReviewImport(context, store.id, new TextEncoder().encode(file), wishes);
      await readReviewFile(context, store.id, id);
      return context.db.withStore(store.id, (tx) => readReviewImport(tx, store.id, id));
    };
    const exported = async (format: string) =>
      (await opened.send('GET', `/v1/staff/review-exports?format=${format}`, { key: secretKey })).text;
    const feed = async () =>
      (await opened.send('GET', `/feeds/${store.publishableKey}/google-product-reviews.xml`)).text;
    return { ...opened, bring, exported, feed };
  };

  it.each(reviewFormats)(
    'is known when it comes back in a file of %s, and the shop itself is in none',
    async (format) => {
      const { write, bring, exported } = await shop();
      await write({ title: 'Warm', text: '=keeps "tea" hot,\nfor hours' });
      await write({ stars: 1, text: 'Broke' });
      await write({ text: 'Kind people' }, true);
      const file = await exported(format);
      expect(file).not.toContain('Kind people');
      expect(await bring(file)).toMatchObject({ read: 2, added: 0, known: 2, bad: 0 });
    },
  );

  it('is in the feed as verified, and says neither order nor person', async () => {
    const { write, feed } = await shop();
    const written = await write({ text: 'Keeps tea hot', pros: ['light'], cons: ['dear'], name: null });
    const text = await feed();
    expect(faultsOfFeed(text)).toEqual([]);
    expect(text).toContain('<is_verified_purchase>true</is_verified_purchase>');
    expect(text).toContain('<name is_anonymous="true">Anonymous</name>');
    expect(text).toContain('<pros><pro>light</pro></pros><cons><con>dear</con></cons>');
    expect(text).toMatch(/<transaction_id>[0-9a-f]{32}<\/transaction_id>/);
    expect(text).not.toContain(written.orderId);
    expect((await written.call('POST', `/v1/reviews/${written.id}/withdrawal`)).status).toBe(200);
    expect(await feed()).not.toContain('Keeps tea hot');
  });
});
