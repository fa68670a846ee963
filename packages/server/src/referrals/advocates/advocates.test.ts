import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openFriendShop } from '../testing/shop.ts';

describeOnBothDatabases('taking part', (open) => {
  it('makes one code for a person, over all orders and from two devices at once', async () => {
    const shop = await openFriendShop(await open());
    const { programmeId } = shop;
    const orders = [await shop.buyer('ada@example.com'), await shop.buyer('Ada@Example.com')];
    const joined = await Promise.all(
      [0, 1, 0, 1].map(async (place) => {
        const order = orders[place];
        if (!order) throw new Error('There are two orders.');
        return shop.send('PUT', `/v1/orders/${order.orderId}/referral`, {
          key: await order.token(),
          json: { programmeId, name: 'Ada' },
        });
      }),
    );
    expect(joined.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const codes = new Set(joined.map(({ json }) => json.invitation.code));
    expect(codes.size).toBe(1);
    const [{ json }] = joined as [(typeof joined)[number]];
    const link = new URL(json.invitation.link);
    expect([...link.searchParams]).toEqual([
      ['from', 'post'],
      ['ref', [...codes][0]],
    ]);
    expect(json.invitation.message).toContain(json.invitation.link);
    expect(json.invitation.qr.path).toMatch(/^M/);
  });

  it('shows a name as it is, and nothing that plays tricks', async () => {
    const shop = await openFriendShop(await open());
    const { orderId, token } = await shop.buyer('ada@example.com');
    const join = async (name: string | null) =>
      shop.send('PUT', `/v1/orders/${orderId}/referral`, {
        key: await token(),
        json: { programmeId: shop.programmeId, name },
      });
    const shown = async (name: string | null) => (await join(name)).json.invitation.name;
    expect(await shown('<b>Ada</b>')).toBe('<b>Ada</b>');
    expect(await shown('A\u202eda\u200b')).toBe('Ada');
    expect(await shown('J. R. Müller-Lüdenscheidt 3.')).toBe('J. R. Müller-Lüdenscheidt 3.');
    for (const none of ['🦄🦄', 'evil.com/prize', 'Ada, call +49 171 2345678', 'ada@example.com']) {
      expect(await shown(none)).toBeNull();
    }
    expect(await shown(null)).toBeNull();
    expect((await join('x'.repeat(41))).status).toBe(422);
    expect((await join('x'.repeat(1_000_000))).status).toBeGreaterThanOrEqual(413);
  });

  it('is closed with its reason where it cannot be', async () => {
    const shop = await openFriendShop(await open(), { takePart: { from: 'delivery', orders: 1 } });
    const closed = async (order: { orderId: string; token(): Promise<string> }) =>
      (await shop.send('GET', `/v1/orders/${order.orderId}/referral`, { key: await order.token() })).json
        .closed;
    const early = await shop.buyer('ada@example.com');
    expect(await closed(early)).toBe('not_yet');
    await early.deliver('2026-05-01T09:00:00Z');
    expect(await closed(early)).toBeNull();
    expect(await closed(await shop.order({ email: null }))).toBe('no_email');
    await shop.programme({ paused: true });
    expect(await closed(early)).toBe('no_programme');
  });

  it('is nobody else’s: a session reads its own order, and its own person', async () => {
    const shop = await openFriendShop(await open());
    const [ada, mia] = [await shop.advocate('Ada'), await shop.advocate('Mia')];
    await shop.claim(ada.code, { email: 'bea@example.net' });
    const path = `/v1/orders/${ada.orderId}`;
    for (const [method, end, json] of [
      ['GET', 'referral'],
      ['GET', 'referrals'],
      ['PUT', 'referral', { programmeId: shop.programmeId, name: 'Mia' }],
      ['POST', 'referral-shares', { channel: 'qr' }],
    ] as const) {
      const answer = await shop.send(method, `${path}/${end}`, {
        key: await mia.token(),
        ...(json ? { json } : {}),
      });
      expect(answer.status).toBe(404);
    }
    expect((await mia.card()).json).toMatchObject({ referrals: [], rewards: [], totals: { claimed: 0 } });
    const [mine] = (await ada.card()).json.referrals;
    expect(JSON.stringify(mine)).not.toContain('bea');
  });

  it('counts shares, lists in pages, and answers with a tag that saves the next look', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    const path = `/v1/orders/${ada.orderId}`;
    for (let index = 0; index < 12; index++) {
      await shop.claim(ada.code, { email: `f${index}@example.net` }, `198.51.100.${index}`);
    }
    for (const channel of ['qr', 'qr', 'copy_link']) {
      const key = await ada.token();
      expect((await shop.send('POST', `${path}/referral-shares`, { key, json: { channel } })).status).toBe(
        200,
      );
    }
    const card = await ada.card();
    expect(card.json.referrals).toHaveLength(10);
    const rest = await shop.send('GET', `${path}/referrals?cursor=${card.json.next}`, {
      key: await ada.token(),
    });
    expect(rest.json.items).toHaveLength(2);
    expect(rest.json.next).toBeNull();
    const again = await shop.send('GET', `${path}/referral`, {
      key: await ada.token(),
      headers: { 'If-None-Match': card.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('says when to look again: soon before something is due, calmly while others act, never for nothing', async () => {
    const shop = await openFriendShop(await open(), {
      advocate: { kind: 'amount', amount: { amount: 1000, currency: 'EUR' }, by: 'webhook' },
      hold: { until: 'days', days: 14 },
    });
    const ada = await shop.advocate('Ada');
    const look = async () => (await ada.card()).json.refreshAfter;
    expect(await look()).toBeNull();
    const claim = (await shop.claim(ada.code, { email: 'bea@example.net' })).json;
    await shop.buyer('bea@example.net', { discountCodes: [claim.reward.code], paid: true });
    expect(await look()).toBe(300);
    const [held] = (await ada.card()).json.referrals;
    expect(held).toMatchObject({ state: 'held', until: '2026-05-15' });
    shop.backend.clock.set('2026-05-15T08:58:30Z');
    expect(await look()).toBe(90);
    shop.backend.clock.set('2026-05-15T09:00:00Z');
    const { referrals, refreshAfter, rewards } = (await ada.card()).json;
    expect(referrals[0]).toMatchObject({ state: 'qualified', reward: { state: 'earned', code: null } });
    expect(refreshAfter).toBe(300);
    await shop.staff('POST', `/v1/staff/rewards/${rewards[0].reward.id}/issued`, { code: 'MADE-1' });
    const done = (await ada.card()).json;
    expect(done).toMatchObject({ refreshAfter: null, rewards: [{ reward: { code: 'MADE-1' } }] });
  });

  it('tells in the language asked for', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    await shop.claim(ada.code, { email: 'bea@example.net' });
    const words = async (locale: string) => {
      const { json } = await ada.card(`?locale=${locale}`);
      return `${json.programme.offer} ${json.referrals[0].words}`;
    };
    const all = await Promise.all(['en', 'de', 'ar'].map(words));
    expect(new Set(all).size).toBe(3);
    expect(all[1]).toMatch(/Sie|Ihr/);
    expect(all[2]).toMatch(/\p{Script=Arabic}/u);
  });
});
