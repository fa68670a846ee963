import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { noConsents, openRegistrationShop, type RegistrationShop } from './testing/shop.ts';

async function registeredMug(shop: RegistrationShop): Promise<string> {
  const [mug] = await shop.units('Mug');
  const id = mug?.passport.id ?? '';
  await shop.register({ items: [{ passportId: id }], consents: { safety: true, marketing: true } });
  return id;
}

const takeOver = (shop: RegistrationShop, code: string, changes: object = {}, from?: string) =>
  shop.open(
    'POST',
    '/v1/transfers',
    { code, email: 'kim@example.com', name: 'Kim', consents: noConsents, ...changes },
    from,
  );

describeOnBothDatabases('handing an item over', (open) => {
  it('gives the new owner the item, its covers and its history, and nothing of who had it', async () => {
    const shop = await openRegistrationShop(await open());
    const id = await registeredMug(shop);
    const before = await shop.get(id);
    const code = await shop.post(`/v1/passports/${id}/transfer`);
    expect(code.status).toBe(201);
    expect((await shop.post(`/v1/passports/${id}/transfer`)).json).toEqual(code.json);
    expect((await shop.get(id)).transfer).toEqual({
      code: code.json.code,
      expiresAt: '2026-12-08T09:00:00.000Z',
    });

    const taken = await takeOver(shop, code.json.code.toLowerCase().replaceAll('-', ' '));
    expect(taken.status).toBe(201);
    const { token, order } = taken.json;
    expect(order.number).toMatch(/^REG-[2-9A-Z]{8}$/);
    const [mine] = (await shop.list(token, order.id)).items;
    expect(mine?.passport).toMatchObject({
      id,
      orderId: order.id,
      orderNumber: order.number,
      origin: 'transferred',
      state: 'owned',
      deliveredOn: '2026-11-23',
      registration: { status: 'registered', consents: noConsents },
      covers: before.covers,
      owners: [
        { from: '2026-11-23', through: '2026-11-24', you: false },
        { from: '2026-11-24', through: null, you: true },
      ],
    });
    expect(mine?.passport.registration?.code).not.toBe(before.registration?.code);
    const text = JSON.stringify(await shop.list(token, order.id));
    for (const secret of [
      before.orderId,
      before.orderNumber,
      'Ada',
      before.registration?.code,
      before.registration?.id,
    ]) {
      expect(text).not.toContain(`"${secret}"`);
    }
    const lookup = { by: 'lookup', order: order.number, contact: 'KIM@example.com' };
    expect((await shop.open('POST', '/v1/sessions', lookup)).json.order.id).toBe(order.id);
  });

  it('leaves the owner before with nothing but that it is gone', async () => {
    const shop = await openRegistrationShop(await open());
    const id = await registeredMug(shop);
    const { code } = (await shop.post(`/v1/passports/${id}/transfer`)).json;
    const { token, order } = (await takeOver(shop, code)).json;
    const mine = (await shop.list(token, order.id)).items[0]?.passport;
    const [old] = await shop.units('Mug');
    expect(old).toMatchObject({
      canRegister: false,
      because: 'transferred',
      canTransfer: false,
      passport: {
        state: 'transferred',
        covers: [],
        claims: [],
        transfer: null,
        owners: [{ you: true, through: '2026-11-24' }],
      },
    });
    const text = JSON.stringify(old);
    for (const secret of [order.id, order.number, mine?.registration?.code, 'kim@example.com']) {
      expect(text).not.toContain(secret);
    }
    expect((await shop.register({ items: [{ passportId: id }] })).json.code).toBe('registration_closed');
    expect((await shop.post(`/v1/passports/${id}/transfer`)).json.code).toBe('transfer_closed');
    const events = await shop.events();
    expect(events.at(-1)).toMatchObject({ type: 'registration.transferred', data: { orderId: order.id } });
    expect(events.at(-1)?.data).not.toHaveProperty('marketing');
    expect(JSON.stringify(events)).not.toContain('kim@example.com');
  });

  it('works once, for 14 days, and not after it was taken back', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend);
    const id = await registeredMug(shop);
    const start = async () => (await shop.post(`/v1/passports/${id}/transfer`)).json.code as string;
    const first = await start();
    const cancelled = await shop.send('DELETE', `/v1/passports/${id}/transfer`, { key: shop.token });
    expect(cancelled.json.transfer).toBeNull();
    expect((await takeOver(shop, first)).json.code).toBe('transfer_code_invalid');
    const second = await start();
    expect(second).not.toBe(first);
    backend.clock.advance(14 * 86_400_000);
    expect((await takeOver(shop, second)).json.code).toBe('transfer_code_invalid');
    expect((await takeOver(shop, 'no code at all')).json.code).toBe('transfer_code_invalid');
  });

  it('goes to one of two who come at once with the same code', async () => {
    const shop = await openRegistrationShop(await open());
    const id = await registeredMug(shop);
    const { code } = (await shop.post(`/v1/passports/${id}/transfer`)).json;
    const answers = await Promise.all([
      takeOver(shop, code),
      takeOver(shop, code, { email: 'lee@example.com' }, '203.0.113.8'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  });

  it('locks who guesses, also under keys of idempotency', async () => {
    const shop = await openRegistrationShop(await open());
    const id = await registeredMug(shop);
    const { code } = (await shop.post(`/v1/passports/${id}/transfer`)).json;
    const path = `/v1/transfers?store=${shop.shop.store.publishableKey}`;
    for (let tried = 0; tried < 20; tried += 1) {
      const answer = await shop.send('POST', path, {
        headers: { 'Idempotency-Key': `try-${tried}` },
        json: { code: '2222-3333-4444', email: 'eve@example.com', consents: noConsents },
      });
      expect(answer.json.code).toBe('transfer_code_invalid');
    }
    const locked = await takeOver(shop, code);
    expect(locked.json).toMatchObject({ code: 'lookup_locked', retryAt: '2026-11-24T09:30:00.000Z' });
    expect((await takeOver(shop, code, {}, '203.0.113.99')).status).toBe(201);
  });

  it('can go on from owner to owner', async () => {
    const shop = await openRegistrationShop(await open());
    const id = await registeredMug(shop);
    let token = shop.token;
    let orderId = shop.orderId;
    for (const email of ['kim@example.com', 'lee@example.com']) {
      const { code } = (await shop.post(`/v1/passports/${id}/transfer`, undefined, token)).json;
      const { json } = await takeOver(shop, code, { email });
      token = json.token;
      orderId = json.order.id;
    }
    const [last] = (await shop.list(token, orderId)).items;
    expect(last?.passport.owners.map(({ you }) => you)).toEqual([false, false, true]);
  });
});
