import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openFriendShop } from '../testing/shop.ts';

describeOnBothDatabases('an offer', (open) => {
  it('goes from the link over the claim and the order to the reward', async () => {
    const shop = await openFriendShop(await open(), { hold: { until: 'days', days: 14 } });
    const ada = await shop.advocate('Ada');
    const offer = (await shop.visit(ada.code)).json;
    expect(offer).toMatchObject({ closed: null, advocate: 'Ada', code: ada.code, needsEmail: false });
    expect(offer.words).toBe('Ada gives you €10 off your first order');

    const claim = (await shop.claim(ada.code, { referralId: offer.referralId, email: 'bea@example.net' }))
      .json;
    expect(claim).toMatchObject({
      closed: null,
      reward: { state: 'sent', code: 'HELLO-100' },
      mention: null,
    });

    await shop.buyer('bea@example.net', { discountCodes: ['hello-100'], paid: true });
    const waits = (await ada.card('?locale=en')).json;
    expect(waits.totals).toMatchObject({ visits: 1, claimed: 1, waiting: 1, qualified: 0 });
    expect(waits.totals.pending).toEqual([{ amount: 1000, currency: 'EUR' }]);
    expect(waits.referrals[0]).toMatchObject({ state: 'held', until: '2026-05-15' });

    await shop.days(15);
    const counts = (await ada.card('?locale=en')).json;
    expect(counts.referrals[0]).toMatchObject({ state: 'qualified', reward: { code: 'THANKS-100' } });
    expect(counts.totals).toMatchObject({ waiting: 0, qualified: 1, pending: [] });
    expect(counts.totals.earned).toEqual([{ amount: 1000, currency: 'EUR' }]);
    expect(counts.rewards).toEqual([expect.objectContaining({ side: 'advocate' })]);
  });

  it('is found however the code is typed', async () => {
    const shop = await openFriendShop(await open());
    const { code } = await shop.advocate('Ada');
    const [name = '', tail = ''] = code.split('-');
    for (const typed of [code.toLowerCase(), ` ${name} ${tail} `, `${name}${tail}`, `${name}–${tail}.`]) {
      expect((await shop.visit(typed, { followed: false })).json).toMatchObject({ closed: null, code });
    }
  });

  it('counts a flood of visits, and keeps no more rows than an hour may have', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    for (let index = 0; index < 70; index++) await shop.visit(ada.code, {}, `203.0.113.${index}`);
    expect((await ada.card()).json.totals.visits).toBe(70);
    const rows = await shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
      tx.selectFrom('referrals').select('referral_id').where('state', '=', 'clicked').execute(),
    );
    expect(rows.length).toBe(50);
  });

  it('says kindly why it is not for somebody, and gives nothing then', async () => {
    const shop = await openFriendShop(await open(), { countries: ['DE'], friendEmail: true });
    const ada = await shop.advocate('Ada');
    await shop.buyer('old@example.net');
    const cases = [
      [{ code: 'NOBODY-7K3M', email: 'new@example.net' }, 'code_unknown'],
      [{ code: ada.code, email: 'ADA@example.com' }, 'own_link'],
      [{ code: ada.code, email: 'old@example.net' }, 'existing_customer'],
      [{ code: ada.code, email: 'new@example.net', country: 'FR' }, 'country_closed'],
    ] as const;
    for (const [{ code, ...more }, closed] of cases) {
      const answer = await shop.claim(code, more);
      expect([answer.status, answer.json.closed], answer.text).toEqual([200, closed]);
      expect(answer.json).toMatchObject({ token: null, reward: null });
      expect(answer.json.words).toMatch(/\.$/);
    }
    expect((await shop.claim(ada.code)).json.fields).toHaveProperty('email');
    await shop.programme({ paused: true });
    expect((await shop.visit(ada.code)).json.closed).toBe('paused');
    await shop.programme({ startsAt: '2026-06-01T00:00:00Z' });
    expect((await shop.visit(ada.code)).json.closed).toBe('not_started');
    await shop.programme({ endsAt: '2026-04-01T00:00:00Z' });
    expect((await shop.visit(ada.code)).json.closed).toBe('programme_ended');
  });

  it('is one for one person, whoever they come by and however often, and keeps its token', async () => {
    const shop = await openFriendShop(await open());
    const [ada, mia] = [await shop.advocate('Ada'), await shop.advocate('Mia')];
    const first = (await shop.claim(ada.code, { email: 'bea@example.net' })).json;
    const again = (await shop.claim(mia.code, { email: 'BEA@example.net' })).json;
    expect(again).toEqual(first);
    expect((await shop.readClaim(first.token)).json).toMatchObject({ reward: first.reward });
    const other = await openFriendShop(shop.backend);
    expect((await other.readClaim(first.token)).status).toBe(404);
    expect(
      (await shop.readClaim(first.token.replace(/.$/, first.token.endsWith('A') ? 'B' : 'A'))).status,
    ).toBe(404);
  });

  it('gives the last code to one of two who claim at the same moment, and tells the other', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    for (let index = 0; index < 19; index++) {
      await shop.claim(ada.code, { email: `f${index}@example.net` }, `198.51.100.${index}`);
    }
    const last = await Promise.all(
      ['x', 'y'].map((name) => shop.claim(ada.code, { email: `${name}@example.net` })),
    );
    expect(last.map(({ json }) => json.closed).toSorted()).toEqual(['none_left', null]);
    const codes = last.flatMap(({ json }) => json.reward?.code ?? []);
    expect(codes).toEqual(['HELLO-119']);
    expect((await ada.card()).json.totals.claimed).toBe(20);
  });

  it('is not found by trying: an address that tries many codes is told to wait', async () => {
    const shop = await openFriendShop(await open());
    const answers = [];
    for (let index = 0; index < 40; index++) answers.push((await shop.visit(`GUESS-${index}`)).status);
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(5);
    expect((await shop.visit('GUESS-1', {}, '198.51.100.9')).status).toBe(200);
  });

  it('belongs to one shop', async () => {
    const backend = await open();
    const [shop, other] = [await openFriendShop(backend), await openFriendShop(backend)];
    const ada = await shop.advocate('Ada');
    expect((await other.visit(ada.code)).json).toMatchObject({ closed: 'code_unknown', advocate: null });
    expect((await other.claim(ada.code)).json).toMatchObject({ closed: 'code_unknown', token: null });
  });
});
