import { expect, test } from 'vitest';
import type { TrackingStatus } from '../tracking-status.ts';
import { mapAftership } from './aftership.ts';

type Expected = [status: TrackingStatus, subStatus: string | null, actionRequired: boolean];

const tags: [string, ...Expected][] = [
  ['Pending', 'pending', null, false],
  ['InfoReceived', 'label_created', null, false],
  ['InTransit', 'in_transit', null, false],
  ['OutForDelivery', 'out_for_delivery', null, false],
  ['AttemptFail', 'attempt_failed', null, false],
  ['Delivered', 'delivered', null, false],
  ['AvailableForPickup', 'available_for_pickup', null, true],
  ['Exception', 'exception', null, false],
  ['Expired', 'expired', null, false],
];

const subtags: [string, ...Expected][] = [
  ['Pending_001', 'pending', null, false],
  ['Pending_002', 'pending', null, false],
  ['Pending_003', 'pending', null, false],
  ['Pending_004', 'pending', null, false],
  ['Pending_005', 'pending', null, false],
  ['Pending_006', 'pending', null, false],
  ['InfoReceived_001', 'label_created', null, false],
  ['InTransit_001', 'in_transit', null, false],
  ['InTransit_002', 'in_transit', 'accepted', false],
  ['InTransit_003', 'in_transit', 'arrived', false],
  ['InTransit_004', 'in_transit', 'arrived_in_country', false],
  ['InTransit_005', 'in_transit', 'customs_cleared', false],
  ['InTransit_006', 'in_transit', 'customs_started', false],
  ['InTransit_007', 'in_transit', 'departed', false],
  ['InTransit_008', 'in_transit', 'resumed', false],
  ['InTransit_009', 'in_transit', 'redirected', false],
  ['OutForDelivery_001', 'out_for_delivery', null, false],
  ['OutForDelivery_002', 'available_for_pickup', null, true],
  ['OutForDelivery_003', 'out_for_delivery', 'recipient_contacted', false],
  ['OutForDelivery_004', 'out_for_delivery', 'appointment_made', false],
  ['AttemptFail_001', 'attempt_failed', null, false],
  ['AttemptFail_002', 'attempt_failed', 'nobody_home', false],
  ['AttemptFail_003', 'attempt_failed', 'business_closed', false],
  ['AvailableForPickup_001', 'available_for_pickup', null, true],
  ['Delivered_001', 'delivered', null, false],
  ['Delivered_002', 'delivered', 'collected', false],
  ['Delivered_003', 'delivered', 'signed', false],
  ['Delivered_004', 'delivered', 'cash_paid', false],
  ['Delivered_005', 'delivered', 'with_neighbour', false],
  ['Exception_001', 'exception', null, false],
  ['Exception_002', 'exception', 'recipient_moved', true],
  ['Exception_003', 'exception', 'refused', false],
  ['Exception_004', 'delayed', 'customs_delay', false],
  ['Exception_005', 'delayed', 'external_delay', false],
  ['Exception_006', 'held', 'payment_due', true],
  ['Exception_007', 'held', 'address_problem', true],
  ['Exception_008', 'exception', 'pickup_missed', true],
  ['Exception_009', 'exception', 'rejected', false],
  ['Exception_010', 'returning', null, false],
  ['Exception_011', 'returned', null, false],
  ['Exception_012', 'damaged', null, false],
  ['Exception_013', 'lost', null, false],
  ['Exception_016', 'delayed', 'processing_delay', false],
  ['Exception_017', 'delayed', 'weather_delay', false],
  ['Exception_018', 'held', 'documents_missing', true],
  ['Exception_019', 'delayed', 'external_delay', false],
  ['Exception_020', 'cancelled', null, false],
  ['Exception_021', 'exception', 'disposed', false],
  ['Expired_001', 'expired', null, false],
];

test.each(tags)('the tag %s', (tag, status, subStatus, actionRequired) => {
  expect(mapAftership({ tag })).toEqual({ status, subStatus, actionRequired, known: true });
});

test.each(subtags)('the sub-tag %s', (subtag, status, subStatus, actionRequired) => {
  const expected = { status, subStatus, actionRequired, known: true };
  expect(mapAftership({ tag: subtag.replace(/_\d+$/, ''), subtag })).toEqual(expected);
  expect(mapAftership({ tag: null, subtag })).toEqual(expected);
});

test.each([
  ['Exception', 'Exception_014', 'exception'],
  ['Exception', 'Exception_015', 'exception'],
  ['InTransit', 'InTransit_999', 'in_transit'],
  ['Delivered', 'constructor', 'delivered'],
])('%s with the unknown sub-tag %s falls to its tag and is told as unknown', (tag, subtag, status) => {
  expect(mapAftership({ tag, subtag })).toMatchObject({ status, subStatus: null, known: false });
});

test.each([
  ['Teleported', null],
  ['Teleported', 'Delivered_001'],
  ['delivered', null],
  ['__proto__', 'toString'],
  [null, 'Delivered_999'],
  [null, null],
])('the unknown tag %s with %s claims nothing', (tag, subtag) => {
  expect(mapAftership({ tag, subtag })).toEqual({
    status: 'pending',
    subStatus: null,
    actionRequired: false,
    known: false,
  });
});

test('a sub-tag of another tag counts only where both say the same', () => {
  expect(mapAftership({ tag: 'AvailableForPickup', subtag: 'OutForDelivery_002' })).toMatchObject({
    status: 'available_for_pickup',
    known: true,
  });
  expect(mapAftership({ tag: 'InTransit', subtag: 'Delivered_001' })).toMatchObject({
    status: 'in_transit',
    known: false,
  });
});

test.each([
  ['Delivered', 'Delivered_001', 'returned'],
  ['InTransit', 'InTransit_007', 'returning'],
  ['OutForDelivery', 'OutForDelivery_001', 'returning'],
  ['Exception', 'Exception_011', 'returned'],
  ['Exception', 'Exception_010', 'returning'],
  ['Exception', 'Exception_013', 'lost'],
])('%s (%s) of a parcel on its way to the sender is %s', (tag, subtag, status) => {
  expect(mapAftership({ tag, subtag, returnToSender: true }).status).toBe(status);
});
