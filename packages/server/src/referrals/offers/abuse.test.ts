import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openFriendShop } from '../testing/shop.ts';

describeOnBothDatabases('what friends are told', (open) => {
  it('says of the advocate the name, and nothing else', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    const visit = await shop.visit(ada.code);
    expect(Object.keys(visit.json).toSorted()).toEqual(
      [
        'closed',
        'words',
        'code',
        'advocate',
        'reward',
        'terms',
        'needsEmail',
        'endsAt',
        'referralId',
      ].toSorted(),
    );
    const claim = await shop.claim(ada.code, { email: 'bea@example.net' });
    expect(Object.keys(claim.json).toSorted()).toEqual(
      ['closed', 'words', 'token', 'reward', 'mention', 'until', 'terms', 'refreshAfter'].toSorted(),
    );
    for (const { text } of [visit, claim, await shop.readClaim(claim.json.token)]) {
      expect(text).not.toContain('ada@example.com');
      expect(text).not.toMatch(/ord_|adv_|bea@/);
    }
    expect(visit.headers.get('set-cookie')).toBeNull();
    expect(claim.headers.get('set-cookie')).toBeNull();
  });

  it('is laid out by itself where a name is written the other way, in every language', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('مارا');
    expect(ada.code).toMatch(/^FRIEND-/);
    const { words, advocate } = (await shop.visit(ada.code)).json;
    expect(advocate).toBe('مارا');
    expect(words).toBe('\u2068مارا\u2069 gives you €10 off your first order');
  });

  it('is in the language asked for, and in English where that is not spoken', async () => {
    const shop = await openFriendShop(await open());
    const { code } = await shop.advocate('Ada');
    const store = `store=${shop.shop.store.publishableKey}`;
    const words = async (locale: string, json: object) =>
      (await shop.send('POST', `/v1/referral-visits?${store}&locale=${locale}`, { json })).json.words;
    for (const json of [
      { code, followed: false },
      { code: 'NOBODY-3C3C', followed: false },
    ]) {
      const [en, de, ar, at, unknown] = await Promise.all(
        ['en', 'de', 'ar', 'de-AT', 'valueOf'].map((locale) => words(locale, json)),
      );
      expect(new Set([en, de, ar]).size).toBe(3);
      expect(ar).toMatch(/\p{Script=Arabic}/u);
      expect(unknown).toBe(en);
      // As Austria writes sums: € 10.
      const unsummed = (text: string) => text.replace(/€\s10|10\s€/, '…');
      expect(unsummed(at)).toBe(unsummed(de));
    }
  });

  it('is that all is given when the advocate, or the programme, has no friend left', async () => {
    const shop = await openFriendShop(await open(), {
      hold: { until: 'days', days: 14 },
      caps: { perAdvocate: 1, perMonth: null, programme: 2 },
    });
    const [ada, mia, zoe] = [
      await shop.advocate('Ada'),
      await shop.advocate('Mia'),
      await shop.advocate('Zoe'),
    ];
    const buys = async (code: string, email: string) => {
      const claim = (await shop.claim(code, { email })).json;
      await shop.buyer(email, { discountCodes: [claim.reward.code], paid: true });
    };
    await buys(ada.code, 'bea@example.net');
    expect((await shop.visit(ada.code)).json).toMatchObject({ closed: 'all_given', referralId: null });
    expect((await shop.claim(ada.code, { email: 'cem@example.net' })).json.closed).toBe('all_given');
    expect((await shop.visit(mia.code)).json.closed).toBeNull();
    await buys(mia.code, 'dan@example.net');
    expect((await shop.visit(zoe.code)).json.closed).toBe('all_given');
  });
});

describeOnBothDatabases('offers under attack', (open) => {
  it('answer whatever is typed for a code, and never fail', async () => {
    const shop = await openFriendShop(await open());
    await shop.advocate('Ada');
    const typed = [
      '\u202e3M7K-ADA',
      '٠١٢٣',
      '🦄🦄',
      "' or 1=1 --",
      '<img src=x onerror=alert(1)>',
      '%00',
      '\ud800',
      '__proto__',
      '-'.repeat(64),
    ];
    for (const [index, code] of typed.entries()) {
      const from = `198.51.100.${index}`;
      expect((await shop.visit(code, {}, from)).json).toMatchObject({ closed: 'code_unknown', code: null });
      expect((await shop.claim(code, {}, from)).json).toMatchObject({ closed: 'code_unknown', token: null });
    }
    const refused = ['', '\u0000', 'x'.repeat(65), 7, null, ['ADA'], { code: 'ADA' }];
    for (const code of refused) expect((await shop.visit(code as string)).status).toBe(422);
    expect((await shop.visit('x'.repeat(1_000_000))).status).toBe(413);
    const odd = [
      { email: 'no address' },
      { email: `${'x'.repeat(500)}@example.net` },
      { country: 'Germany' },
      { referralId: 'rfr_1' },
      { locale: '../../etc' },
      { more: true },
    ];
    for (const more of odd) expect((await shop.claim('ADA-3C3C', more)).status).toBe(422);
  });

  it('let an address make so many claims in a day, and another go on', async () => {
    const shop = await openFriendShop(await open());
    const { code } = await shop.advocate('Ada');
    const statuses = [];
    for (let index = 0; index < 41; index++) statuses.push((await shop.claim(code)).status);
    expect(statuses.slice(0, 40).every((status) => status === 200)).toBe(true);
    const late = await shop.claim(code);
    expect([statuses[40], late.status, late.json.code]).toEqual([429, 429, 'rate_limited']);
    expect(late.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await shop.claim(code, {}, '198.51.100.9')).status).toBe(200);
    shop.backend.clock.advance(25 * 3_600_000);
    expect((await shop.claim(code)).status).toBe(200);
  });

  it('count a customer of IPv6 as one, whichever of their addresses they come from', async () => {
    const shop = await openFriendShop(await open());
    const from = (place: number) => `2001:db8:7:7:${place.toString(16)}::1`;
    const statuses = [];
    for (let index = 0; index < 31; index++) {
      statuses.push((await shop.claim(`GUESS-${index}`, {}, from(index))).status);
    }
    expect(statuses[29]).toBe(200);
    expect(statuses[30]).toBe(429);
    expect((await shop.visit('GUESS-99', {}, from(99))).status).toBe(429);
  });

  it('count a flood from one address until it is told to wait', async () => {
    const shop = await openFriendShop(await open());
    const ada = await shop.advocate('Ada');
    const statuses = [];
    for (let index = 0; index < 125; index++) statuses.push((await shop.visit(ada.code)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(120);
    expect((await ada.card()).json.totals.visits).toBe(120);
    shop.backend.clock.advance(3_600_000);
    expect((await shop.visit(ada.code)).json.referralId).toMatch(/^rfr_/);
  });
});
