import { expect, it } from 'vitest';
import { newId } from '../secrets/ids.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { beginProgramme } from './testing/begin-programme.ts';
import { type AskShop, openAskShop } from './testing/shop.ts';
import { writeReview } from './testing/write-review.ts';

/** A review of a line, public at once. */
const review = (shop: AskShop, orderId: string, lineId: string | undefined, stars: number) =>
  shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
    writeReview(tx, {
      storeId: shop.shop.store.id,
      orderId,
      lineId: lineId ?? '',
      stars,
      text: 'As it is.',
      at: shop.backend.clock.now(),
      publishedAt: shop.backend.clock.now(),
    }),
  );

const onlyReferrals = (shop: AskShop) =>
  shop.policy((policy) => ({
    ...policy,
    asks: { ...policy.asks, review: false, media: false, registration: false },
  }));

const email = 'ada@example.com';

describeOnBothDatabases('asking to recommend the shop', (open) => {
  it('waits for a sign of being content, and is explained', async () => {
    const shop = await openAskShop(await open());
    await onlyReferrals(shop);
    await beginProgramme(shop);
    const order = await shop.order({ email });
    expect((await order.current()).offer).toBeNull();
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-05T08:00:00Z');
    expect((await order.asks())['referral Mug']?.words).toBe(
      'Held since 5 May: nothing has told yet that this shopper is content. Looked at again when something does.',
    );
    await review(shop, order.orderId, order.lines.Mug, 3);
    expect((await order.current()).offer).toBeNull();
    shop.backend.clock.set('2026-05-06T08:00:00Z');
    await review(shop, order.orderId, order.lines.Tray, 4);
    expect((await order.view()).offer).toEqual({
      kind: 'referral',
      asks: [{ id: expect.stringMatching(/^ask_/), lineId: order.lines.Mug, reviewId: null }],
    });
    expect((await order.asks())['referral Mug']?.words).toBe(
      'Due since 6 May: the shopper is content, and nothing of theirs is open.',
    );
    // Whoever writes an unkind one afterwards is content no more.
    shop.backend.clock.set('2026-05-07T08:00:00Z');
    const next = await shop.order({
      email,
      lines: [{ externalId: 'l1', title: 'Cup', quantity: 1, productId: 'p9' }],
    });
    await review(shop, next.orderId, next.lines.Cup, 1);
    expect((await order.current()).offer).toBeNull();
  });

  it('is due with a second order that came, of the same address, once in ninety days', async () => {
    const shop = await openAskShop(await open());
    await onlyReferrals(shop);
    await beginProgramme(shop);
    const first = await shop.order({ email });
    await first.deliver('2026-05-03T08:00:00Z');
    const second = await shop.order({ email: 'Ada@Example.com' });
    const other = await shop.order({ email: 'bob@example.com' });
    await other.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-04T08:00:00Z');
    expect((await first.current()).offer).toBeNull();
    await second.deliver('2026-05-04T09:00:00Z');
    shop.backend.clock.set('2026-05-05T08:00:00Z');
    expect((await other.current()).offer).toBeNull();
    const seen = await second.view();
    expect(seen.offer?.kind).toBe('referral');
    expect((await second.respond('dismissed', seen)).status).toBe(200);
    expect((await first.current()).offer).toBeNull();
    shop.backend.clock.set('2026-08-03T07:59:00Z');
    expect((await first.current()).offer).toBeNull();
    expect((await first.asks())['referral Mug']?.decision.reason).toBe('asked_lately');
    shop.backend.clock.set('2026-08-03T08:00:00Z');
    expect((await first.current()).offer?.kind).toBe('referral');
  });

  it('is for programmes that run alone, and ends for whoever shared', async () => {
    const shop = await openAskShop(await open());
    await onlyReferrals(shop);
    const order = await shop.order({ email });
    await order.deliver('2026-05-03T08:00:00Z');
    await shop.until('2026-05-04T08:00:00Z');
    await review(shop, order.orderId, order.lines.Mug, 5);
    expect((await order.current()).offer).toBeNull();
    expect(await order.asks()).not.toHaveProperty('referral Mug');
    const { id } = await beginProgramme(shop);
    expect((await order.view()).offer?.kind).toBe('referral');
    shop.backend.clock.advance(2 * 60 * 60_000);
    await share(shop, { programmeId: id, orderId: order.orderId });
    shop.backend.clock.advance(60 * 60_000);
    expect((await order.current()).offer).toBeNull();
    const { decision } = (await order.asks())['referral Mug'] ?? {};
    expect(decision).toMatchObject({ state: 'ended', reason: 'answered' });
    expect((await shop.events('ask.answered')).map(({ data }) => data.kind)).toEqual(['referral']);
  });
});

/** Takes part with an order, and shares the link. */
async function share(shop: AskShop, { programmeId, orderId }: { programmeId: string; orderId: string }) {
  const { clock, context } = shop.backend;
  const now = clock.now();
  const scope = { store_id: shop.shop.store.id, advocate_id: newId('advocate', now.getTime()) };
  await context.db.withStore(scope.store_id, async (tx) => {
    await tx
      .insertInto('referral_advocates')
      .values({
        ...scope,
        programme_id: programmeId,
        order_id: orderId,
        email,
        email_key: email,
        code: 'ADA-1',
        code_key: 'ADA1',
        joined_at: now,
        updated_at: now,
      })
      .execute();
    const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
    await tx
      .insertInto('referral_shares')
      .values({ ...scope, hour, channel: 'copy_link', shares: 1 })
      .execute();
  });
}
