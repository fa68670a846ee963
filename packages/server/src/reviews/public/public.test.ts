import type { PublicReview } from '@postlude/contract';
import { expect, it } from 'vitest';
import { keptMails, withMail } from '../../mail/testing/kept-mails.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openReviewShop } from '../testing/shop.ts';

const starsOf = (items: readonly PublicReview[]) => items.map(({ stars }) => stars);

describeOnBothDatabases('reviews as everybody sees them', (open) => {
  it('are listed newest first with all of them in numbers, and by any of the other orders, page by page', async () => {
    const shop = await openReviewShop(await open());
    for (const [place, stars] of [3, 5, 1, 4, 5].entries()) {
      shop.backend.clock.set(`2026-06-0${place + 1}T09:00:00Z`);
      await shop.write({ stars, text: `Written on day ${place + 1} about this mug.` });
    }
    const { json } = await shop.list('product=p1');
    expect(starsOf(json.items)).toEqual([5, 4, 1, 5, 3]);
    expect(json).toMatchObject({ sort: 'newest', next: null });
    expect(json.summary).toMatchObject({
      count: 5,
      average: 3.6,
      buckets: [1, 0, 1, 1, 2],
      verified: 5,
      incentivised: 0,
      imported: 0,
    });
    for (const [sort, stars] of [
      ['highest', [5, 5, 4, 3, 1]],
      ['lowest', [1, 3, 4, 5, 5]],
    ] as const) {
      const pages: number[] = [];
      let cursor = '';
      do {
        // The cursor remembers the order of its list.
        const query =
          cursor === '' ? `product=p1&sort=${sort}&limit=2` : `product=p1&limit=2&cursor=${cursor}`;
        const page = await shop.list(query);
        expect(page.json.sort).toBe(sort);
        expect(page.json.summary === null).toBe(cursor !== '');
        pages.push(...starsOf(page.json.items));
        cursor = page.json.next ?? '';
      } while (cursor !== '');
      expect(pages).toEqual(stars);
    }
    expect(starsOf((await shop.list('product=p1&stars=5')).json.items)).toEqual([5, 5]);
    expect(starsOf((await shop.list('product=p1&q=DAY+3')).json.items)).toEqual([1]);
    expect((await shop.list('product=p1&q=100%25_')).json.items).toEqual([]);
    expect((await shop.list('product=p2')).json).toMatchObject({
      items: [],
      summary: { count: 0, average: null, jsonLd: null },
    });
  });

  it('answer with nothing new as long as nothing is', async () => {
    const shop = await openReviewShop(await open());
    await shop.write();
    const first = await shop.list('product=p1');
    const etag = first.headers.get('etag') ?? '';
    const path = `/v1/reviews?store=${shop.shop.store.publishableKey}&product=p1`;
    expect((await shop.send('GET', path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('tell search engines of a product, and never of the shop itself', async () => {
    const shop = await openReviewShop(await open(), (policy) => ({
      ...policy,
      form: { ...policy.form, store: true },
    }));
    await shop.write({ name: 'N'.repeat(60), text: 'Good.', title: 'Fine', pros: ['warm'] });
    await shop.write({ name: null, stars: 1 });
    await shop.write({ stars: 5 }, true);
    const { jsonLd } = (await shop.list('product=p1')).json.summary;
    expect(jsonLd).toMatchObject({
      '@type': 'Product',
      name: 'Mug',
      aggregateRating: { ratingValue: 2.5, reviewCount: 2 },
    });
    // Who is anonymous counts and is not listed: an author needs a name.
    expect(jsonLd.review).toHaveLength(1);
    expect(jsonLd.review[0]).toMatchObject({ author: { name: 'N'.repeat(60) }, reviewBody: 'Good.' });
    const ofShop = (await shop.list('subject=store')).json;
    expect(ofShop.summary).toMatchObject({ count: 1, average: 5, jsonLd: null });
    expect(ofShop.items[0].product).toBeNull();
    expect((await shop.list()).json.summary).toMatchObject({ count: 2, jsonLd: null });
  });

  it('take one vote of a device, and take it back', async () => {
    const shop = await openReviewShop(await open());
    const { id } = await shop.write();
    expect((await shop.vote(id, true)).json).toEqual({ helpful: 1, mine: true });
    expect((await shop.vote(id, true)).json).toEqual({ helpful: 1, mine: true });
    expect((await shop.vote(id, true, '203.0.113.8')).json).toEqual({ helpful: 2, mine: true });
    expect((await shop.list('product=p1')).json.items[0].helpful).toBe(2);
    expect((await shop.vote(id, false)).json).toEqual({ helpful: 1, mine: false });
    expect((await shop.vote(id, false)).json).toEqual({ helpful: 1, mine: false });
    const kept = await shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
      tx.selectFrom('review_votes').selectAll().execute(),
    );
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('203.0.113');
  });

  it('take the votes of many at once as one each', async () => {
    const shop = await openReviewShop(await open());
    const { id } = await shop.write();
    const votes = Array.from({ length: 12 }, (_, one) => shop.vote(id, true, `203.0.113.${one % 4}`));
    await Promise.all(votes);
    expect((await shop.list('product=p1')).json.items[0].helpful).toBe(4);
  });

  it('stop a flood of votes and of reports from one address, and nobody else', async () => {
    const shop = await openReviewShop(await open());
    const { id } = await shop.write();
    const votes: number[] = [];
    for (let one = 0; one < 62; one += 1) votes.push((await shop.vote(id, one % 2 === 0)).status);
    expect(votes.slice(0, 60)).toEqual(Array(60).fill(200));
    expect(votes.slice(60)).toEqual([429, 429]);
    const reports: number[] = [];
    for (let one = 0; one < 11; one += 1) reports.push((await shop.report(id, {})).status);
    expect(reports).toEqual([...Array(10).fill(201), 429]);
    expect((await shop.vote(id, true, '203.0.113.8')).status).toBe(200);
    expect((await shop.report(id, {}, '203.0.113.8')).status).toBe(201);
  });

  it('can be reported: shown on until somebody has looked, with a receipt for whoever left an address', async () => {
    const shop = await openReviewShop(withMail(await open()));
    const { id } = await shop.write();
    const lacking = await shop.report(id, { reason: 'illegal' });
    expect(lacking.status).toBe(422);
    expect(Object.keys(lacking.json.fields).sort()).toEqual(['email', 'explanation', 'goodFaith', 'name']);
    const notice = {
      reason: 'illegal',
      explanation: 'It names me.\u202e',
      name: 'Ida',
      email: 'ida@example.org',
      goodFaith: true,
      locale: 'de',
    } as const;
    const taken = await shop.report(id, notice);
    expect(taken.status).toBe(201);
    expect((await shop.list('product=p1')).json.items).toHaveLength(1);
    const [mail, ...others] = await keptMails(shop.backend, shop.shop.store.id);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'ida@example.org', subject: 'Ihre Meldung ist angekommen' });
    expect(mail?.text).toContain(taken.json.id);
    expect(mail?.text).not.toContain('It names me');
    expect((await shop.events('review.reported')).length).toBe(1);
  });

  it('are neither found nor voted on nor reported once they are withdrawn', async () => {
    const shop = await openReviewShop(await open());
    const { id, call } = await shop.write();
    await call('POST', `/v1/reviews/${id}/withdrawal`);
    expect((await shop.list('product=p1')).json).toMatchObject({ items: [], summary: { count: 0 } });
    expect((await shop.vote(id, true)).status).toBe(404);
    expect((await shop.report(id, {})).status).toBe(404);
  });

  it('say in numbers what was checked, in the language of the reader', async () => {
    const shop = await openReviewShop(await open());
    const { checks } = (await shop.list('product=p1&locale=de')).json.summary;
    expect(checks.length).toBeGreaterThan(4);
    expect(checks.join(' ')).toContain('Bewertung');
  });
});
