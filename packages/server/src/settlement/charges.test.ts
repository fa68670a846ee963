import type { ReturnFee } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { exchangeDifference, mayExchange, settle } from './index.ts';
import { lineId, order, policy, request, sums, units } from './testing/build.ts';

const twoMugs = order([{ unitPrice: 2000 }, { unitPrice: 3000 }]);
const label = { id: 'label', kind: 'label', price: 490 } as const;
const flat = (value: number, more: Partial<ReturnFee> = {}): ReturnFee => ({
  id: 'handling',
  kind: 'flat',
  value,
  name: { en: 'Handling' },
  ...more,
});
const percent = (value: number, more: Partial<ReturnFee> = {}): ReturnFee => ({
  id: 'restocking',
  kind: 'percent',
  value,
  ...more,
});
const withFees = (...fees: ReturnFee[]) => ({ policy: policy({ fees, methods: [label] }), method: 'label' });
const damaged = { reason: 'damaged_or_defective' };
const credit = { resolution: 'store_credit' } as const;
const fees = (asked: ReturnType<typeof sums>) =>
  asked.rows.filter(([code]) => code === 'fee' || code === 'method');

describe('Fees', () => {
  it('that are flat are taken once for a return, those in percent of what comes back', () => {
    expect(fees(sums(request(twoMugs, [units(1), units(2)], withFees(flat(300), percent(1250)))))).toEqual([
      ['fee', -300],
      ['fee', -625],
      ['method', -490],
    ]);
  });

  it('are not taken where the shop is at fault: a percentage of the others only, a flat one while there are others', () => {
    const rules = withFees(flat(300), percent(1000));
    expect(fees(sums(request(twoMugs, [units(1), units(2, 1, damaged)], rules)))).toEqual([
      ['fee', -300],
      ['fee', -200],
      ['method', -490],
    ]);
    expect(fees(sums(request(twoMugs, [units(1, 1, damaged)], rules)))).toEqual([]);
  });

  it('are taken where the shop is at fault if the policy says so', () => {
    const rules = withFees(flat(300, { freeWhenShopAtFault: false }));
    expect(fees(sums(request(twoMugs, [units(1, 1, damaged)], rules)))).toEqual([['fee', -300]]);
  });

  it('are never taken for a cancellation or for what went wrong with a delivery', () => {
    for (const route of ['cancel', 'delivery_problem'] as const) {
      const rules = withFees(flat(300, { freeWhenShopAtFault: false }), percent(1000));
      expect(sums(request(twoMugs, [units(1)], { ...rules, route }))).toMatchObject({ refund: 2000 });
    }
  });

  it.each<[string, Partial<ReturnFee>, boolean]>([
    ['its reason', { reasons: ['changed_my_mind'] }, true],
    ['a coarser reason', { reasons: ['changed_my'] }, false],
    ['another reason', { reasons: ['size'] }, false],
    ['its method', { methods: ['label'] }, true],
    ['another method', { methods: ['in_store'] }, false],
    ['its resolution', { resolutions: ['refund'] }, true],
    ['another resolution', { resolutions: ['exchange', 'store_credit'] }, false],
    ['its country', { countries: ['FR', 'DE'] }, true],
    ['another country', { countries: ['FR'] }, false],
  ])('about %s are taken when they fit', (_, more, fits) => {
    const taken = fees(sums(request(twoMugs, [units(1)], withFees(flat(100, more)))));
    expect(taken.some(([code]) => code === 'fee')).toBe(fits);
  });

  it('about a reason are about the finer ones below it', () => {
    const rules = withFees(flat(100, { reasons: ['size'] }));
    const asked = request(twoMugs, [units(1, 1, { reason: 'size.too_small' })], { ...rules, method: null });
    expect(fees(sums(asked))).toEqual([['fee', -100]]);
  });

  it('are cut where less comes back, the last ones first', () => {
    const cheap = order([{ unitPrice: 500 }]);
    const asked = sums(request(cheap, [units(1)], withFees(flat(300))));
    expect(fees(asked)).toEqual([
      ['fee', -300],
      ['method', -200],
    ]);
    expect(asked).toMatchObject({ refund: 0, total: 0 });
    expect(fees(sums(request(cheap, [units(1)], withFees(flat(900)))))).toEqual([['fee', -500]]);
  });

  it('have the words of the store', () => {
    const rows = settle(request(twoMugs, [units(1)], withFees(flat(300))))?.settlement.breakdown.rows;
    expect(rows).toContainEqual(
      expect.objectContaining({ code: 'fee', rule: 'handling', label: 'Handling' }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ code: 'method', rule: 'label', label: null }));
  });

  it('are taken from what goes to the original payment first, and the bonus is of the credit that is left', () => {
    const bonus = policy({
      fees: [flat(2500)],
      resolutions: { refund: true, storeCredit: { bonusPercent: 1000 }, exchange: null },
    });
    const asked = sums(request(twoMugs, [units(1), units(2, 1, credit)], { policy: bonus }));
    expect(asked).toMatchObject({ refund: 0, storeCredit: 2750, total: 2750 });
    expect(asked.rows).toContainEqual(['bonus', 250]);
  });

  it('are no part of what was given back of what was paid', () => {
    expect(sums(request(twoMugs, [units(1)], withFees(flat(300)))).given.amount).toBe(2000);
  });
});

