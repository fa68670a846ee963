import { expect, it } from 'vitest';
import { readReviewFile } from '../review-files/import-reading.ts';
import { startReviewImport } from '../review-files/start-import.ts';
import { looxFile } from '../review-files/testing/shop.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { defaultWarrantyPolicy } from '../warranty-policy/defaults.ts';
import { writeWarrantyPolicy } from '../warranty-policy/store.ts';
import { frozenRewards } from './rewards.ts';
import { type AskOrder, type AskShop, openAskShop } from './testing/shop.ts';
import { writeReview } from './testing/write-review.ts';

const oneMug = { lines: [{ externalId: 'l1', title: 'Mug', quantity: 1, productId: 'p1' }] };

const reviewed = (shop: AskShop, order: AskOrder) => {
  const storeId = shop.shop.store.id;
  const { context, clock } = shop.backend;
  return context.db.withStore(storeId, (tx) =>
    writeReview(tx, {
      storeId,
      orderId: order.orderId,
      lineId: order.lines.Mug ?? '',
      stars: 3,
      text: 'It is a mug.',
      at: clock.now(),
      publishedAt: null,
    }),
  );
};

const reward = (label: string) => ({ id: 'thanks', label: { en: label }, code: 'THANKS' });

describeOnBothDatabases('an ask that was answered', (open) => {
  it('on the phone is not asked on the laptop, and told once', async () => {
    const shop = await openAskShop(await open());
    const order = await shop.order(oneMug);
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    // Each look opens a session of its own: nothing is kept on a device.
    expect((await order.view()).offer?.kind).toBe('review');
    await reviewed(shop, order);
    expect((await order.current()).offer).toBeNull();
    await shop.until('2026-05-19T08:00:00Z');
    const ask = (await order.asks())['review Mug'];
    expect(ask).toMatchObject({ decision: { state: 'ended', reason: 'answered' } });
    expect(ask?.answeredAt).toBe('2026-05-18T08:00:00.000Z');
    expect((await shop.events('ask.answered')).map(({ data }) => data.askId)).toEqual([ask?.id]);
  });

  it('before it was ever asked is not asked', async () => {
    const shop = await openAskShop(await open());
    const order = await shop.order(oneMug);
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-04T08:00:00Z');
    await reviewed(shop, order);
    await shop.until('2026-05-30T08:00:00Z');
    expect((await order.asks())['review Mug']?.decision).toMatchObject({ reason: 'done_already' });
    expect((await order.current()).offer).toBeNull();
  });

  it('for one order is not asked for the same product of the next one within a year', async () => {
    const shop = await openAskShop(await open());
    const one = await shop.order(oneMug);
    await one.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    await reviewed(shop, one);
    const two = await shop.order({ ...oneMug, email: 'ADA@example.com' });
    const stranger = await shop.order({ ...oneMug, email: 'bea@example.com' });
    for (const order of [two, stranger]) await order.deliver('2026-05-20T08:00:00Z');
    await shop.until('2026-06-10T08:00:00Z');
    expect((await two.asks())['review Mug']?.decision.reason).toBe('done_already');
    expect((await stranger.current()).offer?.kind).toBe('review');
  });

  it('elsewhere, before the reviews were imported, is not asked for the same product within a year, whatever it said', async () => {
    const shop = await openAskShop(await open());
    const storeId = shop.shop.store.id;
    const { context } = shop.backend;
    const file = looxFile(
      '1,Active,1,Ada@Example.com,Ada,,Broke.,2025-09-01T10:00:00Z,p1,,,,true',
      '2,Active,5,bea@example.com,Bea,,Lovely.,2025-09-01T10:00:00Z,p2,,,,true',
      '3,Active,5,cem@example.com,Cem,,Long ago.,2024-01-01T10:00:00Z,p1,,,,true',
    );
    const { id } = await startReviewImport(context, storeId, new TextEncoder().encode(file), {
      dryRun: false,
      format: null,
      name: null,
    });
    await readReviewFile(context, storeId, id);
    const orders = [];
    for (const name of ['ada', 'bea', 'cem']) {
      const order = await shop.order({ ...oneMug, email: `${name}@example.com` });
      await order.deliver('2026-05-03T08:00:00Z');
      orders.push(order);
    }
    await shop.until('2026-05-18T08:00:00Z');
    const reasons = [];
    for (const order of orders) reasons.push((await order.asks())['review Mug']?.decision.reason);
    expect(reasons).toEqual(['done_already', 'time_has_come', 'time_has_come']);
  });

  it('by registering is not asked; registering is asked only where it gives something', async () => {
    const backend = await open();
    const shop = await openAskShop(backend);
    const storeId = shop.shop.store.id;
    const plan = {
      id: 'care',
      match: { productIds: ['p1'] },
      name: { en: 'Care' },
      months: 24,
      from: 'delivery' as const,
      registrationNeeded: false,
      extraForRegistering: 12,
      registerWithinDays: 30,
      covers: [],
      excludes: [],
      benefits: [],
      transferable: true,
    };
    await backend.context.db.withStore(storeId, (tx) =>
      writeWarrantyPolicy(tx, storeId, { ...defaultWarrantyPolicy, plans: [plan] }, backend.clock.now()),
    );
    const order = await shop.order();
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-03T09:00:00Z');
    const { offer } = await order.view();
    expect(offer).toMatchObject({ kind: 'registration', asks: [{ lineId: order.lines.Mug }] });
    const key = await order.token();
    const { json } = await shop.send('GET', `/v1/orders/${order.orderId}/passports`, { key });
    const mug = json.items.find(
      ({ passport }: { passport: { lineId: string } }) => passport.lineId === order.lines.Mug,
    );
    const registered = await shop.send('POST', `/v1/orders/${order.orderId}/registrations`, {
      key,
      json: { items: [{ passportId: mug.passport.id }], consents: { safety: true, marketing: false } },
    });
    expect(registered.status, registered.text).toBe(201);
    expect((await order.current()).offer).toBeNull();
    expect((await order.asks())['registration Mug']?.decision.reason).toBe('answered');
    // Two weeks later nothing of it stands in the review's way: registering is a service, and counts for no cap.
    await shop.until('2026-05-17T09:00:00Z');
    expect((await order.current()).offer?.kind).toBe('review');
  });

  it('keeps the reward it was shown with, whatever the store changes; who was promised none gets none', async () => {
    const backend = await open();
    const shop = await openAskShop(backend);
    const storeId = shop.shop.store.id;
    await shop.policy((policy) => ({ ...policy, rewards: [reward('10 % off')] }));
    const [one, two] = [await shop.order(oneMug), await shop.order({ ...oneMug, email: 'bea@example.com' })];
    for (const order of [one, two]) await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    await one.view();
    await shop.policy((policy) => ({ ...policy, rewards: [reward('5 % off')] }));
    const promised = (order: AskOrder) =>
      backend.context.db.withStore(storeId, async (tx) => {
        const lineIds = [order.lines.Mug ?? ''];
        const found = await frozenRewards(
          tx,
          { storeId, orderId: order.orderId, lineIds },
          backend.clock.now(),
        );
        return found.get(order.lines.Mug ?? '');
      });
    expect(await promised(one)).toEqual(reward('10 % off'));
    expect(await promised(two)).toEqual(reward('5 % off'));
    await shop.policy((policy) => policy);
    expect(await promised(one)).toEqual(reward('10 % off'));
    const three = await shop.order({ ...oneMug, email: 'cem@example.com' });
    expect(await promised(three)).toBeNull();
    await shop.policy((policy) => ({ ...policy, rewards: [reward('20 % off')] }));
    expect(await promised(three)).toBeNull();
    expect((await one.asks())['review Mug']?.reward).toEqual({ id: 'thanks', label: '10 % off' });
  });
});

