import { PassportList } from '@postlude/contract';
import { expect, it } from 'vitest';
import { expectExactly } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { noConsents, openRegistrationShop, testPolicy } from './testing/shop.ts';

describeOnBothDatabases('registering what was bought here', (open) => {
  it('takes one tap, and shows covers with their ends and the code of a certificate', async () => {
    const shop = await openRegistrationShop(await open());
    const [mug] = await shop.units('Mug');
    expect(mug).toMatchObject({
      canRegister: true,
      because: null,
      serial: { asked: 'no' },
      passport: { origin: 'here', deliveredOn: '2026-11-23', registration: null, state: 'owned' },
    });
    const answer = await shop.register({ items: [{ passportId: mug?.passport.id }] });
    expect(answer.status).toBe(201);
    expectExactly(PassportList, answer.json);
    const [registered] = await shop.units('Mug');
    expect(registered).toMatchObject({ canRegister: false, because: 'registered' });
    const { passport } = registered ?? {};
    expect(passport?.registration).toMatchObject({
      status: 'registered',
      automatic: false,
      code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/),
      consents: noConsents,
    });
    expect(passport?.covers.find(({ kind }) => kind === 'legal_guarantee')).toMatchObject({
      state: 'active',
      until: '2028-11-23',
    });
    expect(passport?.checkUrl).toBe(
      `https://post.example.com/certificate/${shop.shop.store.publishableKey}/${passport?.registration?.code}`,
    );
    expect((await shop.events()).map(({ type }) => type)).toEqual([
      'registration.received',
      'registration.approved',
    ]);
  });

  it('says what is asked, what it gives, and why something cannot be registered', async () => {
    const shop = await openRegistrationShop(await open());
    const [lamp, second] = await shop.units('Lamp Nordlicht');
    expect(lamp).toMatchObject({
      serial: { asked: 'required', masks: ['LN-####-@@'], example: 'LN-1234-AB' },
      gainMonths: 12,
      canRegister: true,
      passport: { unit: 1, units: 2 },
    });
    expect(second?.passport.unit).toBe(2);
    const [kettle] = await shop.units('Kettle');
    expect(kettle).toMatchObject({ canRegister: false, because: 'not_delivered', canTransfer: false });
    const refused = await shop.register({ items: [{ passportId: kettle?.passport.id }] });
    expect(refused.json).toMatchObject({
      code: 'registration_closed',
      fields: { 'items.0.passportId': expect.any(String) },
    });
  });

  it('reads serial numbers as they are meant, several at once, all or none', async () => {
    const shop = await openRegistrationShop(await open());
    const ids = (await shop.units('Lamp Nordlicht')).map(({ passport }) => passport.id);
    const missing = await shop.register({
      items: [{ passportId: ids[0] }, { passportId: ids[1], serial: ' ' }],
    });
    expect(missing.json).toMatchObject({
      code: 'serial_required',
      fields: { 'items.0.serial': expect.any(String), 'items.1.serial': expect.any(String) },
    });
    const wrong = await shop.register({
      items: [
        { passportId: ids[0], serial: 'LN-1234-AB' },
        { passportId: ids[1], serial: 'XX-1' },
      ],
    });
    expect(wrong.json).toMatchObject({
      code: 'serial_wrong',
      fields: { 'items.1.serial': expect.any(String) },
    });
    expect(wrong.json.fields['items.0.serial']).toBeUndefined();
    expect((await shop.units('Lamp Nordlicht')).map(({ passport }) => passport.registration)).toEqual([
      null,
      null,
    ]);

    await shop.register({
      items: [
        { passportId: ids[0], serial: 'ln l234 ab' },
        { passportId: ids[1], serial: 'LN-5678-CD' },
      ],
    });
    const lamps = await shop.units('Lamp Nordlicht');
    expect(lamps.map(({ passport }) => passport.serial)).toEqual(['LN-1234-AB', 'LN-5678-CD']);
    expect(lamps[0]?.passport.covers.find(({ kind }) => kind === 'warranty')?.until).toBe('2029-11-23');
  });

  it('takes the same serial number once, also of two in one request', async () => {
    const shop = await openRegistrationShop(await open());
    const ids = (await shop.units('Lamp Nordlicht')).map(({ passport }) => passport.id);
    const both = ids.map((passportId) => ({ passportId, serial: 'LN-1234-AB' }));
    const twice = await shop.register({ items: both });
    expect(twice.json).toMatchObject({
      code: 'serial_taken',
      fields: { 'items.1.serial': expect.any(String) },
    });
    expect((await shop.register({ items: both.slice(0, 1) })).status).toBe(201);
    expect((await shop.register({ items: both.slice(1) })).json.code).toBe('serial_taken');
  });

  it('takes one number for many where the store allows it, and a listed one with its batch', async () => {
    const rules = (changes: object) => testPolicy.serials.map((rule) => ({ ...rule, ...changes }));
    const many = await openRegistrationShop(await open(), { serials: rules({ once: false }) });
    const [one, other] = await many.units('Lamp Nordlicht');
    const same = [one, other].map((unit) => ({ passportId: unit?.passport.id, serial: 'LN-1234-AB' }));
    expect((await many.register({ items: same })).status).toBe(201);

    const listing = await openRegistrationShop(many.backend, { serials: rules({ listed: true }) });
    await many.backend.context.db.withStore(listing.shop.store.id, (tx) =>
      tx
        .insertInto('listed_serials')
        .values({
          store_id: listing.shop.store.id,
          product_id: 'lamp',
          serial_key: 'LN1234AB',
          serial: 'LN-1234-AB',
          batch: 'B7',
          import_id: 'i',
        })
        .execute(),
    );
    const [lamp, next] = await listing.units('Lamp Nordlicht');
    const taken = await listing.register({
      items: [{ passportId: lamp?.passport.id, serial: 'ln 1234 ab' }],
    });
    expect(taken.status).toBe(201);
    expect((await listing.events())[0]?.data).toMatchObject({ serial: 'LN-1234-AB', batch: 'B7' });
    const unlisted = await listing.register({
      items: [{ passportId: next?.passport.id, serial: 'LN-9999-AB' }],
    });
    expect(unlisted.json.code).toBe('serial_not_accepted');
  });

  it('changes nothing but the choices of what is registered already', async () => {
    const shop = await openRegistrationShop(await open());
    const [mug] = await shop.units('Mug');
    const items = [{ passportId: mug?.passport.id }];
    await shop.register({ items });
    const first = (await shop.units('Mug'))[0]?.passport.registration;
    await shop.register({ items, consents: { safety: true, marketing: false } });
    const second = (await shop.units('Mug'))[0]?.passport.registration;
    expect(second).toEqual({ ...first, consents: { safety: true, marketing: false } });
  });

  it('does once what is sent twice under one key', async () => {
    const shop = await openRegistrationShop(await open());
    const [mug] = await shop.units('Mug');
    const items = [{ passportId: mug?.passport.id }];
    const headers = { 'Idempotency-Key': 'once' };
    const answers = [await shop.register({ items }, headers), await shop.register({ items }, headers)];
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect(await shop.events()).toHaveLength(2);
  });

  it('shows another store and another order nothing', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend);
    const other = await openRegistrationShop(backend);
    const [mug] = await shop.units('Mug');
    const id = mug?.passport.id;
    const get = (key: string) => shop.send('GET', `/v1/passports/${id}`, { key });
    expect((await get(other.token)).status).toBe(404);
    expect((await other.register({ items: [{ passportId: id }] })).json.code).toBe('not_found');
    expect((await shop.register({ items: [{ passportId: id }] }, {}, other.token)).json.code).toBe(
      'not_found',
    );
    expect((await shop.staff('GET', `/v1/staff/passports/${id}`)).json.id).toBe(id);
    expect((await other.staff('GET', `/v1/staff/passports/${id}`)).status).toBe(404);
  });

  it('shows a gift’s receiver the item and what stands behind it, and nothing of what the giver told or did', async () => {
    const shop = await openRegistrationShop(await open());
    const [lamp] = await shop.units('Lamp Nordlicht');
    const id = lamp?.passport.id ?? '';
    const closed = await shop.register({ items: [{ passportId: id }] }, {}, shop.giftToken);
    expect(closed.json.code).toBe('registration_closed');
    await shop.register({
      items: [{ passportId: id, serial: 'LN-1234-AB' }],
      consents: { safety: true, marketing: true },
    });
    const handOver = (await shop.post(`/v1/passports/${id}/transfer`)).json;
    const owned = await shop.get(id);
    expect(owned.transfer?.code).toBe(handOver.code);

    const [given] = await shop.units('Lamp Nordlicht', shop.giftToken);
    expect(given).toMatchObject({ canRegister: false, because: 'gift', canTransfer: false });
    // One answer, whether all are listed or one is asked for.
    expect(await shop.get(id, shop.giftToken)).toEqual(given?.passport);
    expect(given?.passport.covers).toEqual(owned.covers);
    expect(given?.passport).toMatchObject({ title: 'Lamp Nordlicht', deliveredOn: owned.deliveredOn });
    const said = JSON.stringify(given);
    const { registration } = owned;
    for (const secret of ['LN-1234', handOver.code, registration?.id, registration?.code]) {
      expect(said).not.toContain(secret);
    }
    for (const [method, path] of [
      ['POST', `${id}/transfer`],
      ['DELETE', `${id}/transfer`],
      ['PUT', `${id}/consents`],
    ] as const) {
      const json = method === 'PUT' ? { json: { consents: { safety: false, marketing: false } } } : {};
      const answer = await shop.send(method, `/v1/passports/${path}`, { key: shop.giftToken, ...json });
      expect([path, answer.json.code]).toEqual([path, 'not_found']);
    }
    // With the giver's code it becomes theirs.
    const taken = await shop.open('POST', '/v1/transfers', {
      code: handOver.code,
      email: 'mia@example.com',
      consents: { safety: false, marketing: false },
    });
    expect(taken.status).toBe(201);
    const [mine] = (await shop.list(taken.json.token, taken.json.order.id)).items;
    expect(mine?.passport).toMatchObject({ serial: 'LN-1234-AB', registration: { status: 'registered' } });
  });
});
