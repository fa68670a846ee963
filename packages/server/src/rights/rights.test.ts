import type { ReturnPolicyInput, RouteKind } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import type { RightsFacts } from './facts.ts';
import { decideRights, withdrawalPeriod } from './index.ts';
import {
  decide,
  facts,
  line,
  lineId,
  onItsWay,
  order,
  parcel,
  plainPolicy,
  routeOf,
  shipmentId,
} from './testing/facts.ts';

const window = (changes: Partial<ReturnPolicyInput['window']>): ReturnPolicyInput =>
  plainPolicy({ window: { ...plainPolicy().window, ...changes } });

const two = order({ lines: [line({ quantity: 2 })] });
const later = parcel({ deliveredAt: '2026-06-09T12:00:00Z', lastScanAt: '2026-06-09T12:00:00Z' }, 2);

/** What a shopper is told of a route: open until when, or why not. */
const told = (route: RouteKind, changes: Partial<RightsFacts>): string => {
  const { state, because, lastDay, opensOn } = decide(route, changes);
  return [state, because, opensOn && `from ${opensOn}`, lastDay && `until ${lastDay}`]
    .filter(Boolean)
    .join(' ');
};

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

describe('cancelling', () => {
  it('is open until anything was shipped', () => {
    expect(decide('cancel', { deliveries: [] })).toMatchObject({ state: 'open', quantity: 1 });
    const packed = parcel({ status: 'label_created', shippedAt: null, deliveredAt: null, lastScanAt: null });
    expect(decide('cancel', { deliveries: [packed] }).state).toBe('open');
    expect(decide('cancel', { deliveries: [onItsWay()] }).because).toBe('already_shipped');
    expect(decide('cancel', { deliveries: [onItsWay({ cancelled: true })] }).state).toBe('open');
  });

  it('is closed where the store does not offer it, and for what was cancelled', () => {
    expect(decide('cancel', { deliveries: [], policy: plainPolicy({ cancel: false }) }).because).toBe(
      'not_offered',
    );
    const cancelled = order({ cancelledAt: '2026-06-02T00:00:00Z' });
    for (const { because } of decideRights(facts({ order: cancelled }))[0]?.routes ?? []) {
      expect(because).toBe('order_cancelled');
    }
  });
});

describe('a delivery problem', () => {
  const problems = (changes: Partial<RightsFacts>) => decide('delivery_problem', changes).problems;

  it('is lost when no scan came for the waiting days, counted from the last real one', () => {
    const at = (now: string) => told('delivery_problem', { deliveries: [onItsWay()], now });
    expect(at('2026-06-10T12:00:00Z')).toBe('closed still_waiting from 2026-06-11');
    expect(at('2026-06-11T12:00:00Z')).toBe('open');
    expect(decide('delivery_problem', { deliveries: [onItsWay()] }).sum).toMatchObject({
      fromKind: 'last_scan',
      from: '2026-06-04',
      days: 7,
      lastDay: '2026-06-11',
    });
    expect(problems({ deliveries: [onItsWay({ lastScanAt: null })] })).toEqual(['lost']);
  });

  it('is lost or damaged at once when the carrier says so', () => {
    expect(problems({ deliveries: [onItsWay({ status: 'lost' })], now: '2026-06-04T10:00:00Z' })).toEqual([
      'lost',
    ]);
    expect(problems({ deliveries: [onItsWay({ status: 'damaged' })], now: '2026-06-04T10:00:00Z' })).toEqual([
      'damaged',
    ]);
  });

  it('is damaged or wrong from delivery on, and missing some days later, until the time is over', () => {
    const at = (now: string) => problems({ now });
    expect(at('2026-06-05T18:00:00Z')).toEqual(['damaged', 'wrong']);
    expect(at('2026-06-07T18:00:00Z')).toEqual(['damaged', 'wrong', 'missing']);
    expect(told('delivery_problem', { now: '2026-07-05T12:00:00Z' })).toBe('open until 2026-07-05');
    expect(told('delivery_problem', { now: '2026-07-06T12:00:00Z' })).toBe(
      'closed window_ended until 2026-07-05',
    );
  });

  it('cannot be told of what was not shipped', () => {
    expect(told('delivery_problem', { deliveries: [] })).toBe('closed not_delivered');
  });

  it('is not lost where the store does not wait for it', () => {
    const policy = plainPolicy({
      deliveryProblems: { lostAfterDays: null, missingAfterDays: null, tellWithinDays: 15 },
    });
    expect(told('delivery_problem', { deliveries: [onItsWay()], policy })).toBe('closed not_delivered');
    expect(problems({ policy })).toEqual(['damaged', 'wrong']);
  });
});