describeOnBothDatabases('news of parcels', (open) => {
  it('lead to the same decisions in any order, repeated or late', async () => {
    const backend = await open();
    type Step = readonly [at: string, id: string, line: string, delivered: boolean];
    const told: readonly Step[] = [
      ['2026-05-02T08:00:00Z', 'a', 'l1', false],
      ['2026-05-03T08:00:00Z', 'a', 'l1', true],
      ['2026-05-05T22:30:00+02:00', 'b', 'l2', true],
    ];
    const decided = async (steps: readonly Step[]) => {
      const shop = await openAskShop(backend, '2026-05-01T09:00:00Z');
      const order = await shop.order({ number: '1001' });
      backend.clock.set('2026-05-06T09:00:00Z');
      for (const [at, id, line, delivered] of steps) {
        const items = [{ lineExternalId: line, quantity: 1 }];
        await order.deliver(at, { id, items, delivered, shippedAt: '2026-05-02T08:00:00Z' });
      }
      await shop.until('2026-05-07T09:00:00Z');
      const asks = await order.asks();
      return Object.fromEntries(Object.entries(asks).map(([key, { decision }]) => [key, decision]));
    };
    const inOrder = await decided(told);
    expect(inOrder['review Mug']?.lookAgainAt).toBe('2026-05-17T08:00:00.000Z');
    expect(inOrder['review Tray']?.lookAgainAt).toBe('2026-05-19T20:30:00.000Z');
    expect(await decided(told.toReversed())).toEqual(inOrder);
    expect(await decided([...told, ...told.toReversed(), ...told])).toEqual(inOrder);
  });

  it('that come only after the review was due make it due from then on, by the carrier’s moment', async () => {
    const shop = await openAskShop(await open());
    const order = await shop.order(oneMug);
    await order.deliver('2026-05-02T08:00:00Z', { delivered: false });
    await shop.until('2026-06-01T08:00:00Z');
    expect((await order.asks())['review Mug']?.words).toBe(
      'Held since 1 June: not every unit of the item has been delivered. Looked at again when its delivery is known.',
    );
    await order.deliver('2026-05-03T08:00:00Z', { shippedAt: '2026-05-02T08:00:00Z' });
    expect((await order.current()).offer?.kind).toBe('review');
  });
});

