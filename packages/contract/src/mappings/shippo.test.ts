import { expect, test } from 'vitest';
import type { MappedStatus, TrackingStatus } from '../tracking-status.ts';
import { mapShippo } from './shippo.ts';

const statuses: [string, TrackingStatus][] = [
  ['UNKNOWN', 'pending'],
  ['PRE_TRANSIT', 'label_created'],
  ['TRANSIT', 'in_transit'],
  ['DELIVERED', 'delivered'],
  ['RETURNED', 'returning'],
  ['FAILURE', 'exception'],
];

test.each(statuses)('%s alone', (status, expected) => {
  expect(mapShippo({ status })).toEqual({
    status: expected,
    subStatus: null,
    actionRequired: false,
    known: true,
  });
});

// Each code under each status: UNKNOWN, PRE_TRANSIT, TRANSIT, DELIVERED, RETURNED, FAILURE.
const table = `
information_received   label_created  label_created           in_transit                          delivered             returning                exception
address_issue          pending        held/address_problem    held/address_problem                delivered             returning                held/address_problem
contact_carrier        pending        held/contact_carrier    held/contact_carrier                delivered             returning                held/contact_carrier
delayed                pending        delayed                 delayed                             delivered             returning                delayed
delivery_attempted     pending        label_created           attempt_failed                      delivered             returning                attempt_failed
delivery_rescheduled   pending        label_created           in_transit/rescheduled              delivered             returning                exception
delivery_scheduled     pending        label_created           in_transit                          delivered             returning                exception
location_inaccessible  pending        label_created           attempt_failed/location_inaccessible delivered            returning                attempt_failed/location_inaccessible
notice_left            pending        label_created           attempt_failed/notice_left          delivered             returning                attempt_failed/notice_left
out_for_delivery       pending        label_created           out_for_delivery                    delivered             returning                exception
package_accepted       pending        label_created           in_transit/accepted                 delivered             returning                exception
package_arrived        pending        label_created           in_transit/arrived                  delivered             returning                exception
package_damaged        pending        damaged                 damaged                             delivered             damaged                  damaged
package_departed       pending        label_created           in_transit/departed                 delivered             returning                exception
package_disposed       pending        exception/disposed      exception/disposed                  delivered             returning                exception/disposed
package_forwarded      pending        label_created           in_transit/redirected               delivered             returning                exception
package_held           pending        held                    held                                delivered             returning                held
package_lost           pending        lost                    lost                                delivered             lost                     lost
package_processed      pending        label_created           in_transit                          delivered             returning                exception
package_processing     pending        label_created           in_transit                          delivered             returning                exception
package_unclaimed      pending        exception/pickup_missed exception/pickup_missed             delivered             returning/unclaimed      exception/pickup_missed
package_undeliverable  pending        exception/undeliverable exception/undeliverable             delivered             returning/undeliverable  exception/undeliverable
pickup_available       pending        label_created           available_for_pickup                available_for_pickup  returning                available_for_pickup
reschedule_delivery    pending        held/reschedule_needed  held/reschedule_needed              delivered             returning                held/reschedule_needed
return_to_sender       pending        label_created           returning                           returned              returning                returning
delivered              pending        label_created           in_transit                          delivered             returned                 exception
other                  pending        label_created           in_transit                          delivered             returning                exception
`;

/** After these nothing moves until the shopper does something, unless Shippo says otherwise. */
const acting = /^held|^available_for_pickup|pickup_missed$/;

const cases = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [code = '', ...cells] = line.trim().split(/\s+/);
    return cells.map((cell, column) => ({ status: statuses[column]?.[0] ?? '', code, cell }));
  });

test('the table holds all 6 statuses with all 27 codes', () => {
  expect(cases).toHaveLength(162);
});

test.each(cases)('$status with $code', ({ status, code, cell }) => {
  const [expected, subStatus = null] = cell.split('/');
  expect(mapShippo({ status, code })).toEqual({
    status: expected,
    subStatus,
    actionRequired: acting.test(cell),
    known: true,
  });
});

const flagged: [string, string, boolean, Partial<MappedStatus>][] = [
  ['TRANSIT', 'other', true, { status: 'held', subStatus: 'contact_carrier', actionRequired: true }],
  [
    'TRANSIT',
    'package_arrived',
    true,
    { status: 'held', subStatus: 'contact_carrier', actionRequired: true },
  ],
  ['TRANSIT', 'delayed', true, { status: 'held', subStatus: 'contact_carrier', actionRequired: true }],
  [
    'PRE_TRANSIT',
    'address_issue',
    true,
    { status: 'held', subStatus: 'address_problem', actionRequired: true },
  ],
  [
    'TRANSIT',
    'notice_left',
    true,
    { status: 'attempt_failed', subStatus: 'notice_left', actionRequired: true },
  ],
  ['TRANSIT', 'out_for_delivery', true, { status: 'out_for_delivery', actionRequired: true }],
  ['FAILURE', 'package_held', false, { status: 'held', actionRequired: false }],
  ['TRANSIT', 'pickup_available', false, { status: 'available_for_pickup', actionRequired: true }],
  ['DELIVERED', 'delivered', true, { status: 'delivered', actionRequired: false }],
  ['TRANSIT', 'package_departed', false, { status: 'in_transit', actionRequired: false }],
  ['FAILURE', 'package_lost', true, { status: 'lost', actionRequired: false }],
];

test.each(flagged)('%s with %s and action_required %s', (status, code, actionRequired, expected) => {
  expect(mapShippo({ status, code, actionRequired })).toMatchObject({ ...expected, known: true });
});

test('an unknown code falls to its status and is told as unknown', () => {
  expect(mapShippo({ status: 'TRANSIT', code: 'beamed_up' })).toMatchObject({
    status: 'in_transit',
    known: false,
  });
  expect(mapShippo({ status: 'TRANSIT', code: 'beamed_up', actionRequired: true })).toMatchObject({
    status: 'held',
    known: false,
  });
});

test.each(['TELEPORTED', 'delivered', 'constructor', '', null])(
  'the unknown status %j claims nothing, whatever stands beside it',
  (status) => {
    expect(mapShippo({ status, code: 'delivered', actionRequired: true })).toEqual({
      status: 'pending',
      subStatus: null,
      actionRequired: false,
      known: false,
    });
  },
);
