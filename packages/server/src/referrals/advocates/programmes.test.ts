import { expect, it } from 'vitest';
import type { Tx } from '../../db/database.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { advocateCodeKey } from '../codes/code-key.ts';
import { programmeToBegin } from '../programme/defaults.ts';
import { type FriendShop, openFriendShop } from '../testing/shop.ts';

const inStore = <T>({ backend, shop }: FriendShop, work: (tx: Tx) => Promise<T>): Promise<T> =>
  backend.context.db.withStore(shop.store.id, work);

/** Adds a programme beside the first; its id. */
async function anotherProgramme(shop: FriendShop, changes: object = {}): Promise<string> {
  const made = await shop.staff('POST', '/v1/staff/referral-programmes', {
    ...programmeToBegin('EUR', 'https://shop.example.com/summer'),
    ...changes,
  });
  if (made.status !== 201) throw new Error(made.text);
  return made.json.id;
}

describeOnBothDatabases('which programme somebody takes part in', (open) => {
  it('is the one that began last, and for who is in another one that runs still that one', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    shop.backend.clock.advance(86_400_000);
    const summer = await anotherProgramme(shop);
    await anotherProgramme(shop, { startsAt: '2026-07-01T00:00:00Z' });
    const mia = await shop.buyer('mia@example.com');
    const path = `/v1/orders/${mia.orderId}/referral`;
    const card = (await shop.send('GET', path, { key: await mia.token() })).json;
    expect(card).toMatchObject({ programme: { id: summer }, closed: null, invitation: null });
    expect((await ada.card()).json).toMatchObject({
      programme: { id: shop.programmeId },
      invitation: { code: ada.code },
    });

    const other = { programmeId: shop.programmeId, name: 'Mia' };
    const refused = await shop.send('PUT', path, { key: await mia.token(), json: other });
    expect([refused.status, refused.json.code]).toEqual([422, 'referral_closed']);
    const json = { programmeId: summer, name: 'Mia' };
    const joined = (await shop.send('PUT', path, { key: await mia.token(), json })).json;
    expect(joined.invitation.link).toMatch(/^https:\/\/shop\.example\.com\/summer\?ref=MIA-/);
  });

  it('is the next one when theirs is over: with what became of the first, and without its link', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    await shop.claim(ada.code, { email: 'bea@example.net' });
    await shop.programme({ endsAt: '2026-05-02T00:00:00Z' });
    shop.backend.clock.set('2026-05-03T09:00:00Z');
    const over = (await ada.card()).json;
    expect(over).toMatchObject({
      programme: null,
      closed: 'no_programme',
      invitation: { code: ada.code },
      totals: { claimed: 1 },
    });
    expect((await shop.visit(ada.code)).json.closed).toBe('programme_ended');

    const summer = await anotherProgramme(shop);
    const next = (await ada.card()).json;
    expect(next).toMatchObject({ programme: { id: summer }, closed: null, invitation: null });
    expect(next.referrals).toHaveLength(1);
    const path = `/v1/orders/${ada.orderId}/referral`;
    const json = { programmeId: summer, name: 'Ada' };
    const joined = (await shop.send('PUT', path, { key: await ada.token(), json })).json;
    expect(joined.invitation.code).not.toBe(ada.code);
    expect(joined.totals.claimed).toBe(1);
  });

  it('lets in with as many orders as it asks for, and counts none that was cancelled', async () => {
    const shop = await openFriendShop(await open(), { takePart: { from: 'order', orders: 2 } });
    const first = await shop.buyer('ada@example.com');
    const closed = async () =>
      (await shop.send('GET', `/v1/orders/${first.orderId}/referral`, { key: await first.token() })).json
        .closed;
    expect(await closed()).toBe('not_yet');
    await shop.buyer('ada@example.com', { cancelledAt: '2026-05-01T09:00:00Z' });
    expect(await closed()).toBe('not_yet');
    await shop.buyer(' ADA@example.com'.trim());
    expect(await closed()).toBeNull();
  });

  it('is none for whoever the store has shut out, and friends are not told why', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    const path = `/v1/orders/${ada.orderId}`;
    await inStore(shop, (tx) =>
      tx
        .updateTable('referral_advocates')
        .set({ blocked_at: shop.backend.clock.now(), blocked_by: 'Kim', blocked_note: 'sells codes' })
        .execute(),
    );
    expect((await ada.card()).json).toMatchObject({ programme: null, closed: 'blocked' });
    const join = { programmeId: shop.programmeId, name: 'Ada' };
    for (const [method, end, json] of [
      ['PUT', 'referral', join],
      ['POST', 'referral-shares', { channel: 'qr' }],
    ] as const) {
      const answer = await shop.send(method, `${path}/${end}`, { key: await ada.token(), json });
      expect([answer.status, answer.json.code]).toEqual([422, 'referral_closed']);
    }
    for (const answer of [await shop.visit(ada.code), await shop.claim(ada.code)]) {
      expect(answer.json.closed).toBe('programme_ended');
      expect(answer.text).not.toMatch(/block|shut|sells|Kim/i);
    }
  });

  it('is none for orders bought elsewhere, taken over, or opened as a gift', async () => {
    const shop = await openFriendShop(await open());
    const store = shop.shop.store.publishableKey;
    const { orderId, token } = await shop.buyer('ada@example.com', { number: 'A1' });
    const { json: staffs } = await shop.staff('GET', `/v1/staff/orders/${orderId}`);
    const gift = await shop.send('POST', `/v1/sessions?store=${store}`, {
      json: { by: 'gift', order: 'A1', code: staffs.giftCode },
    });
    const asked = async (key: string) => {
      const path = `/v1/orders/${orderId}`;
      const card = await shop.send('GET', `${path}/referral`, { key });
      expect(card.json).toMatchObject({ closed: 'not_offered', programme: null, invitation: null });
      expect((await shop.send('GET', `${path}/referrals`, { key })).json).toEqual({ items: [], next: null });
      const json = { programmeId: shop.programmeId, name: 'Ada' };
      const joined = await shop.send('PUT', `${path}/referral`, { key, json });
      expect([joined.status, joined.json.code]).toEqual([422, 'referral_closed']);
    };
    await asked(gift.json.token);
    for (const source of ['elsewhere', 'transfer']) {
      await inStore(shop, (tx) => tx.updateTable('orders').set({ source }).execute());
      await asked(await token());
    }
  });
});

