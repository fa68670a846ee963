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

  it('leaves alone what came before the day the store switched it on, and begins anew after a break', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend);
    const mug = async () => (await shop.units('Mug'))[0]?.passport.registration;
    // Delivered the day before.
    await shop.setPolicy({ registerOnDelivery: true });
    await registerDeliveries(backend.context);
    expect(await mug()).toBeNull();

    const other = await openRegistrationShop(backend, { registerOnDelivery: true });
    await other.setPolicy({ registerOnDelivery: false });
    await other.setPolicy({ registerOnDelivery: true });
    await registerDeliveries(backend.context);
    expect((await other.units('Mug'))[0]?.passport.registration).toBeNull();
    expect(await other.events()).toEqual([]);
  });

  it('begins with the day it was switched on in the store’s time zone, and other changes do not begin anew', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend);
    // The mug came on the 23rd at ten. It is still the 23rd in Berlin.
    backend.clock.set('2026-11-23T22:59:00Z');
    await shop.setPolicy({ registerOnDelivery: true });
    backend.clock.set('2026-11-24T09:00:00Z');
    await shop.setPolicy({ registerOnDelivery: true, askMarketing: false });
    await registerDeliveries(backend.context);
    expect((await shop.units('Mug'))[0]?.passport.registration).toMatchObject({ automatic: true });
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
