import type { ReferralProgrammeInput } from '@postlude/contract';
import { expect, it } from 'vitest';
import { type Entry, readAudit } from '../../case-log/audit.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { lookAtReferrals } from './look.ts';
import { linkByStaff, settleAdvocate } from './settle.ts';
import { expectBooks } from './testing/books.ts';
import { openReferralShop, type ReferralShop, testLines, testProgramme } from './testing/shop.ts';

const ben = 'ben@example.com';
const refundOf = (...lines: string[]) => [
  {
    externalId: `r-${lines.join('-')}`,
    refundedAt: '2026-11-25T10:00:00Z',
    amount: { amount: 2000 * lines.length, currency: 'EUR' },
    items: lines.map((lineExternalId) => ({ lineExternalId, quantity: 1 })),
  },
];

const waitsFor = (days: number): ReferralProgrammeInput => ({
  ...testProgramme,
  hold: { until: 'days', days },
});

const story = (shop: ReferralShop, referralId: string): Promise<Entry[]> =>
  shop.in((tx) => readAudit(tx, { of: 'referral', storeId: shop.storeId, caseId: referralId }));

/** The advocate's reward of the only referral that has one. */
async function advocatesReward(shop: ReferralShop) {
  return (await shop.rewards()).filter(({ side }) => side === 'advocate');
}

