import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openAskShop } from './testing/shop.ts';

describeOnBothDatabases('what a shopper is asked', (open) => {
  it('asks for a review of all items once the days of use are over, and not before', async () => {
    const shop = await openAskShop(await open());
    const order = await shop.order();
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-17T07:59:59Z');
    expect((await order.current()).offer).toBeNull();
    expect((await order.asks())['review Mug']?.words).toBe(
      'Held since 17 May: the days of use are not over. Looked at again on 17 May.',
    );
    await shop.until('2026-05-17T08:00:00Z');
    const { offer } = await order.view();
    expect(offer?.kind).toBe('review');
    expect(offer?.asks.map(({ lineId }) => lineId)).toEqual([order.lines.Mug, order.lines.Tray]);
    expect((await order.asks())['review Mug']).toMatchObject({
      timesShown: 1,
      words: 'Due since 17 May: the days of use are over.',
    });
  });

  it('tells each fact once, however often it is looked at', async () => {
    const shop = await openAskShop(await open());
    const order = await shop.order({
      lines: [{ externalId: 'l1', title: 'Mug', quantity: 1, productId: 'p1' }],
    });
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    await order.view();
    const seen = await order.view();
    await order.respond('dismissed', seen);
    await order.respond('dismissed', seen);
    await shop.until('2026-05-18T09:00:00Z');
    expect((await shop.events()).map(({ type }) => type)).toEqual(['ask.due', 'ask.shown', 'ask.dismissed']);
    const { id = '' } = (await order.asks())['review Mug'] ?? {};
    const { json } = await shop.staff('GET', `/v1/staff/asks/${id}?locale=en`);
    expect(json.decisions.map(({ words }: { words: string }) => words)).toEqual([
      'Put off since 18 May: it gives way to other asks. Looked at again on 17 June.',
      'Due since 18 May: the days of use are over.',
    ]);
  });

  it('shows one ask for two page views of two orders at once, and the other one a week later', async () => {
    const shop = await openAskShop(await open());
    const [one, two] = [await shop.order(), await shop.order()];
    await one.deliver('2026-05-03T08:00:00Z');
    await two.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    const views = await Promise.all([one.view(), two.view(), one.view(), two.view()]);
    const orders = new Set(views.flatMap(({ offer }, index) => (offer ? [index % 2] : [])));
    expect(orders.size).toBe(1);
    const [first, second] = orders.has(0) ? [one, two] : [two, one];
    await shop.until('2026-05-20T08:00:00Z');
    expect((await first.current()).offer?.kind).toBe('review');
    expect((await second.current()).offer).toBeNull();
    expect((await second.asks())['review Mug']?.decision.reason).toBe('asked_this_week');
    await shop.until('2026-05-25T08:00:00Z');
    expect((await second.current()).offer?.kind).toBe('review');
  });

  it('is quiet for whoever came with the code of a gift, and hidden from another order’s session', async () => {
    const shop = await openAskShop(await open());
    const [one, two] = [await shop.order(), await shop.order()];
    await two.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    const path = `/v1/orders/${two.orderId}/ask`;
    expect((await shop.send('GET', path, { key: await one.token() })).status).toBe(404);
    const { json } = await shop.staff('GET', `/v1/staff/orders/${two.orderId}`);
    const gift = await shop.send('POST', `/v1/sessions?store=${shop.shop.store.publishableKey}`, {
      json: { by: 'gift', order: json.order.number, code: json.giftCode },
    });
    const seen = await shop.send('GET', path, { key: gift.json.token });
    expect(seen.json).toEqual({ offer: null, refreshAfter: null });
    expect((await two.current()).offer?.kind).toBe('review');
  });

  it('counts what two pages tell at once as one', async () => {
    const shop = await openAskShop(await open());
    const order = await shop.order();
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    const seen = await order.current();
    await Promise.all([order.respond('shown', seen), order.respond('shown', seen)]);
    await Promise.all([order.respond('dismissed', seen), order.respond('dismissed', seen)]);
    expect((await order.asks())['review Mug']).toMatchObject({ timesShown: 1 });
    // Two items each.
    expect(await shop.events('ask.shown')).toHaveLength(2);
    expect(await shop.events('ask.dismissed')).toHaveLength(2);
  });

  it('comes again after a rest that gets longer, and not while it rests', async () => {
    const shop = await openAskShop(await open());
    const order = await shop.order();
    await order.deliver('2026-05-03T08:00:00Z');
    const kinds: (string | undefined)[] = [];
    for (const moment of ['05-17', '05-20', '05-24', '06-15', '06-16', '06-30', '08-14', '08-15']) {
      await shop.until(`2026-${moment}T08:00:00Z`);
      kinds.push((await order.view()).offer?.kind);
    }
    expect(kinds).toEqual([
      'review',
      'review',
      undefined,
      undefined,
      'review',
      undefined,
      undefined,
      'review',
    ]);
  });

  it('ends for a line that is in its order no more', async () => {
    const shop = await openAskShop(await open());
    const order = await shop.order({ number: '1001' });
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    const lines = [{ externalId: 'l1', title: 'Mug', quantity: 1, productId: 'p1' }];
    const placedAt = '2026-05-01T09:00:00Z';
    await shop.order({ number: '1001', lines, placedAt, updatedAt: '2026-05-18T09:00:00Z' });
    const { offer } = await order.current();
    expect(offer?.asks.map(({ lineId }) => lineId)).toEqual([order.lines.Mug]);
    expect((await shop.events('ask.ended')).map(({ data }) => data.reason)).toEqual(['nothing_to_ask']);
  });
});