describe('withdrawing', () => {
  it('is open from the order being placed until 14 days after the last item came', () => {
    expect(told('withdraw', { deliveries: [], now: '2026-06-01T10:00:00Z' })).toBe('open');
    const given = { order: two, deliveries: [parcel(), later] };
    expect(told('withdraw', { ...given, now: '2026-06-23T12:00:00Z' })).toBe('open until 2026-06-23');
    expect(told('withdraw', { ...given, now: '2026-06-24T12:00:00Z' })).toBe(
      'closed window_ended until 2026-06-23',
    );
    expect(withdrawalPeriod(facts(given))).toMatchObject({
      state: 'open',
      sum: { fromKind: 'last_delivered' },
    });
  });

  it('stays open while the day of a delivery is not known', () => {
    for (const deliveries of [[parcel({ deliveredAt: null })], [onItsWay({ status: 'lost' })]]) {
      expect(told('withdraw', { deliveries, now: '2030-01-01T00:00:00Z' })).toBe('open');
    }
    expect(told('withdraw', { order: two, now: '2030-01-01T00:00:00Z' })).toBe('open');
  });

  it('counts from the last item that came, also when that one went back already', () => {
    const earlier = [{ lineId: lineId(1), shipmentId: shipmentId(2), quantity: 1 }];
    const given = { order: two, deliveries: [parcel(), later], earlier };
    expect(withdrawalPeriod(facts(given))).toMatchObject({ lastDay: '2026-06-23' });
  });

  it('waits no longer for what was refunded before it came', () => {
    const refunds = [
      {
        key: 'staff:1',
        refundedAt: '2026-06-06T00:00:00Z',
        amount: 2000,
        items: [{ lineId: lineId(1), quantity: 1 }],
      },
    ];
    const given = { order: order({ lines: two.lines, refunds }) };
    expect(withdrawalPeriod(facts(given))).toMatchObject({ lastDay: '2026-06-19' });
  });

  it('ends on the next working day', () => {
    const policy = plainPolicy({ withdrawal: { offered: 'eu', days: 15, extendToWorkingDay: true } });
    expect(told('withdraw', { policy })).toBe('open until 2026-06-22');
  });

  it.each([
    ['eu', 'FR', null],
    ['eu', 'NO', null],
    ['eu', 'RE', null],
    ['eu', null, null],
    ['eu', 'US', 'not_in_country'],
    ['eu', 'CH', 'not_in_country'],
    ['everyone', 'US', null],
    ['off', 'DE', 'not_offered'],
  ] as const)('offered to %s is in %s: %s', (offered, country, because) => {
    const policy = plainPolicy({ withdrawal: { offered, days: 14, extendToWorkingDay: false } });
    const given = { policy, order: order({ country }) };
    expect(decide('withdraw', given).because).toBe(because);
    expect(withdrawalPeriod(facts(given)) === null).toBe(because !== null);
  });

  it('is not there for exempt goods, and is for the others of the order', () => {
    const withdrawal = {
      offered: 'eu',
      days: 14,
      extendToWorkingDay: false,
      exempt: [{ tags: ['fresh'] }],
    } as const;
    const policy = plainPolicy({ withdrawal: { ...withdrawal, exempt: [{ tags: ['fresh'] }] } });
    const lines = [line({ tags: ['fresh'] }), line({}, 2)];
    const mixed = { policy, order: order({ lines }) };
    const decided = decideRights(facts(mixed)).map((item) => routeOf(item, 'withdraw'));
    expect(decided.map(({ because, rule }) => [because, rule])).toEqual([
      ['product_excluded', 'law:2011/83/EU:16'],
      [null, 'law:2011/83/EU'],
    ]);
    expect(withdrawalPeriod(facts({ policy, order: order({ lines: lines.slice(0, 1) }) }))).toBeNull();
  });

  it('counts from the order where there is nothing to deliver', () => {
    const download = order({ lines: [line({ shippable: false })] });
    expect(withdrawalPeriod(facts({ order: download, deliveries: [] }))).toMatchObject({
      lastDay: '2026-06-15',
      sum: { fromKind: 'placed' },
    });
    for (const { because } of decideRights(facts({ order: download, deliveries: [] }))[0]?.routes ?? []) {
      expect(because).toBe('not_offered');
    }
  });
});

