import { describe, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { signOf } from './survey-answers.ts';
import { beginProgramme } from './testing/begin-programme.ts';
import { type AskShop, openAskShop } from './testing/shop.ts';

describe('the sign of an answer', () => {
  it.each([
    ['nps', 10, 'content'],
    ['nps', 9, 'content'],
    ['nps', 8, 'neither'],
    ['nps', 7, 'neither'],
    ['nps', 6, 'discontent'],
    ['nps', 0, 'discontent'],
    ['csat', 5, 'content'],
    ['csat', 4, 'neither'],
    ['csat', 3, 'neither'],
    ['csat', 2, 'discontent'],
    ['csat', 1, 'discontent'],
  ] as const)('%s %i: %s', (measure, score, sign) => {
    expect(signOf({ measure, score })).toBe(sign);
  });
});

const put = (shop: AskShop, externalId: string, json: object) =>
  shop.staff('PUT', `/v1/staff/survey-answers/${externalId}`, json);

describeOnBothDatabases('answers of a survey', (open) => {
  it('let recommending be asked when they are high, and no more when a low one follows', async () => {
    const shop = await openAskShop(await open());
    await shop.policy((policy) => ({
      ...policy,
      asks: { ...policy.asks, review: false, media: false, registration: false },
    }));
    await beginProgramme(shop);
    const order = await shop.order({ email: 'ada@example.com' });
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-05T08:00:00Z');
    expect((await order.asks())['referral Mug']?.decision.reason).toBe('not_happy_yet');

    const { orderId } = order;
    expect((await put(shop, 'a1', { orderId, measure: 'nps', score: 8 })).json.sign).toBe('neither');
    expect((await order.current()).offer).toBeNull();
    const high = await put(shop, 'a1', { orderId, measure: 'nps', score: 9 });
    expect([high.status, high.json]).toEqual([
      200,
      {
        externalId: 'a1',
        orderId,
        measure: 'nps',
        score: 9,
        sign: 'content',
        answeredAt: '2026-05-05T08:00:00.000Z',
      },
    ]);
    // Told at once, before any page asks.
    expect((await order.asks())['referral Mug']?.decision.state).toBe('due');
    expect((await order.current()).offer?.kind).toBe('referral');

    shop.backend.clock.set('2026-05-06T08:00:00Z');
    await put(shop, 'a2', { orderId, measure: 'csat', score: 2 });
    expect((await order.current()).offer).toBeNull();
    // Late news: it was given before the low one.
    await put(shop, 'a3', { orderId, measure: 'csat', score: 5, answeredAt: '2026-05-06T07:00:00Z' });
    expect((await order.current()).offer).toBeNull();
    await put(shop, 'a3', { orderId, measure: 'csat', score: 5 });
    shop.backend.clock.set('2026-05-06T09:00:00Z');
    await put(shop, 'a3', { orderId, measure: 'csat', score: 5 });
    expect((await order.current()).offer?.kind).toBe('referral');
  });

  it('never change whether or when a review is asked for', async () => {
    const shop = await openAskShop(await open());
    await beginProgramme(shop);
    const decided = async (email: string, score: number | null) => {
      shop.backend.clock.set('2026-05-01T09:00:00Z');
      const order = await shop.order({ email });
      await order.deliver('2026-05-03T08:00:00Z');
      if (score !== null) await put(shop, email, { orderId: order.orderId, measure: 'nps', score });
      const seen: unknown[] = [];
      for (const day of ['05-05', '05-16', '05-17', '05-18', '05-26', '06-20']) {
        shop.backend.clock.set(`2026-${day}T09:00:00Z`);
        const { offer } = await order.current();
        const { 'referral Mug': _, ...ofItems } = await order.asks();
        seen.push([
          day,
          offer && offer.kind !== 'referral' ? offer.kind : null,
          Object.entries(ofItems).map(([name, { decision }]) => [name, decision.state, decision.reason]),
        ]);
      }
      return seen;
    };
    const silent = await decided('silent@example.com', null);
    expect(silent.map((row) => (row as unknown[])[1])).toContain('review');
    expect(await decided('ten@example.com', 10)).toEqual(silent);
    expect(await decided('zero@example.com', 0)).toEqual(silent);
  });

  it('are refused where they cannot be', async () => {
    const shop = await openAskShop(await open());
    const other = await openAskShop(await open());
    const { orderId } = await shop.order({ email: 'ada@example.com' });
    const answers = [
      await put(other, 'b1', { orderId, measure: 'nps', score: 9 }),
      await put(shop, 'b1', { orderId, measure: 'nps', score: 11 }),
      await put(shop, 'b1', { orderId, measure: 'csat', score: 0 }),
      await put(shop, 'b1', { orderId, measure: 'ces', score: 5 }),
      await put(shop, 'b1', { orderId, measure: 'nps', score: 8.5 }),
      await put(shop, 'b1', { orderId, measure: 'nps', score: 9, answeredAt: '2030-01-01T00:00:00Z' }),
    ];
    expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
      [404, 'not_found'],
      ...Array(5).fill([422, 'invalid_input']),
    ]);
  });

  it('told at the same moment under one id are one', async () => {
    const shop = await openAskShop(await open());
    const { orderId } = await shop.order({ email: 'ada@example.com' });
    const told = await Promise.all(
      [6, 7, 8, 9, 10].map((score) => put(shop, 'c1', { orderId, measure: 'nps', score })),
    );
    expect(told.map(({ status }) => status)).toEqual(Array(5).fill(200));
    const kept = await shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
      tx.selectFrom('survey_answers').select('external_id').execute(),
    );
    expect(kept).toEqual([{ external_id: 'c1' }]);
  });
});
