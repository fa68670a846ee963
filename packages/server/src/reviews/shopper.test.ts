import type { ReviewContent, ReviewPolicyInput } from '@postlude/contract';
import { expect, it } from 'vitest';
import { type AskOrder, openAskShop } from '../asks/testing/shop.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';

const content = (changes: Partial<ReviewContent> = {}): ReviewContent => ({
  stars: 4,
  title: 'A good mug',
  text: 'It keeps the tea warm for a while.',
  name: 'Mia H.',
  ...changes,
});

/** A shop with one order, and what its shopper does about reviews. */
async function openShop(
  backend: TestBackend,
  policy: (policy: ReviewPolicyInput) => ReviewPolicyInput = (same) => same,
) {
  const shop = await openAskShop(backend);
  await shop.policy(policy);
  const order = await shop.order();
  const as = (of: AskOrder) => {
    const call = async (method: string, path: string, json?: unknown) =>
      shop.send(method, path, { key: await of.token(), json });
    const mine = `/v1/orders/${of.orderId}`;
    return {
      call,
      form: async () => (await call('GET', `${mine}/review-form?locale=en`)).json,
      send: (lineId: string | null | undefined, changes: Partial<ReviewContent> = {}, more = {}) =>
        call('POST', `${mine}/reviews`, { lineId, content: content(changes), ...more }),
      drafts: (drafts: object) => call('PUT', `${mine}/review-drafts`, { drafts }),
      edit: (id: string, changes: Partial<ReviewContent>) =>
        call('PUT', `/v1/reviews/${id}`, content(changes)),
      get: async (id: string) => (await call('GET', `/v1/reviews/${id}`)).json,
      withdraw: (id: string) => call('POST', `/v1/reviews/${id}/withdrawal`),
    };
  };
  return { shop, order, as, mia: as(order) };
}
const atOnce = (policy: ReviewPolicyInput): ReviewPolicyInput => ({
  ...policy,
  moderation: { ...policy.moderation, publish: 'at_once' },
});

