import type { ReturnPolicyInput } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { decideRights } from './index.ts';
import {
  decide,
  facts,
  later,
  line,
  onItsWay,
  order,
  parcel,
  plainPolicy,
  routeOf,
  told,
  two,
  window,
} from './testing/facts.ts';

describe('sending back', () => {
  it('is open from delivery until the last day is over where the store is', () => {
    expect(told('return', { now: '2026-06-05T12:00:00Z' })).toBe('open until 2026-06-19');
    expect(told('return', { now: '2026-06-19T21:59:59Z' })).toBe('open until 2026-06-19');
    expect(told('return', { now: '2026-06-19T22:00:00Z' })).toBe('closed window_ended until 2026-06-19');
  });

  it('shows how a last day came about', () => {
    expect(decide('return', { now: '2026-07-01T00:00:00Z' })).toEqual({
      route: 'return',
      state: 'closed',
      quantity: 0,
      opensOn: null,
      lastDay: '2026-06-19',
      cost: null,
      refund: null,
      rule: 'window',
      because: 'window_ended',
      problems: [],
      sum: {
        fromKind: 'delivered',
        from: '2026-06-05',
        days: 14,
        bufferDays: 0,
        extendedBy: null,
        lastDay: '2026-06-19',
      },
    });
  });

  it('says what comes back and what it costs', () => {
    const { refund, cost, quantity } = decide('return');
    expect({ refund, cost, quantity }).toEqual({
      refund: { amount: 2000, currency: 'EUR' },
      cost: { amount: 0, currency: 'EUR' },
      quantity: 1,
    });
    expect(decide('return', { worth: () => null })).toMatchObject({
      refund: null,
      cost: null,
      state: 'open',
    });
  });

  it('moves a last day on a weekend or holiday to the next working day', () => {
    const policy = window({ days: 15, extendToWorkingDay: true, holidays: ['2026-06-22'] });
    expect(decide('return', { policy })).toMatchObject({
      lastDay: '2026-06-23',
      sum: { extendedBy: 'working_day', lastDay: '2026-06-23' },
    });
  });

  it('counts from shipping and the buffer while no delivery is known', () => {
    const silent = onItsWay({ lastScanAt: null });
    const at = (now: string) => told('return', { deliveries: [silent], now });
    expect(at('2026-06-09T12:00:00Z')).toBe('closed not_delivered from 2026-06-10');
    expect(at('2026-06-10T12:00:00Z')).toBe('open until 2026-06-24');
    expect(at('2026-06-25T12:00:00Z')).toBe('closed window_ended until 2026-06-24');
  });

  it('counts from the last scan when that is later than shipping', () => {
    const { opensOn, sum } = decide('return', { deliveries: [onItsWay()] });
    expect([opensOn, sum?.fromKind, sum?.from]).toEqual(['2026-06-11', 'last_scan', '2026-06-04']);
  });

  it.each(['lost', 'returning', 'returned'] as const)('never opens for a parcel that is %s', (status) => {
    expect(told('return', { deliveries: [onItsWay({ status })], now: '2027-01-01T00:00:00Z' })).toBe(
      'closed not_delivered',
    );
  });

  it('is open without an end where the store says so, or nothing says when it was delivered', () => {
    expect(told('return', { policy: window({ days: null }), now: '2036-01-01T00:00:00Z' })).toBe('open');
    const undated = parcel({ deliveredAt: null, shippedAt: null, lastScanAt: null });
    expect(told('return', { deliveries: [undated] })).toBe('open');
  });

  it('counts each parcel from its own delivery, or all from the last', () => {
    const given = { order: two, deliveries: [parcel(), later] };
    const lastDays = (policy: ReturnPolicyInput) =>
      decideRights(facts({ ...given, policy })).map((item) => routeOf(item, 'return').lastDay);
    expect(lastDays(window({ severalParcels: 'each' }))).toEqual(['2026-06-19', '2026-06-23']);
    expect(lastDays(window({ severalParcels: 'last' }))).toEqual(['2026-06-23', '2026-06-23']);
    expect(decide('return', { ...given, policy: window({ severalParcels: 'last' }) }).sum?.fromKind).toBe(
      'last_delivered',
    );
  });

  it('has no last day yet while a part of the order is not shipped and the last delivery counts', () => {
    expect(
      told('return', { order: two, policy: window({ severalParcels: 'last' }), now: '2026-09-01T00:00:00Z' }),
    ).toBe('open');
  });

  it('lasts longer in a season, and names it', () => {
    const season = {
      id: 'summer',
      placedFrom: '2026-06-01',
      placedUntil: '2026-06-30',
      lastDay: '2026-07-31',
    };
    const policy = plainPolicy({ seasons: [season] });
    expect(decide('return', { policy })).toMatchObject({
      lastDay: '2026-07-31',
      rule: 'season:summer',
      sum: { extendedBy: 'season' },
    });
    const before = plainPolicy({ seasons: [{ ...season, placedFrom: '2026-06-02' }] });
    expect(decide('return', { policy: before })).toMatchObject({ lastDay: '2026-06-19', rule: 'window' });
    const short = plainPolicy({ seasons: [{ ...season, lastDay: '2026-06-10' }] });
    expect(decide('return', { policy: short })).toMatchObject({ lastDay: '2026-06-19', rule: 'window' });
  });

  it('takes the first other window that fits', () => {
    const policy = plainPolicy({
      windows: [
        { id: 'shoes', match: { productTypes: ['Shoes'] }, days: 100 },
        { id: 'kitchen', match: { productTypes: ['kitchen '] }, days: 30 },
        { id: 'all', match: {}, days: 1 },
      ],
    });
    expect(decide('return', { policy })).toMatchObject({ lastDay: '2026-07-05', rule: 'window:kitchen' });
  });

  const sale = line({ productType: 'Linen', tags: ['Final'], discount: 1000, productId: 'p7' });
  it.each([
    ['a product type', { productTypes: ['LINEN'] }, true],
    ['another product type', { productTypes: ['Kitchen'] }, false],
    ['a tag', { tags: ['final'] }, true],
    ['a product', { productIds: ['p7'] }, true],
    ['a country', { countries: ['DE'] }, true],
    ['another country', { countries: ['FR'] }, false],
    ['a discount of at least so much', { discountedByPercent: 50 }, true],
    ['a higher discount', { discountedByPercent: 51 }, false],
    ['two conditions of which one holds', { tags: ['final'], countries: ['FR'] }, false],
    ['everything', {}, true],
  ])('is closed for what is excluded by %s', (_by, match, isExcluded) => {
    const policy = plainPolicy({ exclusions: [{ id: 'x', match, because: 'final_sale' }] });
    const given = { order: order({ lines: [sale] }), policy };
    const expected = isExcluded
      ? { because: 'final_sale', rule: 'exclusion:x', sum: null }
      : { state: 'open' };
    expect(decide('return', given)).toMatchObject(expected);
    expect(decide('exchange', given)).toMatchObject(expected);
  });

  it('leaves an exchange where the exclusion allows it', () => {
    const exclusion = { id: 'x', match: {}, because: 'final_sale', exchangeable: true } as const;
    const given = { policy: plainPolicy({ exclusions: [exclusion] }) };
    expect([decide('return', given).because, decide('exchange', given).state]).toEqual([
      'final_sale',
      'open',
    ]);
  });

  it('offers no exchange without another variant, or without the store offering any', () => {
    expect(decide('exchange', { hasVariants: () => false }).because).toBe('no_variant');
    const policy = plainPolicy({ resolutions: { refund: true, storeCredit: null, exchange: null } });
    expect(decide('exchange', { policy }).because).toBe('not_offered');
    expect(decide('exchange')).toMatchObject({ state: 'open', refund: null, cost: { amount: 0 } });
  });

  it('gives a gift’s receiver credit or another item, and tells no money', () => {
    const credit = { refund: true, storeCredit: { bonusPercent: 0 }, exchange: null };
    const [item] = decideRights(facts({ isGift: true, policy: plainPolicy({ resolutions: credit }) }));
    expect(routeOf(item, 'return')).toMatchObject({ state: 'open', refund: null, cost: null });
    expect([item?.unitPaid, routeOf(item, 'withdraw').because, routeOf(item, 'cancel').because]).toEqual([
      null,
      'gift',
      'gift',
    ]);
    expect(decide('return', { isGift: true }).because).toBe('not_offered');
  });
});
