import { serialKey } from '@postlude/contract/serials';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { recallInput } from './testing/recall.ts';
import { openRecallShop } from './testing/shop.ts';

describeOnBothDatabases('what a recall concerns', (open, kind) => {
  it('depends on days of sale in the store’s time zone', async () => {
    const { order, units } = await openRecallShop(await open());
    await order('1001', { placedAt: '2026-10-31T23:30:00Z' });
    const sold = (soldFrom: string | null, soldUntil: string | null) =>
      units(recallInput({ scope: { productIds: ['lamp'], soldFrom, soldUntil } }));
    expect(await sold('2026-11-01', '2026-11-01')).toHaveLength(2);
    expect(await sold(null, '2026-10-31')).toEqual([]);
    expect(await sold('2026-11-02', null)).toEqual([]);
  });

  it('is exactly the serial numbers of a range, and what is unknown unless told', async () => {
    const { context, storeId, send, order, units } = await openRecallShop(await open());
    const lamps = await order('1001', {
      lines: [{ externalId: 'l1', title: 'Lamp', quantity: 1, productId: 'lamp' }],
    });
    await send('GET', `/v1/orders/${lamps.id}/passports`, { key: lamps.token });
    const sign = fc.constantFrom(...'0189AZ');
    const serial = fc.string({ unit: sign, minLength: 1, maxLength: 3 });
    const put = (text: string | null) =>
      context.db.withStore(storeId, (tx) =>
        tx
          .updateTable('passports')
          .set({ serial: text, serial_key: text && serialKey(text) })
          .where('store_id', '=', storeId)
          .execute(),
      );
    await fc.assert(
      fc.asyncProperty(serial, serial, serial, async (own, one, other) => {
        const [from = '', to = ''] = [one, other].toSorted();
        await put(own);
        const found = await units(recallInput({ scope: { productIds: ['lamp'], serials: [{ from, to }] } }));
        // Told without a database: the numbers between two of the same length, sign by sign.
        const isBetween = own.length === from.length && own.length === to.length && own >= from && own <= to;
        expect(found.length).toBe(isBetween ? 1 : 0);
      }),
      { numRuns: kind === 'pglite' ? 60 : 100 },
    );
    await put(null);
    const range = { productIds: ['lamp'], serials: [{ from: 'A1', to: 'A9' }] };
    expect(await units(recallInput({ scope: range }))).toHaveLength(1);
    expect(await units(recallInput({ scope: { ...range, unknownSerials: false } }))).toEqual([]);
  });

  it('can be batches of the list', async () => {
    const { context, storeId, send, order, units } = await openRecallShop(await open());
    const lamps = await order('1001', {
      lines: [{ externalId: 'l1', title: 'Lamp', quantity: 1, productId: 'lamp' }],
    });
    await send('GET', `/v1/orders/${lamps.id}/passports`, { key: lamps.token });
    await context.db.withStore(storeId, async (tx) => {
      await tx
        .updateTable('passports')
        .set({ serial: 'L-1', serial_key: 'L1' })
        .where('store_id', '=', storeId)
        .execute();
      await tx
        .insertInto('listed_serials')
        .values({
          store_id: storeId,
          product_id: 'lamp',
          serial_key: 'L1',
          serial: 'L-1',
          batch: 'b1',
          import_id: 'i',
        })
        .execute();
    });
    const of = (batches: string[], unknownSerials = true) =>
      units(recallInput({ scope: { productIds: ['lamp'], batches, unknownSerials } }));
    expect(await of(['b1'], false)).toHaveLength(1);
    expect(await of(['b2'])).toEqual([]);
  });
});
