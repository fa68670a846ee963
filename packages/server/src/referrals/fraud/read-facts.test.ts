import type { OrderInput } from '@postlude/contract';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openReferralShop, type ReferralShop, type TestAdvocate } from '../life/testing/shop.ts';
import { programmeToBegin } from '../programme/defaults.ts';

const to = (name: string, street: string, postcode = '10115'): Partial<OrderInput> => ({
  destination: { name, lines: [street], postcode, city: 'Berlin', country: 'DE' },
});
const bens: Partial<OrderInput> = { email: 'ben@example.com', ...to('Ben Noyce', 'Seeweg 9', '80331') };
const adas: Partial<OrderInput> = {
  email: 'ada@example.com',
  phone: '+49 171 1234567',
  customerId: 'c1',
  paymentFingerprint: 'visa-1',
  buyerAddress: '203.0.113.7',
  ...to('Ada Lovelace', 'Hauptstr. 5'),
};

describeOnBothDatabases('what a referral is scored from', (open) => {
  const opened = async (changes: Partial<ReturnType<typeof programmeToBegin>> = {}) => {
    const backend = await open();
    backend.clock.set('2026-11-24T09:00:00Z');
    const programme = { ...programmeToBegin('EUR', 'https://shop.example.com/friends'), ...changes };
    const shop = await openReferralShop(backend, { programme });
    const ada = await shop.advocate('ada');
    await shop.order({ id: 'adas', ...adas });
    return { backend, shop, ada };
  };

  /** A friend claims and orders; what was found of it. */
  const ordered = async (
    shop: ReferralShop,
    advocate: TestAdvocate,
    order: Partial<OrderInput>,
    id = 'friends',
  ) => {
    const claim = await shop.claim(advocate);
    await shop.order({ id, referralToken: claim.token, ...order });
    const { state, score, score_parts: parts } = await shop.referral(claim.referralId);
    return { state, score, signals: (parts ?? []).map(({ signal }) => signal) };
  };

  it('is nothing for somebody else in another town', async () => {
    const { shop, ada } = await opened();
    expect(await ordered(shop, ada, bens)).toEqual({ state: 'held', score: 0, signals: [] });
  });

  it.each<[string, Partial<OrderInput>, string, readonly string[]]>([
    ['the customer', { customerId: 'c1' }, 'refused', ['same_customer']],
    ['the mailbox', { email: 'ADA+friend@example.com' }, 'refused', ['same_email']],
    ['the means of payment', { paymentFingerprint: 'visa-1' }, 'held', ['same_payment']],
    ['the telephone', { phone: '0171 1234567' }, 'held', ['same_phone']],
    ['the network', { buyerAddress: '203.0.113.99' }, 'held', ['same_network']],
    ['the address', to('Ben Noyce', 'Hauptstraße 5'), 'held', ['same_address']],
    [
      'name and address',
      to('LOVELACE ADA', 'Hauptstraße 5'),
      'flagged',
      ['same_name_and_postcode', 'same_address'],
    ],
    ['the name', to('Ada Lovelace', 'Seeweg 9', '80331'), 'held', ['same_name']],
  ])('is %s the friend shares with the advocate', async (_, shared, state, signals) => {
    const { shop, ada } = await opened();
    expect(await ordered(shop, ada, { ...bens, ...shared })).toMatchObject({ state, signals });
  });

  it.each<[string, Partial<OrderInput>, readonly string[]]>([
    ['a mailbox in another spelling', { email: 'ben+old@example.com' }, ['not_first_order']],
    ['a customer', { customerId: 'c2' }, ['not_first_order']],
    ['a means of payment under the same name', { paymentFingerprint: 'visa-2' }, ['not_first_order']],
    ['a telephone under the same name', { phone: '0049 172 9876543' }, ['not_first_order']],
    ['a name and an address', to('noyce, ben', 'Seeweg 9', '80331'), ['not_first_order']],
    ['a name at another postcode', to('Ben Noyce', 'Seeweg 9', '80332'), []],
  ])('is %s that ordered before', async (_, shared, signals) => {
    const { backend, shop, ada } = await opened();
    const friend = { ...bens, customerId: 'c2', paymentFingerprint: 'visa-2', phone: '+49 172 9876543' };
    const other = { email: 'somebody@example.com', ...to('Ben Noyce', 'Waldweg 1', '20095') };
    await shop.order({ id: 'before', ...other, ...shared });
    backend.clock.advance(1000);
    expect((await ordered(shop, ada, friend)).signals).toEqual(signals);
  });

  it('is no earlier order where any order counts, nor one that was cancelled or came later', async () => {
    const any = await opened({ firstOrderOnly: false });
    await any.shop.order({ id: 'before', email: 'ben+old@example.com' });
    any.backend.clock.advance(1000);
    expect((await ordered(any.shop, any.ada, bens)).signals).toEqual([]);

    const { backend, shop, ada } = await opened();
    await shop.order({ id: 'cancelled', email: 'ben+a@example.com', cancelledAt: '2026-11-24T09:00:00Z' });
    await shop.order({ id: 'later', email: 'ben+b@example.com', placedAt: '2026-11-25T09:00:00Z' });
    backend.clock.advance(1000);
    expect((await ordered(shop, ada, bens)).signals).toEqual([]);
  });

  it('is a reward of the advocate that the friend paid with', async () => {
    const { backend, shop, ada } = await opened({ hold: { until: 'days', days: 0 } });
    expect((await ordered(shop, ada, bens)).state).toBe('qualified');
    const [reward] = (await shop.rewards()).filter(({ side }) => side === 'advocate');
    backend.clock.advance(1000);
    const eve = { email: 'eve@example.com', discountCodes: [reward?.code ?? ''] };
    expect(await ordered(shop, ada, eve, 'second')).toEqual({
      state: 'flagged',
      score: 50,
      signals: ['advocates_reward_used'],
    });
  });

  it('is a ring: who brought the advocate is brought by them', async () => {
    const { backend, shop, ada } = await opened({ firstOrderOnly: false });
    const cleo = await shop.advocate('cleo');
    backend.clock.advance(1000);
    // Cleo brings Ben, who brings Eve, who brings Cleo.
    await ordered(shop, cleo, bens, 'o1');
    const ben = await shop.advocate('ben');
    backend.clock.advance(1000);
    await ordered(shop, ben, { email: 'eve@example.com' }, 'o2');
    const eve = await shop.advocate('eve');
    backend.clock.advance(1000);
    const ring = await ordered(shop, eve, { email: 'cleo@example.com' }, 'o3');
    expect(ring).toMatchObject({ signals: ['ring'], state: 'flagged' });
    expect((await ordered(shop, ada, { email: 'fay@example.com' }, 'o4')).signals).toEqual([]);
  });

  it('is how fast friends come, from a network and by a link that many follow', async () => {
    const settings = programmeToBegin('EUR', 'https://shop.example.com').fraud;
    const { shop, ada, backend } = await opened({
      fraud: { ...settings, advocatePerDay: 2, networkPerDay: 2, visitsPerHour: 10 },
    });
    const from = (name: string) => ({ email: `${name}@example.com`, buyerAddress: '198.51.100.9' });
    expect((await ordered(shop, ada, from('f1'), 'o1')).signals).toEqual([]);
    expect((await ordered(shop, ada, from('f2'), 'o2')).signals).toEqual([]);
    expect((await ordered(shop, ada, from('f3'), 'o3')).signals).toEqual([
      'many_of_advocate',
      'many_of_network',
    ]);
    await shop.in((tx) =>
      tx
        .insertInto('referral_visits')
        .values({
          store_id: shop.storeId,
          advocate_id: ada.advocateId,
          hour: backend.clock.now(),
          visits: 11,
        })
        .execute(),
    );
    expect((await ordered(shop, ada, { email: 'f4@example.com' }, 'o4')).signals).toEqual([
      'posted_in_public',
      'many_of_advocate',
    ]);
    backend.clock.advance(25 * 3_600_000);
    expect((await ordered(shop, ada, from('f5'), 'o5')).signals).toEqual([]);
  });
});