describeOnBothDatabases('a referral', (open) => {
  const opened = async (programme?: ReferralProgrammeInput) => {
    const backend = await open();
    backend.clock.set('2026-11-24T09:00:00Z');
    const shop = await openReferralShop(backend, programme && { programme });
    const ada = await shop.advocate('ada');
    return { backend, shop, ada };
  };

  it('goes from the claim to the reward when the friend can return nothing any more', async () => {
    const { shop, ada } = await opened();
    const { referralId, code } = await shop.claim(ada);
    expect(code).toBe('HELLO-0001');
    const orderId = await shop.order({ id: '2001', email: ben, discountCodes: [' hello-0001 '] });
    expect(await shop.referral(referralId)).toMatchObject({
      state: 'held',
      reason: 'returns_open',
      order_id: orderId,
      attribution: 'friend_code',
      held_until: null,
    });
    await shop.deliver('2001', shop.backend.clock.now());
    expect((await shop.referral(referralId)).held_until).toEqual(new Date('2026-12-08T23:00:00Z'));
    await shop.days(14);
    expect((await shop.referral(referralId)).state).toBe('held');
    await shop.days(1);
    expect(await shop.referral(referralId)).toMatchObject({ state: 'qualified', reason: null });
    expect(await shop.rewards()).toMatchObject([
      { side: 'friend', state: 'redeemed', redeemed_order_id: orderId },
      { side: 'advocate', state: 'sent', code: 'THANKS-0001' },
    ]);
    expect(await shop.events()).toEqual([
      'referral.claimed',
      'reward.issued',
      'reward.redeemed',
      'referral.ordered',
      'referral.held',
      'referral.qualified',
      'reward.issued',
    ]);
    expect((await story(shop, referralId)).map(({ action, after }) => [action, after])).toEqual([
      ['claim', 'claimed'],
      ['order', 'ordered'],
      ['hold', 'held'],
      ['hold', 'held'],
      ['qualify', 'qualified'],
    ]);
    await expectBooks(shop);
  });

  it('waits while it is not known when the parcel arrives, and for longer while a return is under way', async () => {
    const { shop, ada, backend } = await opened();
    const { referralId } = await shop.claim(ada, ben);
    const orderId = await shop.order({ id: '2001', email: ben });
    await shop.days(40);
    expect(await shop.referral(referralId)).toMatchObject({ state: 'held', held_until: null });
    await shop.deliver('2001', backend.clock.now());
    expect((await shop.referral(referralId)).held_until).not.toBeNull();
    const returnId = `ret_${'0'.repeat(32)}`;
    await shop.in(async (tx) => {
      const { line_id: lineId } = await tx
        .selectFrom('order_lines')
        .select('line_id')
        .where('order_id', '=', orderId)
        .orderBy('position')
        .limit(1)
        .executeTakeFirstOrThrow();
      const at = backend.clock.now();
      const key = { store_id: shop.storeId, return_id: returnId };
      await tx
        .insertInto('returns')
        .values({
          ...key,
          order_id: orderId,
          number: 'R-2001-1',
          number_prefix: 'R-2001',
          sequence: 1,
          route: 'return',
          problem: null,
          status: 'requested',
          is_gift: false,
          policy_version: 0,
          method_id: null,
          place_id: null,
          filed: '{}',
          decision: '[]',
          send_by: null,
          question: null,
          carrier_name: null,
          tracking_number: null,
          subject: null,
          locale: null,
          revision: 1,
          created_at: at,
          updated_at: at,
        })
        .execute();
      await tx
        .insertInto('return_items')
        .values({
          ...key,
          return_item_id: `rti_${'0'.repeat(32)}`,
          position: 0,
          line_id: lineId,
          shipment_id: null,
          quantity: 1,
          reason: 'other',
          note: null,
          resolution: 'refund',
          received_quantity: null,
          grade: null,
          restock: null,
          received_note: null,
        })
        .execute();
    });
    await shop.days(30);
    expect(await shop.referral(referralId)).toMatchObject({ state: 'held', held_until: null });
    await shop.in((tx) =>
      tx
        .updateTable('returns')
        .set({ status: 'declined', updated_at: backend.clock.now() })
        .where('return_id', '=', returnId)
        .execute(),
    );
    await lookAtReferrals(backend.context);
    expect((await shop.referral(referralId)).state).toBe('qualified');
  });

  it('that is refunded while it waits is voided once, and nobody gets anything', async () => {
    const { shop, ada } = await opened(waitsFor(14));
    const { referralId } = await shop.claim(ada, ben);
    const told = { id: '2001', email: ben, refunds: refundOf('l1', 'l2', 'l3') };
    await shop.order({ id: '2001', email: ben });
    for (let times = 0; times < 3; times += 1) await shop.order(told);
    await shop.days(20);
    expect(await shop.referral(referralId)).toMatchObject({ state: 'voided', reason: 'order_refunded' });
    expect(await shop.rewards()).toMatchObject([
      { side: 'friend', state: 'revoked', because: 'order_refunded' },
    ]);
    expect((await shop.events()).filter((type) => type === 'referral.voided')).toHaveLength(1);
    await expectBooks(shop);
  });

  it('that is refunded after it counted is voided, and its reward is taken back, once', async () => {
    const { shop, ada } = await opened(waitsFor(14));
    const { referralId } = await shop.claim(ada, ben);
    await shop.order({ id: '2001', email: ben });
    await shop.days(14);
    expect(await advocatesReward(shop)).toMatchObject([{ state: 'sent' }]);
    for (let times = 0; times < 3; times += 1) {
      await shop.order({ id: '2001', email: ben, refunds: refundOf('l1', 'l2', 'l3') });
      await shop.days(1);
    }
    expect(await shop.referral(referralId)).toMatchObject({ state: 'voided', reason: 'order_refunded' });
    expect(await advocatesReward(shop)).toMatchObject([{ state: 'revoked', because: 'order_refunded' }]);
    const events = await shop.events();
    expect(events.filter((type) => type === 'referral.voided')).toHaveLength(1);
    expect(events.filter((type) => type === 'reward.revoked')).toHaveLength(2);
    await expectBooks(shop);
  });

  it('that is voided leaves alone what was used already', async () => {
    const { shop, ada } = await opened(waitsFor(1));
    await shop.claim(ada, ben);
    await shop.order({ id: '2001', email: ben });
    await shop.days(1);
    await shop.order({ id: '3001', email: ada.email, discountCodes: ['THANKS-0001'] });
    await shop.order({ id: '2001', email: ben, cancelledAt: '2026-11-26T10:00:00Z' });
    expect(await advocatesReward(shop)).toMatchObject([{ state: 'redeemed', code: 'THANKS-0001' }]);
    await expectBooks(shop);
  });

  it('counts what is left after a part was refunded, while that reaches the minimum', async () => {
    const { shop, ada } = await opened(waitsFor(5));
    const { referralId } = await shop.claim(ada, ben);
    await shop.order({ id: '2001', email: ben, refunds: refundOf('l1') });
    expect((await shop.referral(referralId)).state).toBe('held');
    await shop.order({ id: '2001', email: ben, refunds: [...refundOf('l1'), ...refundOf('l2')] });
    expect(await shop.referral(referralId)).toMatchObject({ state: 'voided', reason: 'below_minimum' });
  });

  it('takes a refund that names no items off what is left', async () => {
    const { shop, ada } = await opened(waitsFor(5));
    const { referralId } = await shop.claim(ada, ben);
    const refund = (amount: number) => [
      {
        externalId: `r-${amount}`,
        refundedAt: '2026-11-25T10:00:00Z',
        amount: { amount, currency: 'EUR' },
        items: [],
      },
    ];
    await shop.order({ id: '2001', email: ben, refunds: refund(2000) });
    expect((await shop.referral(referralId)).state).toBe('held');
    await shop.order({ id: '2001', email: ben, refunds: [...refund(2000), ...refund(1)] });
    expect(await shop.referral(referralId)).toMatchObject({ state: 'voided', reason: 'below_minimum' });
  });

  it('waits for the payment, and is not begun by an order that is refunded before it', async () => {
    const { shop, ada } = await opened(waitsFor(3));
    const { referralId } = await shop.claim(ada, ben);
    await shop.order({ id: '2001', email: ben, paid: false });
    expect(await shop.referral(referralId)).toMatchObject({
      state: 'ordered',
      score: null,
      held_until: null,
    });
    await shop.days(10);
    expect((await shop.referral(referralId)).state).toBe('ordered');
    await shop.order({ id: '2001', email: ben, paid: true });
    const held = await shop.referral(referralId);
    expect(held).toMatchObject({ state: 'held', reason: 'hold_days', score: 0 });
    expect(held.held_until).toEqual(new Date(shop.backend.clock.now().getTime() + 3 * 86_400_000));

    const other = await shop.claim(ada, 'cy@example.com');
    await shop.order({
      id: '2002',
      email: 'cy@example.com',
      paid: false,
      refunds: refundOf('l1', 'l2', 'l3'),
    });
    expect(await shop.referral(other.referralId)).toMatchObject({
      state: 'voided',
      reason: 'order_refunded',
    });
  });

  it('is found by the claim the order names, before anything weaker', async () => {
    const { shop, ada } = await opened();
    const grace = await shop.advocate('grace');
    const named = await shop.claim(ada);
    await shop.claim(grace, ben);
    await shop.order({ id: '2001', email: ben, referralToken: named.token, discountCodes: [grace.code] });
    expect(await shop.referral(named.referralId)).toMatchObject({ state: 'held', attribution: 'claim_id' });
  });

  it('is begun by the advocate’s code at the till, however it is written, while the programme runs', async () => {
    const { shop, ada, backend } = await opened();
    const orderId = await shop.order({ id: '2001', email: ben, discountCodes: [ada.code.toLowerCase()] });
    expect(await shop.referrals()).toMatchObject([
      { state: 'held', order_id: orderId, attribution: 'advocate_code', claimed_at: null },
    ]);
    backend.clock.advance(60_000);
    await shop.change({ ...testProgramme, paused: true });
    backend.clock.advance(60_000);
    await shop.order({ id: '2002', email: 'cy@example.com', discountCodes: [ada.code] });
    expect(await shop.referrals()).toHaveLength(1);
  });

  it('counts no order of the time before the claim that only the e-mail address tells of', async () => {
    const { shop, ada, backend } = await opened({ ...testProgramme, firstOrderOnly: false });
    const before = backend.clock.now().toISOString();
    backend.clock.advance(60_000);
    const { referralId } = await shop.claim(ada, ben);
    await shop.order({ id: '2001', email: ben, placedAt: before });
    expect((await shop.referral(referralId)).state).toBe('claimed');
    await shop.order({ id: '2002', email: ben });
    expect((await shop.referral(referralId)).state).toBe('held');
  });

  it('runs out when no order comes in time, and its code is taken back', async () => {
    const { shop, ada } = await opened();
    const { referralId } = await shop.claim(ada, ben);
    await shop.days(30);
    expect((await shop.referral(referralId)).state).toBe('claimed');
    await shop.days(1);
    expect(await shop.referral(referralId)).toMatchObject({ state: 'voided', reason: 'ran_out' });
    expect(await shop.rewards()).toMatchObject([{ state: 'revoked' }]);
    // The order was placed in time, and its news were late: it counts, and so does that the code was used.
    const placedAt = new Date(shop.backend.clock.now().getTime() - 2 * 86_400_000).toISOString();
    await shop.order({ id: '2001', email: ben, placedAt, discountCodes: ['HELLO-0001'] });
    expect(await shop.referral(referralId)).toMatchObject({ state: 'held', ended_at: null });
    expect(await shop.rewards()).toMatchObject([{ state: 'redeemed' }]);
    await expectBooks(shop);
  });

  it('goes on under the programme it was claimed by, whatever is changed meanwhile', async () => {
    const { shop, ada } = await opened(waitsFor(3));
    const { referralId } = await shop.claim(ada, ben);
    await shop.change({
      ...waitsFor(60),
      minimumOrder: [{ amount: 9_000, currency: 'EUR' }],
      countries: ['AT'],
    });
    await shop.order({ id: '2001', email: ben });
    await shop.days(3);
    expect(await shop.referral(referralId)).toMatchObject({ state: 'qualified', programme_version: 1 });
    expect(await advocatesReward(shop)).toMatchObject([{ worth_amount: 1000, worth_currency: 'EUR' }]);
    const late = await shop.claim(ada, 'cy@example.com');
    await shop.order({ id: '2002', email: 'cy@example.com' });
    expect(await shop.referral(late.referralId)).toMatchObject({ state: 'refused', programme_version: 2 });
  });

  it('counts a person once in the store, with the first order, whichever is told of first', async () => {
    const { shop, ada } = await opened({ ...waitsFor(30), firstOrderOnly: false });
    const grace = await shop.advocate('grace');
    const at = (minutes: number) =>
      new Date(shop.backend.clock.now().getTime() + (minutes - 60) * 60_000).toISOString();
    await shop.order({ id: '2002', email: ben, placedAt: at(2), discountCodes: [grace.code] });
    expect((await shop.referrals()).map(({ state }) => state)).toEqual(['held']);
    await shop.order({ id: '2001', email: ben, placedAt: at(1), discountCodes: [ada.code] });
    expect(
      (await shop.referrals()).map(({ state, reason, attribution }) => [state, reason, attribution]),
    ).toEqual([
      ['refused', 'already_referred', 'advocate_code'],
      ['held', 'returns_open', 'advocate_code'].map((one) => (one === 'returns_open' ? 'hold_days' : one)),
    ]);
    // The first one is cancelled: the other one makes up for it.
    await shop.order({
      id: '2001',
      email: ben,
      placedAt: at(1),
      discountCodes: [ada.code],
      cancelledAt: at(3),
    });
    expect((await shop.referrals()).map(({ state }) => state)).toEqual(['held', 'voided']);
  });

  it('is refused when the advocate has as many friends as are rewarded in a month of the store', async () => {
    const { shop, ada, backend } = await opened({
      ...waitsFor(60),
      caps: { perAdvocate: null, perMonth: 1, programme: null },
    });
    const order = (id: string, placedAt: string) =>
      shop.order({ id, email: `${id}@example.com`, placedAt, discountCodes: [ada.code] });
    backend.clock.set('2026-12-02T09:00:00Z');
    // In Berlin the first of these is of November and the second of December.
    await order('a', '2026-11-30T22:59:59Z');
    await order('b', '2026-11-30T23:00:00Z');
    await order('c', '2026-12-01T12:00:00Z');
    expect((await shop.referrals()).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'held hold_days',
      'held hold_days',
      'refused month_full',
    ]);
  });

  it('fails nobody’s order when it cannot be decided, and is decided later', async () => {
    const { shop, ada, backend } = await opened();
    const { referralId } = await shop.claim(ada, ben);
    const hide = (from: string, to: string) =>
      backend.context.db.execute(`alter table reward_ledger rename column "${from}" to "${to}"`);
    await hide('before', 'hidden');
    const orderId = await shop.order({ id: '2001', email: ben, discountCodes: ['HELLO-0001'] });
    await hide('hidden', 'before');
    expect(orderId).toMatch(/^ord_/);
    expect((await shop.referral(referralId)).state).toBe('claimed');
    await lookAtReferrals(backend.context);
    expect((await shop.referral(referralId)).state).toBe('held');
    await expectBooks(shop);
  });

  it('is decided when the advocate looks, without waiting for the job', async () => {
    const { shop, ada, backend } = await opened(waitsFor(3));
    const { referralId } = await shop.claim(ada, ben);
    await shop.order({ id: '2001', email: ben });
    backend.clock.advance(3 * 86_400_000);
    await shop.in((tx) =>
      settleAdvocate(
        tx,
        backend.context,
        { storeId: shop.storeId, emailKey: ada.email },
        backend.clock.now(),
      ),
    );
    expect((await shop.referral(referralId)).state).toBe('qualified');
  });

  it('may be linked by hand, and then goes by every other rule', async () => {
    const { shop, ada, backend } = await opened(waitsFor(3));
    const link = (orderId: string) =>
      shop.in((tx) =>
        linkByStaff(
          tx,
          backend.context,
          { storeId: shop.storeId, advocateId: ada.advocateId, orderId, by: 'Mo', note: 'Rang us up' },
          backend.clock.now(),
        ),
      );
    const good = await link(await shop.order({ id: '2001', email: ben }));
    expect(good).toMatchObject({ state: 'held', attribution: 'staff' });
    expect((await story(shop, good.referral_id))[0]).toMatchObject({
      by: 'Mo',
      note: 'Rang us up',
      action: 'order',
    });
    expect(await link(await shop.order({ id: '2002', email: ben }))).toMatchObject({ state: 'refused' });
    const small = { id: '2003', email: 'cy@example.com', lines: testLines.slice(0, 1) };
    expect(
      await link(await shop.order({ ...small, total: { amount: 2000, currency: 'EUR' } })),
    ).toMatchObject({
      reason: 'minimum_not_reached',
    });
    await expect(link(await shop.order({ id: '2001', email: ben }))).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(link(`ord_${'0'.repeat(32)}`)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that is only a visit goes when its time is over', async () => {
    const { shop, ada, backend } = await opened();
    const at = backend.clock.now();
    const visit = (n: number, lookAgainAt: Date) => ({
      store_id: shop.storeId,
      referral_id: `rfr_${String(n).padStart(32, '0')}`,
      programme_id: shop.programme.id,
      programme_version: 1,
      advocate_id: ada.advocateId,
      state: 'clicked' as const,
      clicked_at: at,
      changed_at: at,
      look_again_at: lookAgainAt,
    });
    await shop.in((tx) =>
      tx
        .insertInto('referrals')
        .values([visit(1, at), visit(2, new Date(at.getTime() + 1))])
        .execute(),
    );
    await lookAtReferrals(backend.context);
    expect((await shop.referrals()).map((row) => row.referral_id)).toEqual([`rfr_${'2'.padStart(32, '0')}`]);
  });
});