describe('units', () => {
  const open = (changes: Partial<RightsFacts>) =>
    decideRights(facts(changes)).map(({ shipmentId: parcelId, quantity }) => [parcelId, quantity]);
  const three = order({ lines: [line({ quantity: 3 })] });

  it('are in their parcel, and the rest in none', () => {
    expect(open({ order: three })).toEqual([
      [shipmentId(1), 1],
      [null, 2],
    ]);
  });

  it('that several parcels hold together count once, and came when the last of those came', () => {
    const shared = [parcel({ sharedAs: 'f' }), onItsWay({ sharedAs: 'f' }, 2)];
    expect(open({ deliveries: shared })).toEqual([[shipmentId(1), 1]]);
    expect(open({ deliveries: shared, order: two })).toEqual([
      [shipmentId(1), 1],
      [null, 1],
    ]);
    expect(decide('return', { deliveries: shared }).because).toBe('not_delivered');
    expect(decide('delivery_problem', { deliveries: shared }).problems).toEqual([
      'damaged',
      'wrong',
      'missing',
    ]);
    expect(
      decide('return', { deliveries: [parcel({ sharedAs: 'f' }), { ...later, sharedAs: 'f' }] }).lastDay,
    ).toBe('2026-06-23');
  });

  it('that were sent again are in the parcel that came', () => {
    expect(open({ deliveries: [onItsWay({ status: 'lost' }), later] })).toEqual([[shipmentId(2), 1]]);
  });

  it('in an earlier return are gone from its parcel, and stay on the list', () => {
    const earlier = [{ lineId: lineId(1), shipmentId: shipmentId(1), quantity: 1 }];
    expect(open({ order: two, deliveries: [parcel(), later], earlier })).toEqual([
      [shipmentId(1), 0],
      [shipmentId(2), 1],
    ]);
    expect(decide('return', { earlier }).because).toBe('nothing_left');
  });

  it('that were returned and then refunded on the platform left once, not twice', () => {
    const refunds = [
      {
        key: 'staff:1',
        refundedAt: '2026-06-08T00:00:00Z',
        amount: 2000,
        items: [{ lineId: lineId(1), quantity: 1 }],
      },
    ];
    const earlier = [{ lineId: lineId(1), shipmentId: shipmentId(1), quantity: 1 }];
    const given = { order: order({ lines: two.lines, refunds }), deliveries: [parcel(), later] };
    expect(open({ ...given, earlier })).toEqual([
      [shipmentId(1), 0],
      [shipmentId(2), 1],
    ]);
    expect(open(given)).toEqual([
      [shipmentId(1), 0],
      [shipmentId(2), 1],
    ]);
  });

  it('that were taken out are first those that were not shipped', () => {
    expect(open({ order: order({ lines: [line({ quantity: 3, removed: 2 })] }) })).toEqual([
      [shipmentId(1), 1],
      [null, 0],
    ]);
  });
});

describe('days', () => {
  const lastDay = (deliveredAt: string, timeZone: string, days: number) =>
    decide('return', {
      deliveries: [parcel({ deliveredAt })],
      timeZone,
      policy: window({ days }),
      now: deliveredAt,
    }).lastDay;

  it.each([
    ['on the day the clock goes forward', '2026-03-28T23:30:00Z', 'Europe/Berlin', 1, '2026-03-30'],
    ['over the day the clock goes back', '2026-10-24T21:30:00Z', 'Europe/Berlin', 2, '2026-10-26'],
    ['over a leap day', '2028-02-28T12:00:00Z', 'UTC', 1, '2028-02-29'],
    ['over no leap day', '2026-02-28T12:00:00Z', 'UTC', 1, '2026-03-01'],
    ['over the end of a year', '2026-12-25T12:00:00Z', 'Europe/Berlin', 14, '2027-01-08'],
    ['where it is tomorrow already', '2026-06-05T10:00:00Z', 'Pacific/Kiritimati', 0, '2026-06-06'],
    ['where it is still yesterday', '2026-06-05T10:00:00Z', '-11:00', 0, '2026-06-04'],
    ['in a zone nobody knows, as in UTC', '2026-06-05T23:30:00Z', 'Atlantis/Deep', 0, '2026-06-05'],
    ['to the end of the calendar and no further', '9999-12-20T12:00:00Z', 'UTC', 3650, '9999-12-31'],
  ])('are counted %s', (_where, deliveredAt, zone, days, expected) => {
    expect(lastDay(deliveredAt, zone, days)).toBe(expected);
  });

  it('end at midnight where the store is, in summer and in winter', () => {
    const closes = (deliveredAt: string, before: string, after: string) =>
      [before, after].map(
        (now) =>
          decide('return', { deliveries: [parcel({ deliveredAt })], policy: window({ days: 1 }), now }).state,
      );
    expect(closes('2026-10-24T10:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z')).toEqual([
      'open',
      'closed',
    ]);
    expect(closes('2026-03-28T10:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z')).toEqual([
      'open',
      'closed',
    ]);
  });
});
