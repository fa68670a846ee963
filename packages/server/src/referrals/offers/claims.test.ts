import { expect, it } from 'vitest';
import type { Tx } from '../../db/database.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { type FriendShop, openFriendShop } from '../testing/shop.ts';

const inStore = <T>({ backend, shop }: FriendShop, work: (tx: Tx) => Promise<T>): Promise<T> =>
  backend.context.db.withStore(shop.store.id, work);

const rewardsOf = (shop: FriendShop) =>
  inStore(shop, (tx) => tx.selectFrom('rewards').select(['reward_id', 'state']).execute());

const claimKeyed = (shop: FriendShop, key: string, json: object) =>
  shop.send('POST', `/v1/referral-claims?store=${shop.shop.store.publishableKey}`, {
    json,
    headers: { 'Idempotency-Key': key },
  });

const euro = { kind: 'amount', amount: { amount: 1000, currency: 'EUR' } } as const;

describeOnBothDatabases('a claim', (open) => {
  it('is made once for a key, and one key is for one claim', async () => {
    const shop = await openFriendShop(await open());
    const { code } = await shop.advocate('Ada');
    const first = await claimKeyed(shop, 'k-one-two-three-four', { code });
    const again = await claimKeyed(shop, 'k-one-two-three-four', { code });
    expect([again.status, again.json]).toEqual([200, first.json]);
    const other = await claimKeyed(shop, 'k-one-two-three-four', { code, email: 'bea@example.net' });
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_conflict']);
    expect(await rewardsOf(shop)).toHaveLength(1);
  });

  it('is one for a mailbox, however its address is written', async () => {
    const shop = await openFriendShop(await open(), { friendEmail: true });
    const { code } = await shop.advocate('Ada');
    await shop.buyer('oldcustomer@gmail.com');
    const first = (await shop.claim(code, { email: 'bea.smith@gmail.com' })).json;
    for (const email of ['BeaSmith@gmail.com', 'b.e.a.smith+codes@googlemail.com']) {
      expect((await shop.claim(code, { email })).json.token).toBe(first.token);
    }
    expect((await shop.claim(code, { email: 'ada+me@example.com' })).json.closed).toBe('own_link');
    expect((await shop.claim(code, { email: 'old.customer@gmail.com' })).json.closed).toBe(
      'existing_customer',
    );
    expect(await rewardsOf(shop)).toHaveLength(1);
  });

  it('is for whoever had an order cancelled, or registered something that was bought elsewhere', async () => {
    const shop = await openFriendShop(await open());
    const { code } = await shop.advocate('Ada');
    await shop.buyer('bea@example.net', { cancelledAt: '2026-05-01T09:00:00Z' });
    expect((await shop.claim(code, { email: 'bea@example.net' })).json.closed).toBeNull();
    await shop.buyer('cem@example.net');
    expect((await shop.claim(code, { email: 'cem@example.net' })).json.closed).toBe('existing_customer');
    await inStore(shop, (tx) => tx.updateTable('orders').set({ source: 'elsewhere' }).execute());
    expect((await shop.claim(code, { email: 'cem@example.net' })).json.closed).toBeNull();
  });

  it('is one for an address that two devices tell at the same moment', async () => {
    const shop = await openFriendShop(await open());
    const [ada, mia] = [await shop.advocate('Ada'), await shop.advocate('Mia')];
    const both = await Promise.all(
      [ada, mia, ada, mia].map(({ code }, index) =>
        shop.claim(code, { email: 'bea@example.net' }, `198.51.100.${index}`),
      ),
    );
    expect(new Set(both.map(({ json }) => json.token)).size).toBe(1);
    expect(new Set(both.map(({ json }) => json.reward.code)).size).toBe(1);
    expect(await rewardsOf(shop)).toHaveLength(1);
  });

  it('gives every code once when many claim at the same moment, and keeps nothing of who got none', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    for (let index = 0; index < 17; index++) await shop.claim(ada.code, {}, `192.0.2.${index}`);
    const visits = [];
    for (let index = 0; index < 8; index++) visits.push((await shop.visit(ada.code)).json.referralId);
    const answers = await Promise.all(
      visits.map((referralId, index) => shop.claim(ada.code, { referralId }, `198.51.100.${index}`)),
    );
    const closed = answers.map(({ json }) => json.closed);
    expect(closed.filter((one) => one === null)).toHaveLength(3);
    expect(closed.filter((one) => one === 'none_left')).toHaveLength(5);
    const given = answers.flatMap(({ json }) => json.reward?.code ?? []);
    expect(new Set(given)).toEqual(new Set(['HELLO-117', 'HELLO-118', 'HELLO-119']));
    expect(await rewardsOf(shop)).toHaveLength(20);
    expect((await ada.card()).json.totals).toMatchObject({ claimed: 20, visits: 8 });

    const refused = visits[closed.indexOf('none_left')];
    expect((await shop.visit(ada.code, { followed: false })).json.closed).toBe('none_left');
    const { json: programmes } = await shop.staff('GET', '/v1/staff/referral-programmes');
    expect(programmes.items[0].warnings.join(' ')).toMatch(/friends/);
    await shop.codes('friend', ['LATE-1']);
    const late = (await shop.claim(ada.code, { referralId: refused })).json;
    expect(late).toMatchObject({ closed: null, reward: { code: 'LATE-1' } });
  });

  it('waits for a code the shop makes, and names the advocate’s where there is only credit', async () => {
    const shop = await openFriendShop(await open(), { friend: { ...euro, by: 'webhook' } });
    const ada = await shop.advocate('Ada');
    const claims = [];
    for (const email of ['bea@example.net', 'cem@example.net']) {
      const claim = (await shop.claim(ada.code, { email })).json;
      expect(claim).toMatchObject({ closed: null, reward: { state: 'earned', code: null }, mention: null });
      expect(claim.refreshAfter).toBeGreaterThan(0);
      claims.push(claim);
    }
    const asked = await shop.events('reward.issue');
    const ids = asked.map(({ data }) => data.rewardId);
    await shop.staff('POST', `/v1/staff/rewards/${ids[0]}/issued`, { code: 'MADE-1' });
    await shop.staff('POST', `/v1/staff/rewards/${ids[1]}/issued`, { creditId: 'credit-77' });
    const read = await Promise.all(claims.map(async ({ token }) => (await shop.readClaim(token)).json));
    expect(read[0]).toMatchObject({ reward: { state: 'sent', code: 'MADE-1' }, mention: null });
    expect(read[1]).toMatchObject({ reward: { state: 'sent', code: null }, mention: ada.code });
    expect(read.map(({ refreshAfter }) => refreshAfter)).toEqual([null, null]);
    expect(JSON.stringify(read[1])).not.toContain('credit-77');
  });

  it('names the advocate’s code where friends get nothing of their own', async () => {
    const shop = await openFriendShop(await open(), { friend: null });
    const ada = await shop.advocate('Ada');
    const claim = (await shop.claim(ada.code, { email: 'bea@example.net' })).json;
    expect(claim).toMatchObject({ closed: null, reward: null, mention: ada.code, refreshAfter: null });
    expect((await shop.readClaim(claim.token)).json.mention).toBe(ada.code);
  });

  it('goes on as it was promised when the programme is changed, stopped or over', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    const before = (await shop.claim(ada.code, { email: 'bea@example.net' })).json;
    await shop.programme({ friend: { ...euro, amount: { amount: 500, currency: 'EUR' }, by: 'pool' } });
    const after = (await shop.claim(ada.code, { email: 'cem@example.net' })).json;
    expect([before.reward.label, after.reward.label]).toEqual(['€10 off', '€5 off']);
    await shop.programme({ endsAt: '2026-04-01T00:00:00Z' });
    const read = (await shop.readClaim(before.token)).json;
    expect(read).toMatchObject({ closed: null, reward: before.reward, terms: before.terms });
    expect((await shop.claim(ada.code, { email: 'bea@example.net' })).json.reward).toEqual(before.reward);
    expect((await shop.claim(ada.code, { email: 'dan@example.net' })).json.closed).toBe('programme_ended');
  });

  it('says until when to order: while the claim counts, and while the code is good', async () => {
    const shop = await openFriendShop(await open(), { attributionDays: 30 });
    const ada = await shop.advocate('Ada');
    expect((await shop.claim(ada.code)).json.until).toBe('2026-05-31T09:00:00.000Z');
    await inStore(shop, (tx) =>
      tx
        .updateTable('reward_codes')
        .set({ expires_at: new Date('2026-05-09T22:00:00Z') })
        .execute(),
    );
    expect((await shop.claim(ada.code)).json.until).toBe('2026-05-09T22:00:00.000Z');
  });

  it('can be made again when it ran out without an order', async () => {
    const shop = await openFriendShop(await open(), { attributionDays: 5 });
    const ada = await shop.advocate('Ada');
    const first = (await shop.claim(ada.code, { email: 'bea@example.net' })).json;
    await shop.days(10);
    expect((await ada.card()).json.referrals[0]).toMatchObject({ state: 'voided', reason: 'ran_out' });
    expect((await shop.readClaim(first.token)).json.reward).toMatchObject({ state: 'revoked', code: null });
    const second = (await shop.claim(ada.code, { email: 'bea@example.net' })).json;
    expect(second).toMatchObject({ closed: null, reward: { state: 'sent' } });
    expect(second.token).not.toBe(first.token);
  });

  it('takes no visit of another advocate, of another shop, or one that was claimed', async () => {
    const backend = await open();
    const [shop, other] = [await openFriendShop(backend), await openFriendShop(backend)];
    const [ada, mia] = [await shop.advocate('Ada'), await shop.advocate('Mia')];
    const far = await other.advocate('Zoe');
    const foreign = (await other.visit(far.code)).json.referralId;
    const mias = (await shop.visit(mia.code)).json.referralId;
    const own = (await shop.visit(ada.code)).json.referralId;
    const tokens = new Set<string>();
    for (const referralId of [foreign, mias, own, own, `rfr_${'0'.repeat(32)}`]) {
      const { json } = await shop.claim(ada.code, { referralId });
      expect(json.closed).toBeNull();
      tokens.add(json.token);
    }
    expect(tokens.size).toBe(5);
    expect((await ada.card()).json.totals.claimed).toBe(5);
    expect((await mia.card()).json.totals.claimed).toBe(0);
    expect((await far.card()).json.totals.claimed).toBe(0);
  });
});
