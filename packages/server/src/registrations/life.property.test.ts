import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { noConsents, openRegistrationShop, type RegistrationShop } from './testing/shop.ts';

const steps = array(
  record({
    what: constantFrom('register', 'hand over', 'take back', 'approve', 'reject', 'void', 'undo', 'return'),
    unit: nat({ max: 1 }),
    serial: constantFrom('LN-0001-AA', 'LN-0002-AA'),
  }),
  { minLength: 3, maxLength: 12 },
);

interface Owner {
  token: string;
  orderId: string;
}

/** Whatever happens to the two lamps of an order, in any order. */
async function play(shop: RegistrationShop, all: readonly { what: string; unit: number; serial: string }[]) {
  const first: Owner = { token: shop.token, orderId: shop.orderId };
  const lamps = (await shop.units('Lamp Nordlicht')).map(({ passport }) => passport.id);
  const owners = new Map<string, Owner[]>(lamps.map((id) => [id, [first]]));
  let removed = 0;
  for (const { what, unit, serial } of all) {
    const passportId = lamps[unit] ?? '';
    const owner = owners.get(passportId)?.at(-1) ?? first;
    const mine = await shop.get(passportId, owner.token);
    const registrationId = mine.registration?.id ?? `reg_${'0'.repeat(32)}`;
    if (what === 'register') {
      await shop.register({ items: [{ passportId, serial }] }, {}, owner.token, owner.orderId);
    } else if (what === 'hand over') {
      const { json } = await shop.post(`/v1/passports/${passportId}/transfer`, undefined, owner.token);
      if (json.code === 'transfer_closed') continue;
      const input = { code: json.code, email: 'next@example.com', consents: noConsents };
      const taken = await shop.open('POST', '/v1/transfers', input);
      expect(taken.status).toBe(201);
      owners.get(passportId)?.push({ token: taken.json.token, orderId: taken.json.order.id });
    } else if (what === 'take back') {
      await shop.send('DELETE', `/v1/passports/${passportId}/transfer`, { key: owner.token });
    } else if (what === 'return') {
      removed = Math.min(2, removed + 1);
      const line = { externalId: 'l1', title: 'Lamp Nordlicht', quantity: 2, productId: 'lamp', removed };
      await shop.staff('PUT', '/v1/staff/orders/by-external-id/ext-1001', {
        number: '1001',
        placedAt: '2026-11-20T10:00:00Z',
        currency: 'EUR',
        lines: [line],
      });
    } else {
      const json = what === 'reject' || what === 'void' ? { code: 'duplicate' } : {};
      await shop.act(registrationId, what, json);
    }
  }
  return { lamps, owners };
}

describeOnBothDatabases('whatever happens to items', (open) => {
  it('keeps one owner for each, a serial number once at most, and codes that are nobody else’s', async () => {
    const backend = await open();
    await assert(
      asyncProperty(steps, async (all) => {
        const shop = await openRegistrationShop(backend);
        const { lamps, owners } = await play(shop, all);
        const serials: string[] = [];
        for (const id of lamps) {
          const chain = owners.get(id) ?? [];
          const seen = await Promise.all(chain.map(({ token }) => shop.get(id, token)));
          // Everybody but the last handed it over; the last has it, or sent it back.
          expect(seen.slice(0, -1).map(({ state }) => state)).toEqual(seen.slice(1).map(() => 'transferred'));
          expect(seen.at(-1)?.state).not.toBe('transferred');
          const last = seen.at(-1);
          if (
            last?.state === 'owned' &&
            last.registration &&
            ['registered', 'pending'].includes(last.registration.status)
          ) {
            serials.push(last.serial ?? '');
          }
        }
        expect(new Set(serials).size).toBe(serials.length);
        const rows = await backend.context.db.withStore(shop.shop.store.id, (tx) =>
          tx
            .selectFrom('registrations')
            .select(['code', 'status', 'passport_id', 'order_id', 'revision'])
            .execute(),
        );
        expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
        expect(new Set(rows.map(({ passport_id, order_id }) => `${passport_id} ${order_id}`)).size).toBe(
          rows.length,
        );
        const audit = await backend.context.db.withStore(shop.shop.store.id, (tx) =>
          tx.selectFrom('registration_audit').select('registration_id').execute(),
        );
        expect(audit).toHaveLength(rows.reduce((sum, { revision }) => sum + revision, 0));
      }),
      { numRuns: 5 },
    );
    // Some hundred requests on a machine that may be busy.
  }, 240_000);
});
