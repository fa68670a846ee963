import { describe, expect, it } from 'vitest';
import type { RightsFacts } from './facts.ts';
import { decideRights } from './index.ts';
import { decide, facts, onItsWay, order, parcel, plainPolicy, told } from './testing/facts.ts';

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
