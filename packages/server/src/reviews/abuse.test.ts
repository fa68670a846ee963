import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openReviewShop } from './testing/shop.ts';

describeOnBothDatabases('somebody who means no good', (open) => {
  it('writes pictures as words, and cannot be named by them', async () => {
    const shop = await openReviewShop(await open());
    const { id } = await shop.write({ text: '👩‍👩‍👧👍🏽' });
    expect((await shop.list('product=p1')).json.items).toMatchObject([{ id, text: '👩‍👩‍👧👍🏽' }]);
    await expect(shop.write({ name: '👍🏽' })).rejects.toThrow('review_incomplete');
    await expect(shop.write({ name: '\u200b\u202e' })).rejects.toThrow('review_incomplete');
  });

  it('finds markup read as words by everybody, and nothing that turns or hides a name', async () => {
    const shop = await openReviewShop(await open());
    const text = '</script><img src=x onerror=alert(1)>';
    const { id } = await shop.write({ name: 'Mi\u202ea\u200b H.', title: '<b>Mug</b>', text });
    await shop.act(id, 'approve');
    const [review] = (await shop.list('product=p1')).json.items;
    expect(review).toMatchObject({ name: 'Mia H.', title: '<b>Mug</b>', text });
    const { json, headers } = await shop.staff('GET', `/v1/staff/reviews/${id}`);
    expect(json.flags).toEqual(['odd_characters']);
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('sends no million of characters and no hundred photos, neither as a review nor as a draft', async () => {
    const shop = await openReviewShop(await open());
    const { id, orderId, call } = await shop.write();
    const endless = 'x'.repeat(1_000_000);
    const uploads = Array.from({ length: 100 }, (_, one) => `upl_${one.toString(16).padStart(32, '0')}`);
    for (const content of [{ text: endless }, { uploads }, { pros: Array(11).fill('good') }]) {
      const json = { stars: 5, name: null, ...content };
      expect([413, 422]).toContain((await call('PUT', `/v1/reviews/${id}`, { json })).status);
      const drafts = { drafts: { store: { stars: 5, ...content } } };
      const path = `/v1/orders/${orderId}/review-drafts`;
      expect([413, 422]).toContain((await call('PUT', path, { json: drafts })).status);
    }
    expect((await shop.list('product=p1')).json.items).toMatchObject([{ id, stars: 4, text: null }]);
  });

  it('says the same in another review, which is looked at first', async () => {
    const shop = await openReviewShop(await open());
    const text = 'The best mug I have ever bought, truly!';
    await shop.write({ text });
    const copy = await shop.write({ text: `${text.toUpperCase()} ...` });
    expect((await shop.list('product=p1')).json.items).toHaveLength(1);
    const waiting = (await shop.staff('GET', '/v1/staff/reviews?flag=duplicate_text')).json.items;
    expect(waiting).toMatchObject([{ id: copy.id, moderation: 'pending' }]);
  });

  it('guesses at ids of reviews, votes on and reports what is not public, and looks into other shops, for nothing', async () => {
    const backend = await open();
    const [shop, other] = [await openReviewShop(backend), await openReviewShop(backend)];
    const { id } = await shop.write();
    expect((await other.vote(id, true)).status).toBe(404);
    expect((await other.report(id, {})).status).toBe(404);
    expect((await other.act(id, 'hide', { reason: 'spam' })).status).toBe(404);
    expect((await other.list('product=p1')).json.items).toEqual([]);
    expect((await shop.vote('rev_00000000000000000000000000000000', true)).status).toBe(404);
    expect((await shop.list('product=p1&cursor=WzFd')).status).toBe(422);
    expect((await shop.list("product=p1'%20or%201=1--")).json.items).toEqual([]);
    expect((await shop.list('product=p1')).json.items).toMatchObject([{ id, helpful: 0 }]);
  });
});
