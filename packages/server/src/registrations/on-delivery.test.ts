import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { registerDeliveries } from './on-delivery.ts';
import { openRegistrationShop } from './testing/shop.ts';

describeOnBothDatabases('registering with the delivery', (open) => {
  it('registers by itself what needs no serial number, once, and allows no messages', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend, { registerOnDelivery: true });
    await registerDeliveries(backend.context);
    expect(await registerDeliveries(backend.context)).toBe(0);
    const [mug] = await shop.units('Mug');
    expect(mug?.passport.registration).toMatchObject({
      status: 'registered',
      automatic: true,
      consents: { safety: false, marketing: false },
    });
    expect((await shop.units('Lamp Nordlicht')).map(({ passport }) => passport.registration)).toEqual([
      null,
      null,
    ]);
    expect((await shop.units('Kettle'))[0]?.passport.registration).toBeNull();
    const events = await shop.events();
    expect(events.map(({ type }) => type)).toEqual(['registration.received', 'registration.approved']);
    expect(events[0]?.data).not.toHaveProperty('marketing');
  });

  it('registers nothing where the store does not say so, and nothing twice', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend);
    const other = await openRegistrationShop(backend, { registerOnDelivery: true });
    const [theirs] = await other.units('Mug');
    await other.register({ items: [{ passportId: theirs?.passport.id }] });
    await registerDeliveries(backend.context);
    expect((await shop.units('Mug'))[0]?.passport.registration).toBeNull();
    expect((await other.units('Mug'))[0]?.passport.registration?.automatic).toBe(false);
    expect(await other.events()).toHaveLength(2);
  });

  it('registers once when two processes look at the same moment', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend, { registerOnDelivery: true });
    const counts = await Promise.all([
      registerDeliveries(backend.context),
      registerDeliveries(backend.context),
    ]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await shop.events()).toHaveLength(2);
  });
});
