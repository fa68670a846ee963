import { expect, it } from 'vitest';
import { purchase } from '../registrations/testing/problem-ways.ts';
import { openRegistrationShop, type RegistrationShop } from '../registrations/testing/shop.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { mailRecalls } from './mail-recalls.ts';
import { recallInput } from './testing/recall.ts';

const noticesOf = async (shop: RegistrationShop, token: string, orderId: string): Promise<unknown[]> =>
  (await shop.send('GET', `/v1/orders/${orderId}/recalls`, { key: token })).json.items;

describeOnBothDatabases('the owners a recall reaches', (open) => {
  it('are those of today: who took an item over and who bought it elsewhere, not who gave it away', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend);
    for (const { passport } of await shop.units('Lamp Nordlicht')) {
      const serial = `LN-000${passport.unit}-AA`;
      await shop.register({ items: [{ passportId: passport.id, serial }] });
    }
    const taken = [];
    for (const { passport } of await shop.units('Lamp Nordlicht')) {
      const { code } = (await shop.post(`/v1/passports/${passport.id}/transfer`)).json;
      const email = `owner-${passport.unit}@example.com`;
      const accepted = await shop.open('POST', '/v1/transfers', {
        code,
        email,
        consents: { safety: false, marketing: false },
      });
      taken.push(accepted.json);
    }
    const told = (await shop.open('POST', '/v1/outside-purchases', purchase)).json;
    const unregistered = (
      await shop.open('POST', '/v1/outside-purchases', { ...purchase, email: 'later@example.com' })
    ).json;

    const scope = { productIds: ['lamp'], serials: [{ from: 'LN0001AA', to: 'LN0001ZZ' }] };
    const published = await shop.staff('POST', '/v1/staff/recalls', recallInput({ scope }));
    expect(published.status).toBe(201);
    // Lamp 1 by its number; the two bought elsewhere, whose numbers nobody knows.
    for (const { token, order } of [taken[0], told, unregistered]) {
      expect(await noticesOf(shop, token, order.id)).toHaveLength(1);
    }
    expect(await noticesOf(shop, taken[1].token, taken[1].order.id)).toEqual([]);
    expect(await noticesOf(shop, shop.token, shop.orderId)).toEqual([]);

    const context = {
      ...backend.context,
      config: { ...backend.context.config, mail: { url: 'smtp://127.0.0.1:1', from: 'shop@example.com' } },
    };
    await mailRecalls(context);
    const mails = await backend.context.db.withStore(shop.shop.store.id, (tx) =>
      tx.selectFrom('mails').select('content').where('store_id', '=', shop.shop.store.id).execute(),
    );
    const recalled = mails.filter(({ content }) => /recall|rückruf/i.test(content.subject));
    // Nobody of them allowed any messages: what is dangerous is told all the same.
    expect(recalled.map(({ content }) => content.to).sort()).toEqual([
      'kim@example.com',
      'later@example.com',
      'owner-1@example.com',
    ]);
  });
});
