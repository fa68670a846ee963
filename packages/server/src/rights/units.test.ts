import { describe, expect, it } from 'vitest';
import type { RightsFacts } from './facts.ts';
import { decideRights } from './index.ts';
import {
  decide,
  facts,
  later,
  line,
  lineId,
  onItsWay,
  order,
  parcel,
  shipmentId,
  two,
} from './testing/facts.ts';

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

  it('that the platform refunded left beside those in returns', () => {
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
    expect(open(given)).toEqual([
      [shipmentId(1), 0],
      [shipmentId(2), 1],
    ]);
    expect(open({ ...given, earlier })).toEqual([
      [shipmentId(1), 0],
      [shipmentId(2), 0],
    ]);
  });

  it('that were taken out left beside those that came and go back, and are those that were stopped', () => {
    const sold = order({ lines: [line({ quantity: 2, removed: 1 })] });
    const inParcel = [{ lineId: lineId(1), shipmentId: shipmentId(1), quantity: 1 }];
    expect(open({ order: sold, earlier: inParcel })).toEqual([
      [shipmentId(1), 0],
      [null, 0],
    ]);
    const stopped = [{ lineId: lineId(1), shipmentId: null, quantity: 1 }];
    expect(open({ order: sold, earlier: stopped })).toEqual([
      [shipmentId(1), 1],
      [null, 0],
    ]);
  });

  it('that were taken out are first those that were not shipped', () => {
    expect(open({ order: order({ lines: [line({ quantity: 3, removed: 2 })] }) })).toEqual([
      [shipmentId(1), 1],
      [null, 0],
    ]);
  });
});