describeOnBothDatabases('a code', (open) => {
  it('gets longer where every short one of a name is taken', async () => {
    const shop = await openFriendShop(await open());
    const { orderId, token } = await shop.buyer('ada@example.com');
    const keys: string[] = [];
    const [figures, letters] = ['3479', 'CDHJKMNPRTWXY'];
    for (const a of figures) {
      for (const b of letters) for (const c of figures) for (const d of letters) keys.push(a + b + c + d);
    }
    const at = shop.backend.clock.now();
    await inStore(shop, (tx) =>
      tx
        .insertInto('referral_advocates')
        .values(
          keys.map((tail) => ({
            store_id: shop.shop.store.id,
            advocate_id: `adv_${tail}`,
            programme_id: shop.programmeId,
            order_id: orderId,
            email: `${tail}@example.net`,
            email_key: `${tail}@example.net`,
            code: `FRIEND-${tail}`,
            code_key: advocateCodeKey(`FRIEND-${tail}`),
            joined_at: at,
            updated_at: at,
          })),
        )
        .execute(),
    );
    const json = { programmeId: shop.programmeId, name: null };
    const key = await token();
    const joined = await shop.send('PUT', `/v1/orders/${orderId}/referral`, { key, json });
    expect(joined.json.invitation.code).toMatch(/^FRIEND-([3479][CDHJKMNPRTWXY]){3}$/);
  });

  it('is added to the address of the page, and what stands there stays as it is', async () => {
    const shop = await openFriendShop(await open(), {
      landingUrl: 'https://shop.example.com/f?flag&text=a%20b&sum=$%26#top',
      message: { en: 'Look: {link} ({code})', de: 'Schau: {link}' },
    });
    const ada = await shop.advocate('Ada');
    const { invitation } = (await ada.card('?locale=en')).json;
    const link = `https://shop.example.com/f?flag&text=a%20b&sum=$%26&ref=${ada.code}#top`;
    expect(invitation).toMatchObject({ link, message: `Look: ${link} (${ada.code})` });
    expect((await ada.card('?locale=de-AT')).json.invitation.message).toBe(`Schau: ${link}`);
    expect((await ada.card('?locale=valueOf')).json.invitation.message).toBe(`Schau: ${link}`);
    await shop.programme({ landingUrl: 'https://shop.example.com/f?ref=old&x=1' });
    expect((await ada.card()).json.invitation.link).toBe(`https://shop.example.com/f?ref=${ada.code}&x=1`);
  });
});
