import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { noConsents, openRegistrationShop, testPolicy } from './testing/shop.ts';

describeOnBothDatabases('guessing and racing at serial numbers', (open, kind) => {
  it('tells who tries many nothing, and lets them wait', async () => {
    const backend = await open();
    const listed = testPolicy.serials.map((rule) => ({ ...rule, listed: true }));
    const shop = await openRegistrationShop(backend, { serials: listed });
    const [lamp, other] = await shop.units('Lamp Nordlicht');
    const attempt = (number: number) =>
      shop.register(
        { items: [{ passportId: lamp?.passport.id, serial: `LN-${String(1000 + number)}-AB` }] },
        { 'Idempotency-Key': `try-${number}` },
      );
    for (let number = 0; number < 10; number += 1) {
      expect((await attempt(number)).json.code).toBe('serial_not_accepted');
    }
    expect((await attempt(10)).json).toMatchObject({
      code: 'rate_limited',
      retryAt: '2026-11-24T09:30:00.000Z',
    });
    // What the page can tell costs nothing: a mistyped number is told as such also now.
    const typo = await shop.register({ items: [{ passportId: other?.passport.id, serial: 'XX' }] });
    expect(typo.json.code).toBe('serial_wrong');
    const [mug] = await shop.units('Mug');
    expect((await shop.register({ items: [{ passportId: mug?.passport.id }] })).status).toBe(201);
    backend.clock.advance(30 * 60_000);
    expect((await attempt(11)).json.code).toBe('serial_not_accepted');
  });

  it('lets one of two in who come at once with one number, and tells the other the way', async () => {
    const shop = await openRegistrationShop(await open());
    const [lamp, other] = await shop.units('Lamp Nordlicht');
    const { json } = await shop.open('POST', '/v1/outside-purchases', {
      productId: 'lamp',
      purchasedOn: '2026-05-02',
      about: true,
      where: 'Market',
      email: 'eve@example.com',
    });
    const [theirs] = (await shop.list(json.token, json.order.id)).items;
    const serial = 'LN-1234-AB';
    const answers = await Promise.all([
      shop.register({ items: [{ passportId: lamp?.passport.id, serial }] }),
      shop.register({ items: [{ passportId: theirs?.passport.id, serial }] }, {}, json.token, json.order.id),
      shop.register({ items: [{ passportId: other?.passport.id, serial }] }),
    ]);
    expect(answers.map(({ status }) => status).sort(), kind).toEqual([201, 409, 409]);
    for (const { json: body } of answers.filter(({ status }) => status === 409)) {
      expect(body.code).toBe('serial_taken');
      expect(JSON.stringify(body)).not.toMatch(/Ada|eve@|REG-|1001/);
    }
  });

  it('does not let lists in another order wait for each other in a circle', async () => {
    const shop = await openRegistrationShop(await open(), { boughtElsewhere: 'accept' });
    const serials = ['LN-0001-AA', 'LN-0002-AA', 'LN-0003-AA', 'LN-0004-AA'];
    const owners = await Promise.all(
      [0, 1, 2].map(async (number) => {
        const { json } = await shop.open('POST', '/v1/outside-purchases', {
          productId: 'lamp',
          quantity: 4,
          purchasedOn: '2026-05-02',
          about: true,
          where: 'Market',
          email: `eve${number}@example.com`,
        });
        return {
          token: json.token,
          orderId: json.order.id,
          items: (await shop.list(json.token, json.order.id)).items,
        };
      }),
    );
    const answers = await Promise.all(
      owners.map(({ token, orderId, items }, index) => {
        const mine = index % 2 === 0 ? serials : serials.toReversed();
        const list = items.map(({ passport }, place) => ({ passportId: passport.id, serial: mine[place] }));
        return shop.register({ items: list }, {}, token, orderId);
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('gives the number of a unit that was sent back to whoever bought it next', async () => {
    const shop = await openRegistrationShop(await open());
    const [lamp] = await shop.units('Lamp Nordlicht');
    await shop.register({ items: [{ passportId: lamp?.passport.id, serial: 'LN-1234-AB' }] });
    await shop.staff('PUT', '/v1/staff/orders/by-external-id/ext-1001', {
      number: '1001',
      placedAt: '2026-11-20T10:00:00Z',
      currency: 'EUR',
      lines: [
        {
          externalId: 'l1',
          title: 'Lamp Nordlicht',
          quantity: 2,
          productId: 'lamp',
          variantId: 'lamp-w',
          removed: 2,
        },
      ],
    });
    const [gone] = await shop.units('Lamp Nordlicht');
    expect(gone).toMatchObject({ because: 'returned', canTransfer: false, passport: { state: 'returned' } });
    const { json } = await shop.open('POST', '/v1/outside-purchases', {
      productId: 'lamp',
      purchasedOn: '2026-11-24',
      about: false,
      where: 'Outlet',
      email: 'lee@example.com',
    });
    const [next] = (await shop.list(json.token, json.order.id)).items;
    const taken = await shop.register(
      { items: [{ passportId: next?.passport.id, serial: 'LN-1234-AB' }], consents: noConsents },
      {},
      json.token,
      json.order.id,
    );
    expect(taken.status).toBe(201);
  });
});