describeOnBothDatabases('the staff’s view of asks', (open) => {
  it('lists by kind, state and reason, counts, and shows nothing of another store', async () => {
    const shop = await openAskShop(await open());
    const order = await shop.order();
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-18T08:00:00Z');
    await order.respond('dismissed', await order.view());
    const list = async (query: string) =>
      (await shop.staff('GET', `/v1/staff/asks?${query}`)).json.items.length;
    expect(await list('kind=review&state=capped&reason=another_first')).toBe(2);
    expect(await list('kind=media')).toBe(0);
    expect(await list('state=due')).toBe(0);
    const page = await shop.staff('GET', '/v1/staff/asks?limit=1');
    expect(page.json.items).toHaveLength(1);
    const next = await shop.staff('GET', `/v1/staff/asks?limit=1&cursor=${page.json.next}`);
    expect(next.json.items[0].id).not.toBe(page.json.items[0].id);
    const { json } = await shop.staff('GET', '/v1/staff/ask-funnel?locale=de');
    expect(json.kinds[1]).toEqual({
      kind: 'review',
      asks: 2,
      shown: 2,
      dismissed: 2,
      answered: 0,
      standing: [{ state: 'capped', reason: 'another_first', asks: 2, words: 'andere Bitten haben Vorrang' }],
    });
    const other = await openAskShop(shop.backend, '2026-05-18T08:00:00Z');
    const foreign = await other.staff('GET', `/v1/staff/asks/${page.json.items[0].id}`);
    expect(foreign.status).toBe(404);
    expect((await other.staff('GET', '/v1/staff/asks')).json.items).toEqual([]);
  });

  it('believes no answer about an ask of another order, and none that no page was given', async () => {
    const shop = await openAskShop(await open());
    const [one, two] = [await shop.order(oneMug), await shop.order(oneMug)];
    for (const order of [one, two]) await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-10T08:00:00Z');
    const id = (await one.asks())['review Mug']?.id ?? '';
    const say = async (order: AskOrder) =>
      shop.send('POST', `/v1/orders/${order.orderId}/ask-responses`, {
        key: await order.token(),
        json: { askIds: [id], response: 'dismissed' },
      });
    expect((await say(two)).status).toBe(404);
    expect((await say(one)).status).toBe(200);
    expect((await one.asks())['review Mug']).toMatchObject({ dismissedAt: null, timesShown: 0 });
  });
});
