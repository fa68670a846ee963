import { StaffRegistration } from '@postlude/contract';
import { expect, it } from 'vitest';
import { expectExactly } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { pending } from './testing/pending.ts';
import { openRegistrationShop } from './testing/shop.ts';

describeOnBothDatabases('what staff do with registrations', (open) => {
  it('is found by number, e-mail, serial number and code, and by status', async () => {
    const shop = await openRegistrationShop(await open());
    const { id, again } = await pending(shop);
    const [mug] = await shop.units('Mug');
    await shop.register({ items: [{ passportId: mug?.passport.id }] });
    const find = async (query: string) =>
      (await shop.staff('GET', `/v1/staff/registrations?${query}`)).json.items.map(
        (one: { id: string }) => one.id,
      );
    expect(await find('')).toHaveLength(2);
    expect(await find('status=pending')).toEqual([id]);
    const { passport } = (await again()) ?? {};
    for (const q of [
      'ln 1234 ab',
      'KIM@example.com',
      passport?.orderNumber,
      passport?.registration?.code.toLowerCase(),
    ]) {
      expect(await find(`q=${encodeURIComponent(q ?? '')}`)).toEqual([id]);
    }
    const first = (await shop.staff('GET', '/v1/staff/registrations?limit=1')).json;
    expect(await find(`limit=1&cursor=${first.next}`)).toEqual([id]);
    const one = await shop.staff('GET', `/v1/staff/registrations/${id}`);
    expectExactly(StaffRegistration, one.json);
    expect(one.json).toMatchObject({
      email: 'kim@example.com',
      actions: ['approve', 'reject', 'correct'],
      audit: [{ action: 'register', by: 'shopper', before: null, after: 'pending' }],
    });
  });

  it('is approved, ended with a reason the owner reads, and taken back', async () => {
    const shop = await openRegistrationShop(await open());
    const { id, again } = await pending(shop);
    const approved = await shop.act(id, 'approve', { by: 'Mia' });
    expect(approved.staff).toMatchObject({
      passport: { registration: { status: 'registered' } },
      actions: ['correct', 'void', 'undo'],
    });
    expect((await shop.act(id, 'approve')).staff.audit).toHaveLength(2);
    expect((await shop.act(id, 'void', { code: 'other' })).answer.json.code).toBe('invalid_input');
    await shop.act(id, 'void', { code: 'duplicate', note: 'Twice' });
    expect((await again())?.passport.registration).toMatchObject({
      status: 'void',
      rejected: { code: 'duplicate', note: 'Twice' },
    });
    expect((await shop.act(id, 'reject', { code: 'duplicate' })).answer.json.code).toBe(
      'action_not_possible',
    );
    const back = await shop.act(id, 'undo');
    expect(back.staff).toMatchObject({
      passport: { registration: { status: 'registered', rejected: null } },
    });
    expect((await shop.act(id, 'undo')).staff.audit).toHaveLength(4);
    expect((await shop.events()).map(({ type }) => type)).toEqual([
      'registration.received',
      'registration.approved',
      'registration.voided',
      'registration.approved',
    ]);
  });

  it('gives a serial number free that was rejected, and asks staff again who tries again', async () => {
    const shop = await openRegistrationShop(await open());
    const one = await pending(shop);
    await shop.act(one.id, 'reject', { code: 'proof_unreadable' });
    const other = await pending(shop);
    expect((await other.again())?.passport.registration?.status).toBe('pending');
    const refused = await shop.act(one.id, 'undo');
    expect(refused.answer.json).toMatchObject({
      code: 'action_not_possible',
      detail: expect.stringContaining('serial'),
    });
    await shop.act(other.id, 'reject', { code: 'serial_not_ours' });
    await one.register();
    expect((await one.again())?.passport.registration).toMatchObject({
      id: one.id,
      status: 'pending',
      rejected: null,
    });
  });

  it('puts right what was told, counts covers again, and takes that back', async () => {
    const shop = await openRegistrationShop(await open(), { boughtElsewhere: 'accept' });
    const { id, again } = await pending(shop);
    const before = (await again())?.passport;
    const fixed = await shop.act(id, 'correct', {
      serial: 'ln9999zz',
      purchasedOn: '2026-06-01',
      boughtAt: 'Kiosk',
    });
    expect(fixed.staff.passport).toMatchObject({
      serial: 'LN-9999-ZZ',
      purchasedOn: '2026-06-01',
      boughtAt: 'Kiosk',
    });
    expect(fixed.staff.passport.covers).not.toEqual(before?.covers);
    expect((await shop.act(id, 'correct', { purchasedOn: '2027-06-01' })).answer.json.code).toBe(
      'date_impossible',
    );
    expect((await shop.act(id, 'correct', { serial: 'XX' })).answer.json.code).toBe('serial_wrong');
    await pending(shop);
    expect((await shop.act(id, 'correct', { serial: 'LN-1234-AB' })).answer.json.code).toBe('serial_taken');
    const stuck = await shop.act(id, 'undo');
    expect(stuck.answer.json.code).toBe('action_not_possible');
    expect((await again())?.passport.serial).toBe('LN-9999-ZZ');
  });

  it('gives one item the number another one lets go, and exchanges two by way of none', async () => {
    const shop = await openRegistrationShop(await open());
    const one = await pending(shop, 'LN-0001-AA');
    const other = await pending(shop, 'LN-0002-BB');
    const serial = async (of: typeof one) => (await of.again())?.passport.serial;
    const correct = async (of: typeof one, to: string | null) =>
      (await shop.act(of.id, 'correct', { serial: to })).answer;
    expect((await correct(one, 'LN-0002-BB')).json.code).toBe('serial_taken');
    expect(await serial(one)).toBe('LN-0001-AA');
    expect((await correct(one, null)).status).toBe(200);
    expect((await correct(other, 'LN-0001-AA')).status).toBe(200);
    expect((await correct(one, 'LN-0002-BB')).status).toBe(200);
    expect([await serial(one), await serial(other)]).toEqual(['LN-0002-BB', 'LN-0001-AA']);
    // Whoever comes with either of them now is told that it is taken.
    const late = await pending(shop, 'LN-0003-CC');
    for (const taken of ['LN-0001-AA', 'LN-0002-BB']) {
      expect((await correct(late, taken)).json.code).toBe('serial_taken');
    }
    expect((await correct(late, 'LN-0004-DD')).status).toBe(200);
    // The number it had is free again.
    expect((await (await pending(shop, 'LN-0003-CC')).again())?.passport.serial).toBe('LN-0003-CC');
  });

  it('answers two who exchange their numbers at the same moment that each is taken', async () => {
    const shop = await openRegistrationShop(await open());
    const one = await pending(shop, 'LN-0001-AA');
    const other = await pending(shop, 'LN-0002-BB');
    const answers = await Promise.all([
      shop.act(one.id, 'correct', { serial: 'LN-0002-BB' }),
      shop.act(other.id, 'correct', { serial: 'LN-0001-AA' }),
    ]);
    expect(answers.map(({ answer }) => answer.json.code)).toEqual(['serial_taken', 'serial_taken']);
    expect((await one.again())?.passport.serial).toBe('LN-0001-AA');
    expect((await other.again())?.passport.serial).toBe('LN-0002-BB');
  });

  it('takes a correction back', async () => {
    const shop = await openRegistrationShop(await open());
    const { id, again } = await pending(shop);
    const before = (await again())?.passport;
    await shop.act(id, 'correct', { serial: null, boughtAt: 'Kiosk' });
    expect((await again())?.passport).toMatchObject({ serial: null, boughtAt: 'Kiosk' });
    await shop.act(id, 'undo');
    expect((await again())?.passport).toEqual(before);
  });

  it('is nothing for another store', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend);
    const other = await openRegistrationShop(backend);
    const { id } = await pending(shop);
    expect((await other.act(id, 'approve')).answer.status).toBe(404);
    expect((await other.staff('GET', '/v1/staff/registrations')).json.items).toEqual([]);
  });
});