describeOnBothDatabases('a shopper who reviews', (open) => {
  it('finds every item with what is asked, and is kept in the middle of a word', async () => {
    const { mia, order } = await openShop(await open(), (policy) => ({
      ...policy,
      form: {
        ...policy.form,
        store: true,
        prompts: [{ id: 'tea', match: { productIds: ['p1'] }, text: { en: 'How warm is the tea?' } }],
        scales: [
          {
            id: 'size',
            label: { en: 'Size' },
            low: { en: 'Small' },
            high: { en: 'Large' },
            mode: 'required',
          },
        ],
      },
      rewards: [{ id: 'ten', label: { en: '10 % off your next order' }, code: 'TEN' }],
    }));
    const form = await mia.form();
    expect(form.subjects.map((one: { title: string }) => one.title)).toEqual([
      'Mug',
      'Tray',
      expect.any(String),
    ]);
    expect(form.subjects[0]).toMatchObject({
      lineId: order.lines.Mug,
      closed: null,
      prompts: ['How warm is the tea?'],
      scales: [{ id: 'size', label: 'Size', low: 'Small', middle: null, high: 'Large', required: true }],
      reward: { label: '10 % off your next order' },
      review: null,
    });
    expect(form.subjects[1].prompts).toEqual([]);
    expect(form.subjects[2]).toMatchObject({ lineId: null, reward: null, scales: [] });
    expect(form).toMatchObject({ checkedFirst: true, drafts: {}, terms: null });
    expect(form.checks).toContainEqual(expect.stringContaining('promised a reward'));

    const drafts = { [order.lines.Mug ?? '']: { stars: 2, text: 'It kee' }, store: { stars: 5 } };
    expect((await mia.drafts(drafts)).status).toBe(200);
    expect((await mia.form()).drafts).toEqual(drafts);
    await mia.send(order.lines.Mug, { scales: { size: 3 } });
    expect((await mia.form()).drafts).toEqual({ store: { stars: 5 } });
    await mia.drafts({});
    expect((await mia.form()).drafts).toEqual({});
  });

  it('sends one, verified and with what was promised, which waits for the store; the second is a conflict', async () => {
    const { mia, order, shop } = await openShop(await open(), (policy) => ({
      ...policy,
      rewards: [{ id: 'ten', label: { en: 'Ten off' }, code: 'TEN' }],
    }));
    const answer = await mia.send(order.lines.Mug, {
      pros: [' warm ', ''.padEnd(3)],
      cons: [],
      recommend: true,
    });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      lineId: order.lines.Mug,
      content: { stars: 4, title: 'A good mug', pros: ['warm'], recommend: true, name: 'Mia H.' },
      moderation: 'pending',
      visibility: 'shown',
      verification: 'verified',
      incentivised: true,
      reward: { label: 'Ten off', code: 'TEN' },
      publishedAt: null,
    });
    const second = await mia.send(order.lines.Mug, { stars: 1 });
    expect([second.status, second.json.code]).toEqual([409, 'conflict']);
    const [event, ...others] = await shop.events('review.created');
    expect(others).toEqual([]);
    expect(event?.data).toMatchObject({ reviewId: answer.json.id, stars: 4, origin: 'form' });
    expect(JSON.stringify(event?.data)).not.toMatch(/Mia|mug|tea/);
  });

  it('keeps one of several that are sent at once', async () => {
    const { mia, order } = await openShop(await open());
    const answers = await Promise.all([1, 2, 3, 4].map((stars) => mia.send(order.lines.Mug, { stars })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  });

  it('is public at once where the store wants that and nothing is flagged, whatever the stars', async () => {
    const { shop, as } = await openShop(await open(), atOnce);
    for (const stars of [1, 5]) {
      const fine = as(await shop.order({ email: `s${stars}@example.com` }));
      const of = await fine.form();
      const [mug, tray] = of.subjects;
      const text = `Words of somebody with ${stars} of five, all of them my own.`;
      const { json } = await fine.send(mug.lineId, { stars, text, title: null });
      expect(json).toMatchObject({ moderation: 'approved', visibility: 'shown' });
      expect(json.publishedAt).not.toBeNull();
      const flagged = await fine.send(tray.lineId, {
        stars,
        text: `${text} See https://x.example`,
        title: null,
      });
      expect(flagged.json).toMatchObject({ moderation: 'pending', publishedAt: null });
    }
  });

  it('edits, which is looked at again, withdraws, and writes it once more', async () => {
    const { mia, order, shop } = await openShop(await open(), atOnce);
    const { id } = (await mia.send(order.lines.Mug)).json;
    const edited = await mia.edit(id, { stars: 2, title: 'Broken', text: 'Mail me: mia@example.com' });
    expect(edited.json).toMatchObject({ content: { stars: 2 }, moderation: 'pending', publishedAt: null });
    expect((await mia.edit(id, { stars: 2, title: 'Broken' })).json.moderation).toBe('approved');
    expect((await mia.withdraw(id)).json).toMatchObject({ visibility: 'withdrawn', publishedAt: null });
    expect((await mia.withdraw(id)).json.visibility).toBe('withdrawn');
    expect(await shop.events('review.withdrawn')).toHaveLength(1);
    expect((await mia.edit(id, { stars: 3 })).json).toMatchObject({
      visibility: 'shown',
      content: { stars: 3 },
    });
    expect(await mia.get(id)).toMatchObject({ content: { stars: 3 }, editedAt: expect.any(String) });
    expect((await mia.form()).subjects[0].review.id).toBe(id);
  });

  it('is told what is missing, field by field, and nothing is kept', async () => {
    const { mia, order } = await openShop(await open(), (policy) => ({
      ...policy,
      form: {
        ...policy.form,
        text: 'required',
        photos: 'required',
        scales: [{ id: 'size', label: { en: 'S' }, low: { en: 'a' }, high: { en: 'b' }, mode: 'required' }],
      },
    }));
    const { status, json } = await mia.send(order.lines.Mug, { text: ' \u200b ', name: '🙂' });
    expect([status, json.code]).toEqual([422, 'review_incomplete']);
    expect(Object.keys(json.fields).sort()).toEqual([
      'content.name',
      'content.scales.size',
      'content.text',
      'content.uploads',
    ]);
    expect((await mia.form()).subjects[0].review).toBeNull();
  });

  it('cannot review what is not in the order, what was cancelled, the shop where it does not ask, nor with a foreign file', async () => {
    const { mia, shop, as, order } = await openShop(await open());
    const theirs = await shop.order({ email: 'noor@example.com' });
    expect((await mia.send(theirs.lines.Mug)).json.code).toBe('item_unknown');
    expect((await mia.send(null)).json.code).toBe('review_closed');
    const gone = await shop.order({ cancelledAt: '2026-05-01T10:00:00Z' });
    expect((await as(gone).send(gone.lines.Mug)).json.code).toBe('review_closed');
    const uploads = [`upl_${'0'.repeat(32)}` as const];
    const foreign = await mia.send(order.lines.Mug, { uploads });
    expect([foreign.json.code, foreign.json.fields]).toEqual([
      'upload_unknown',
      { 'content.uploads': expect.any(String) },
    ]);
    expect((await mia.form()).subjects[0].review).toBeNull();
  });

  it('sees nothing of somebody else’s, and is refused what is too long or no content at all', async () => {
    const { mia, shop, as, order } = await openShop(await open());
    const noor = as(await shop.order({ email: 'noor@example.com' }));
    const { id } = (await mia.send(order.lines.Mug)).json;
    for (const answer of [
      await noor.call('GET', `/v1/reviews/${id}`),
      await noor.edit(id, { stars: 1 }),
      await noor.withdraw(id),
      await noor.call('GET', `/v1/orders/${order.orderId}/review-form`),
      await noor.call('PUT', `/v1/orders/${order.orderId}/review-drafts`, { drafts: {} }),
    ])
      expect(answer.json.code).toBe('not_found');
    for (const changes of [
      { text: 'x'.repeat(1_000_000) },
      { stars: 6 },
      { stars: 2.5 },
      { uploads: Array.from({ length: 100 }, (_, n) => `upl_${String(n).padStart(32, '0')}` as const) },
      { name: 'x'.repeat(61) },
    ])
      expect((await mia.edit(id, changes)).status).toBeGreaterThanOrEqual(413);
    expect((await mia.get(id)).content.stars).toBe(4);
  });

  it('keeps markup as text, and what nobody sees out of names', async () => {
    const { mia, order } = await openShop(await open(), atOnce);
    const { json } = await mia.send(order.lines.Mug, {
      title: '<script>alert(1)</script>',
      text: '<img src=x onerror=alert(1)> 🙂',
      name: 'Mia\u202eH',
    });
    expect(json.content).toMatchObject({
      title: '<script>alert(1)</script>',
      text: '<img src=x onerror=alert(1)> 🙂',
      name: 'MiaH',
    });
    expect(json.moderation).toBe('pending');
  });

  it('gets the reward of the day it was told, though the store has changed it since', async () => {
    const backend = await open();
    const { mia, order, shop, as } = await openShop(backend, (policy) => ({
      ...policy,
      rewards: [{ id: 'ten', label: { en: 'Ten off' }, code: 'TEN' }],
    }));
    await mia.form();
    await shop.policy((policy) => ({ ...policy, rewards: [] }));
    expect((await mia.send(order.lines.Mug)).json.reward).toEqual({ label: 'Ten off', code: 'TEN' });
    const later = await shop.order({ email: 'late@example.com' });
    const { json } = await as(later).send(later.lines.Mug);
    expect(json).toMatchObject({ reward: null, incentivised: false });
  });
});
