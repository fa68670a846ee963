import type { StaffAsk, StaffAskDetail } from '@postlude/contract';
import { expect, it } from 'vitest';
import { programmeToBegin } from '../referrals/programme/defaults.ts';
import { addProgramme } from '../referrals/programme/store.ts';
import { openReturnShop } from '../returns/testing/shop.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { lookAtAsks } from './look.ts';
import { openAskShop } from './testing/shop.ts';
import { writeReview } from './testing/write-review.ts';

type Ask = (method: string, path: string) => Promise<{ json: { items: StaffAsk[] } & StaffAskDetail }>;

/** Every decision about every ask of an order, oldest first, as the rules and the clock made them. */
async function decisionsOf(staff: Ask, orderId: string): Promise<Record<string, unknown[]>> {
  const { json } = await staff('GET', `/v1/staff/asks?order=${orderId}&locale=en`);
  const all: Record<string, unknown[]> = {};
  for (const { id, kind, title } of json.items) {
    const detail = (await staff('GET', `/v1/staff/asks/${id}?locale=en`)).json;
    all[`${kind} ${title}`] = detail.decisions
      .map(({ decision: { at, state, reason, lookAgainAt } }) => ({ at, state, reason, lookAgainAt }))
      .toReversed();
  }
  return all;
}

interface Shopper {
  readonly stars: number;
  readonly text: string;
  /** In minor units. */
  readonly refund: number;
}

/** Two months of a shopper who sends one of two mugs back, is refunded, and reviews. */
async function twoMonths(backend: TestBackend, { stars, text, refund }: Shopper) {
  const { clock, context } = backend;
  clock.set('2026-11-24T10:00:00Z');
  const shop = await openReturnShop(backend);
  const storeId = shop.shop.store.id;
  const programme = programmeToBegin('EUR', 'https://shop.example/friends');
  await context.db.withStore(storeId, (tx) => addProgramme(tx, storeId, programme, clock.now()));
  const look = async (moment: string) => {
    clock.set(moment);
    await lookAtAsks({ ...context });
    const opened = await shop.send('POST', `/v1/sessions?store=${shop.shop.store.publishableKey}`, {
      json: shop.proof,
    });
    const key = opened.json.token;
    const seen = await shop.send('GET', `/v1/orders/${shop.orderId}/ask`, { key });
    if (seen.json.offer) {
      const json = { askIds: seen.json.offer.asks.map(({ id }: { id: string }) => id), response: 'shown' };
      await shop.send('POST', `/v1/orders/${shop.orderId}/ask-responses`, { key, json });
    }
    return seen.json.offer?.kind ?? null;
  };
  const { json } = await shop.file(await shop.filing());
  const offers = [await look('2026-11-25T10:00:00Z')];
  await shop.act(json.id, 'approve');
  offers.push(await look('2026-12-09T10:00:00Z'));
  const refunded = await shop.act(json.id, 'refund', { refund, note: 'As agreed' });
  expect(refunded.answer.status, refunded.answer.text).toBe(200);
  offers.push(await look('2026-12-10T10:00:00Z'), await look('2026-12-16T10:00:00Z'));
  const { Mug } = await shop.items((await session()).json.token);
  const review = { storeId, orderId: shop.orderId, lineId: Mug?.lineId ?? '', stars, text };
  const write = (publishedAt: Date | null) =>
    context.db.withStore(storeId, (tx) => writeReview(tx, { ...review, at: clock.now(), publishedAt }));
  await write(null);
  offers.push(await look('2026-12-17T10:00:00Z'));
  await write(clock.now());
  offers.push(await look('2026-12-18T10:00:00Z'), await look('2026-12-28T10:00:00Z'));
  offers.push(await look('2027-01-08T10:00:00Z'));
  return { offers, decisions: await decisionsOf((method, path) => shop.staff(method, path), shop.orderId) };

  function session() {
    return shop.send('POST', `/v1/sessions?store=${shop.shop.store.publishableKey}`, { json: shop.proof });
  }
}

describeOnBothDatabases('whoever is asked', (open) => {
  it('is asked at the same moments for the same things, with one star or five, refunded nothing or all', async () => {
    const backend = await open();
    const angry = await twoMonths(backend, { stars: 1, text: 'Broken. Never again.', refund: 1 });
    const happy = await twoMonths(backend, { stars: 5, text: 'I love it.', refund: 1_895 });
    const { 'referral Mug': recommend, ...ofItems } = happy.decisions;
    const { 'referral Mug': held, ...ofAngry } = angry.decisions;
    expect(ofAngry).toEqual(ofItems);
    // Whoever is content is asked to recommend the shop as well, and for nothing else at another time.
    const asked = [null, null, null, 'review', null, null, 'media'];
    expect([angry.offers, happy.offers]).toEqual([
      [...asked, null],
      [...asked, 'referral'],
    ]);
    expect([held?.at(-1), recommend?.at(-1)]).toMatchObject([{ reason: 'not_happy_yet' }, { state: 'due' }]);
    expect(angry.decisions['review Mug']?.map((one) => (one as { reason: string }).reason)).toEqual([
      'return_open',
      'waiting_again',
      'waited_again',
      'answered',
    ]);
  });

  it('is asked whatever sum a platform tells it gave back for the same units', async () => {
    const backend = await open();
    const course = async (amount: number) => {
      const shop = await openAskShop(backend);
      const refund = (at: string) => ({
        refunds: [
          {
            externalId: 'r1',
            refundedAt: at,
            amount: { amount, currency: 'EUR' },
            items: [{ lineExternalId: 'l1', quantity: 1 }],
          },
        ],
      });
      const order = await shop.order({ number: '1001', ...refund('2026-05-01T10:00:00Z') });
      await shop.until('2026-05-02T10:00:00Z');
      await order.deliver('2026-05-03T08:00:00Z', { items: [{ lineExternalId: 'l2', quantity: 1 }] });
      await shop.until('2026-05-18T08:00:00Z');
      await order.view();
      return decisionsOf((method, path) => shop.staff(method, path), order.orderId);
    };
    const little = await course(1);
    expect(little).toEqual(await course(100_000));
    expect(little['review Mug']).toMatchObject([{ state: 'ended', reason: 'never_kept' }]);
    expect(little['review Tray']?.at(-1)).toMatchObject({ state: 'due' });
  });
});
