import {
  LedgerEntry,
  ReferralFigures,
  StaffAdvocate,
  StaffReferral,
  StaffReferralDetail,
} from '@postlude/contract';
import { expect, it } from 'vitest';
import { newId } from '../../secrets/ids.ts';
import { expectExactly } from '../../testing/api.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { expectBooks } from '../life/testing/books.ts';
import { openDesk } from './testing/desk.ts';

describeOnBothDatabases('the desk of referrals', (open) => {
  it('reads a referral with its story, its score, its rewards and what can be done', async () => {
    const desk = await openDesk(await open());
    const id = await desk.friend('bo', true);
    const { json } = await desk.get(`referrals/${id}?locale=en`);
    expectExactly(StaffReferralDetail, json);
    expect(json.referral).toMatchObject({
      ...{ id, state: 'flagged', reason: 'looks_wrong', friendEmail: 'bo@example.com' },
      advocate: { id: desk.advocate.advocateId, code: 'ADA-7K3M', email: 'ada@example.com' },
      order: { number: 'of-bo', total: { amount: 6000, currency: 'EUR' } },
      ...{ attribution: 'friend_code', heldUntil: null },
    });
    expect(json.referral.decideBy).not.toBeNull();
    expect(json.score.map(({ signal }: { signal: string }) => signal)).toContain('same_phone');
    expect(json.rewards).toMatchObject([{ side: 'friend', state: 'redeemed', label: '€10 off' }]);
    expect(json.story.map(({ words }: { words: string }) => words)).toEqual(
      expect.arrayContaining(['The friend’s reward was issued.', 'The friend’s reward was used.']),
    );
    expect(json.actions).toEqual(['approve', 'refuse', 'block_advocate']);
    expect((await desk.get(`referrals/${newId('referral')}`)).status).toBe(404);
  });

  it('approves once, with a note in the story, and the referral still waits out its hold', async () => {
    const desk = await openDesk(await open());
    const id = await desk.friend('bo', true);
    const approved = await desk.decide(id, 'approve', 'Sisters.');
    expect(approved.json.referral).toMatchObject({ state: 'held', reason: 'hold_days' });
    expect(approved.json.story).toContainEqual({
      at: expect.any(String),
      by: 'Kim',
      words: expect.stringContaining('Sisters.'),
    });
    expect((await desk.decide(id, 'approve')).json).toEqual(approved.json);
    await desk.days(4);
    expect(await desk.detail(id)).toMatchObject({
      referral: { state: 'qualified' },
      rewards: [{ side: 'friend' }, { side: 'advocate', state: 'sent' }],
      actions: ['void', 'block_advocate'],
    });
    await expectBooks(desk.shopItself);
  });

  it('refuses once, takes back what was not used, and may think better of it', async () => {
    const desk = await openDesk(await open());
    const { referralId: id } = await desk.claim(desk.advocate);
    const refused = await desk.decide(id, 'refuse');
    expect(refused.json).toMatchObject({
      referral: { state: 'refused', reason: 'by_store' },
      rewards: [{ state: 'revoked' }],
      actions: ['approve', 'block_advocate'],
    });
    expect((await desk.decide(id, 'refuse')).json).toEqual(refused.json);
    expect((await desk.decide(id, 'void')).json.code).toBe('action_not_possible');
    expect((await desk.decide(id, 'approve')).json.referral.state).toBe('claimed');
    expect((await desk.events()).filter((type) => type === 'reward.revoked')).toHaveLength(1);
    await expectBooks(desk.shopItself);
  });

  it('voids what counted and revokes its reward, once', async () => {
    const desk = await openDesk(await open());
    const id = await desk.friend('bo');
    expect((await desk.decide(id, 'void')).json.code).toBe('action_not_possible');
    await desk.days(4);
    const voided = await desk.decide(id, 'void');
    expect(voided.json.referral).toMatchObject({ state: 'voided', reason: 'by_store' });
    expect(
      voided.json.rewards.map(({ side, state }: { side: string; state: string }) => [side, state]),
    ).toEqual([
      ['friend', 'redeemed'],
      ['advocate', 'revoked'],
    ]);
    expect((await desk.decide(id, 'void')).json).toEqual(voided.json);
    expect((await desk.decide(id, 'approve')).json.code).toBe('action_not_possible');
    expect((await desk.events()).filter((type) => type === 'reward.revoked')).toHaveLength(1);
    await expectBooks(desk.shopItself);
  });

  it('cannot approve what its order itself refuses', async () => {
    const desk = await openDesk(await open());
    const { referralId: id, code } = await desk.claim(desk.advocate);
    const lines = [
      { externalId: 'l', title: 'Card', quantity: 1, unitPrice: { amount: 100, currency: 'EUR' } },
    ];
    await desk.order({
      id: 'small',
      email: 'bo@example.com',
      paid: true,
      discountCodes: [code ?? ''],
      lines,
    });
    expect(await desk.detail(id)).toMatchObject({
      referral: { state: 'refused', reason: 'minimum_not_reached' },
      actions: ['block_advocate'],
    });
    expect((await desk.decide(id, 'approve')).json.code).toBe('action_not_possible');
  });

  it('lists them newest first and narrowed, and the queue by its dates', async () => {
    const desk = await openDesk(await open());
    const first = await desk.friend('bo', true);
    await desk.days(1);
    const second = await desk.friend('cy', true);
    const third = await desk.friend('di');
    const ids = async (query: string): Promise<string[]> => {
      const { json } = await desk.get(`referrals?${query}`);
      for (const item of json.items) expectExactly(StaffReferral, item);
      return json.items.map(({ id }: { id: string }) => id);
    };
    expect(await ids('')).toEqual([third, second, first]);
    expect(await ids('state=flagged')).toEqual([first, second]);
    expect(await ids('state=clicked')).toEqual([]);
    expect(await ids('reason=hold_days')).toEqual([third]);
    expect(await ids(`advocate=${newId('advocate')}`)).toEqual([]);
    const { order } = (await desk.detail(second)).referral;
    expect(await ids(`order=${order?.id}&programme=${desk.programme.id}`)).toEqual([second]);
    for (const query of ['', 'state=flagged&']) {
      const whole = await ids(query);
      const page = (await desk.get(`referrals?${query}limit=1`)).json;
      expect(await ids(`${query}limit=5&cursor=${page.next}`)).toEqual(whole.slice(1));
    }
  });

  it('links a friend’s order by hand, by every rule but the attribution, and only one that is free', async () => {
    const desk = await openDesk(await open());
    const orderId = await desk.order({ id: 'alone', email: 'bo@example.com', paid: true });
    const link = (changes: object = {}) =>
      desk.post('referral-links?locale=en', {
        ...{ by: 'Kim', note: 'Said so on the phone.', advocateId: desk.advocate.advocateId, orderId },
        ...changes,
      });
    const linked = await link();
    expect(linked.status).toBe(201);
    expect(linked.json.referral).toMatchObject({ state: 'held', attribution: 'staff' });
    expect((await link()).json.code).toBe('conflict');
    expect((await link({ orderId: newId('order') })).status).toBe(404);
    expect((await link({ advocateId: newId('advocate') })).status).toBe(404);
    const own = await desk.order({ id: 'again', email: desk.advocate.email, paid: true });
    expect((await link({ orderId: own })).json.referral).toMatchObject({
      state: 'refused',
      reason: 'own_order',
    });
  });

  it('shuts an advocate out and lets them in again; what was given stays', async () => {
    const desk = await openDesk(await open());
    const counted = await desk.friend('bo');
    await desk.days(4);
    const waiting = await desk.friend('cy');
    const act = (what: 'block' | 'unblock') =>
      desk.post(`advocates/${desk.advocate.advocateId}/${what}`, { by: 'Kim', note: 'Coupons.' });
    const blocked = await act('block');
    expectExactly(StaffAdvocate, blocked.json);
    expect(blocked.json).toMatchObject({
      ...{ blocked: { by: 'Kim', note: 'Coupons.' }, claimed: 2, qualified: 1, ended: 1 },
      link: 'https://shop.example.com/friends?ref=ADA-7K3M',
    });
    expect((await act('block')).json).toEqual(blocked.json);
    expect((await desk.detail(waiting)).referral).toMatchObject({
      state: 'refused',
      reason: 'advocate_blocked',
    });
    expect((await desk.detail(counted)).referral.state).toBe('qualified');
    expect((await desk.detail(waiting)).actions).toEqual([]);
    expect((await desk.decide(waiting, 'approve')).json.code).toBe('action_not_possible');
    expect((await act('unblock')).json.blocked).toBeNull();
    await desk.order({ id: 'of-cy', email: 'cy@example.com', paid: true });
    expect((await desk.detail(waiting)).referral.state).toBe('refused');
    expect((await desk.decide(waiting, 'approve')).json.referral.state).toBe('held');
    const found = (q: string) => desk.get(`advocates?q=${encodeURIComponent(q)}`);
    for (const q of ['ada 7k3m', 'ADA@example.com']) expect((await found(q)).json.items).toHaveLength(1);
    expect((await found('nobody')).json.items).toEqual([]);
  });

  it('tells the ledger, and figures that agree with it, by day of the store’s calendar', async () => {
    const desk = await openDesk(await open());
    await desk.friend('bo');
    await desk.days(4);
    await desk.friend('cy');
    await desk.claim(desk.advocate);
    const at = desk.backend.clock.now();
    await desk.in(async (tx) => {
      const of = { store_id: desk.storeId, advocate_id: desk.advocate.advocateId, hour: at };
      await tx
        .insertInto('referral_visits')
        .values({ ...of, visits: 7 })
        .execute();
      await tx
        .insertInto('referral_shares')
        .values({ ...of, channel: 'qr', shares: 2 })
        .execute();
    });
    const ledger = (await desk.get('reward-ledger')).json;
    expectExactly(LedgerEntry, ledger.items[0]);
    const page = (await desk.get('reward-ledger?limit=3')).json;
    const rest = (await desk.get(`reward-ledger?limit=100&cursor=${page.next}`)).json;
    expect([...page.items, ...rest.items]).toEqual(ledger.items);

    const figures = (await desk.get('referral-figures')).json;
    expectExactly(ReferralFigures, figures);
    expect(figures.days).toHaveLength(30);
    expect(figures.total).toEqual({
      ...{ shares: 2, visits: 7, claims: 3, orders: 2, qualified: 1 },
      revenue: [{ amount: 12_000, currency: 'EUR' }],
      cost: [{ amount: 4_000, currency: 'EUR' }],
      channels: { sheet: 0, whatsapp: 0, email: 0, sms: 0, copy_link: 0, copy_code: 0, qr: 2 },
    });
    const last = figures.days.at(-1);
    expect(last).toMatchObject({ visits: 7, claims: 2, orders: 1, qualified: 1 });
    expect(last.revenue).toEqual([{ amount: 6_000, currency: 'EUR' }]);
    const friends = figures.rewards.find(({ side }: { side: string }) => side === 'friend');
    expect(friends).toMatchObject({
      currency: 'EUR',
      standing: { redeemed: { rewards: 2, worth: 2_000 }, sent: { rewards: 1, worth: 1_000 } },
    });
    const one = (
      await desk.get(`referral-figures?from=${last.day}&to=${last.day}&programme=${desk.programme.id}`)
    ).json;
    expect(one.days).toEqual([last]);
    expect(
      (await desk.get(`referral-figures?programme=${newId('referralProgramme')}`)).json.total.claims,
    ).toBe(0);
    for (const query of ['from=2026-12-02&to=2026-12-01', 'from=2020-01-01&to=2026-12-01']) {
      expect((await desk.get(`referral-figures?${query}`)).json.code).toBe('invalid_input');
    }
  });

  it('exports one row for each referral, and nothing a spreadsheet would run', async () => {
    const desk = await openDesk(await open());
    const other = await openDesk(await open());
    const id = await desk.friend('bo');
    await desk.in((tx) =>
      tx
        .updateTable('referrals')
        .set({ email: '=cmd()@evil.example,"x"' })
        .where('referral_id', '=', id)
        .execute(),
    );
    const answer = await desk.get('referral-exports');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('referrals-');
    const [heading, row, ...more] = answer.text.split('\r\n');
    expect(heading).toMatch(/^referral,programme,version,state,reason,/);
    expect(row).toContain(`${id},${desk.programme.id},1,held,hold_days,ADA-7K3M,ada@example.com,`);
    expect(row).toContain(`"'=cmd()@evil.example,""x"""`);
    expect(more).toEqual(['']);
    expect((await desk.get(`referral-exports?programme=${newId('referralProgramme')}`)).text.trim()).toBe(
      heading,
    );
    expect((await other.get('referral-exports')).text.trim()).toBe(heading);
  });

  it('is for one store', async () => {
    const desk = await openDesk(await open());
    const other = await openDesk(await open());
    const id = await desk.friend('bo', true);
    for (const what of ['approve', 'refuse', 'void'] as const) {
      expect((await other.decide(id, what)).status).toBe(404);
    }
    expect((await other.get(`referrals/${id}`)).status).toBe(404);
    expect((await other.post(`advocates/${desk.advocate.advocateId}/block`, { by: 'X' })).status).toBe(404);
    expect((await other.get('referrals')).json.items).toEqual([]);
    expect((await desk.detail(id)).referral.state).toBe('flagged');
  });
});
