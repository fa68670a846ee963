import { describe, expect, it } from 'vitest';
import { decideRights, withdrawalPeriod } from './index.ts';
import {
  decide,
  facts,
  later,
  line,
  lineId,
  onItsWay,
  order,
  parcel,
  plainPolicy,
  routeOf,
  shipmentId,
  told,
  two,
} from './testing/facts.ts';

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