describe('An exchange', () => {
  const shirt = order([{ quantity: 3, unitPrice: 3000, discount: 1000, tax: 480 }], { taxesIncluded: false });
  const swap = (price: number | null | undefined, quantity = 1) =>
    units(1, quantity, { resolution: 'exchange', exchange: price === undefined ? null : { price } });

  it('for the same variant or one of the same price costs nothing, whatever discount and tax were', () => {
    for (const price of [undefined, 3000]) {
      expect(sums(request(shirt, [swap(price)]))).toMatchObject({ refund: 0, toPay: 0, total: 0 });
    }
  });

  it('for a dearer one has to be paid for on the terms of the old one', () => {
    // 84.80 was paid for a price of 90.00: 15.00 more cost 14.13.
    const asked = sums(request(shirt, [swap(4500)]));
    expect(asked).toMatchObject({ refund: 0, toPay: 1413, total: -1413 });
    expect(exchangeDifference(shirt, lineId(1), 4500)).toBe(1413);
  });

  it('for a cheaper one gives the difference back', () => {
    expect(sums(request(shirt, [swap(1500)]))).toMatchObject({ refund: 1413, toPay: 0 });
    expect(sums(request(shirt, [swap(0, 3)]))).toMatchObject({ refund: 8480 });
    expect(exchangeDifference(shirt, lineId(1), 1500)).toBe(-1413);
  });

  it('is set off against what comes back in the same return', () => {
    const both = order([{ unitPrice: 2000 }, { unitPrice: 3000 }]);
    const dearer = units(2, 1, { resolution: 'exchange', exchange: { price: 4500 } });
    expect(sums(request(both, [units(1), dearer]))).toMatchObject({ refund: 500, toPay: 0 });
    expect(sums(request(both, [units(1, 1, credit), dearer]))).toMatchObject({ storeCredit: 500, toPay: 0 });
    const dearest = units(2, 1, { resolution: 'exchange', exchange: { price: 6000 } });
    expect(sums(request(both, [units(1), dearest]))).toMatchObject({ refund: 0, toPay: 1000 });
  });

  it('has no fee to pay on top', () => {
    const asked = request(twoMugs, [units(1, 1, { resolution: 'exchange' })], withFees(flat(300)));
    expect(sums(asked)).toMatchObject({
      toPay: 0,
      total: 0,
      rows: [
        ['price', 2000],
        ['exchange_price', -2000],
      ],
    });
  });

  it('is not said of a price that is not known', () => {
    expect(() => sums(request(shirt, [swap(null)]))).toThrow('nothing was settled');
    expect(exchangeDifference(shirt, lineId(1), null)).toBeNull();
    expect(exchangeDifference(shirt, lineId(9), 1000)).toBeNull();
  });

  it('is offered as the policy says', () => {
    const rule = (exchange: { priceDifference: 'settle' | 'equal_only' } | null) => ({
      order: shirt,
      policy: policy({ resolutions: { refund: true, storeCredit: null, exchange } }),
    });
    expect(mayExchange(rule(null), lineId(1), 3000)).toBe(false);
    expect(mayExchange(rule({ priceDifference: 'equal_only' }), lineId(1), 3000)).toBe(true);
    expect(mayExchange(rule({ priceDifference: 'equal_only' }), lineId(1), 3001)).toBe(false);
    expect(mayExchange(rule({ priceDifference: 'settle' }), lineId(1), 3001)).toBe(true);
    expect(mayExchange(rule({ priceDifference: 'settle' }), lineId(1), null)).toBe(false);
  });
});
