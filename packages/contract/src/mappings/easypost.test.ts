import { expect, test } from 'vitest';
import { actionFor, type MappedStatus, trackingSubStatuses } from '../tracking-status.ts';
import { mapEasypost } from './easypost.ts';

// One letter a status, so that the whole table of 28 details by 10 statuses can be read at once.
const letters = {
  P: 'pending',
  L: 'label_created',
  T: 'in_transit',
  O: 'out_for_delivery',
  D: 'delivered',
  A: 'available_for_pickup',
  R: 'returning',
  B: 'returned',
  X: 'exception',
  C: 'cancelled',
  E: 'expired',
  Y: 'delayed',
  H: 'held',
  F: 'attempt_failed',
  M: 'damaged',
  K: 'lost',
} as const;

const statuses = [
  'unknown',
  'pre_transit',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'available_for_pickup',
  'return_to_sender',
  'failure',
  'cancelled',
  'error',
];

const table = `
address_correction                  P  H/address_problem      H/address_problem      H/address_problem      D  A  R/undeliverable  H/address_problem      C  H/address_problem
arrived_at_destination              P  L                      T/arrived_locally      O                      D  A  R                X                      C  X
arrived_at_facility                 P  L                      T/arrived              O                      D  A  R                X                      C  X
arrived_at_pickup_location          P  L                      T/arrived_locally      O                      A  A  R                X                      C  X
awaiting_information                P  H/information_missing  H/information_missing  H/information_missing  D  A  R                H/information_missing  C  H/information_missing
cancelled                           C  C                      C                      O                      D  A  R                C                      C  C
damaged                             P  M                      M                      M                      D  M  M                M                      C  M
delayed                             P  Y                      Y                      Y                      D  A  R                Y                      C  Y
delivery_exception                  P  L                      F                      F                      D  A  R                F                      C  F
departed_facility                   P  L                      T/departed             O                      D  A  R                X                      C  X
departed_origin_facility            P  L                      T/departed             O                      D  A  R                X                      C  X
expired                             E  E                      E                      O                      D  A  R                E                      C  E
failure                             P  X                      X                      X                      D  A  R                X                      C  X
held                                P  H                      H                      H                      D  A  R                H                      C  H
in_transit                          P  L                      T                      O                      D  A  R                X                      C  X
label_created                       L  L                      T                      O                      D  A  R                X                      C  X
lost                                P  K                      K                      K                      D  K  K                K                      C  K
missorted                           P  L                      T/missorted            O                      D  A  R                X                      C  X
out_for_delivery                    P  L                      T                      O                      D  A  R                X                      C  X
received_at_destination_facility    P  L                      T/arrived_locally      O                      D  A  R                X                      C  X
received_at_origin_facility         P  L                      T/accepted             O                      D  A  R                X                      C  X
refused                             P  X/refused              X/refused              X/refused              D  A  R/refused        X/refused              C  X/refused
return                              P  L                      R                      R                      B  R  R                R                      C  R
status_update                       P  L                      T                      O                      D  A  R                X                      C  X
transferred_to_destination_carrier  P  L                      T/handed_over          O                      D  A  R                X                      C  X
transit_exception                   P  X                      X                      X                      D  A  R                X                      C  X
unknown                             P  L                      T                      O                      D  A  R                X                      C  X
weather_delay                       P  Y/weather_delay        Y/weather_delay        Y/weather_delay        D  A  R                Y/weather_delay        C  Y/weather_delay
`;

/** The pairs after which nothing moves until the shopper does something. */
const acting = new Set(['H', 'H/address_problem', 'H/information_missing', 'A']);

function expectedOf(cell: string): MappedStatus {
  const [letter = '', subStatus = null] = cell.split('/');
  const status = letters[letter as keyof typeof letters];
  return {
    status,
    subStatus: subStatus as MappedStatus['subStatus'],
    actionRequired: acting.has(cell),
    known: true,
  };
}

const cases = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [detail = '', ...cells] = line.trim().split(/\s+/);
    return cells.map((cell, column) => ({
      status: statuses[column] ?? '',
      detail,
      expected: expectedOf(cell),
    }));
  });

test('the table holds all 10 statuses with all 28 details', () => {
  expect(cases).toHaveLength(280);
});

test.each(cases)('$status with $detail', ({ status, detail, expected }) => {
  expect(mapEasypost({ status, detail })).toEqual(expected);
});

test.each(statuses.map((status, column) => ({ status, expected: expectedOf('PLTODARXCX'[column] ?? '') })))(
  '$status without a detail',
  ({ status, expected }) => {
    expect(mapEasypost({ status })).toEqual(expected);
  },
);

test('a detail nobody knows falls to its status and is told as unknown', () => {
  expect(mapEasypost({ status: 'in_transit', detail: 'beamed_up' })).toEqual({
    ...expectedOf('T'),
    known: false,
  });
});

test.each(['teleported', 'constructor', '__proto__', '', 'DELIVERED'])(
  'the unknown status %j claims nothing',
  (status) => {
    expect(mapEasypost({ status, detail: 'out_for_delivery' })).toEqual({
      ...expectedOf('P'),
      known: false,
    });
  },
);

test('a sub-status always belongs to its status, and an action is only required where there is one', () => {
  for (const { status, detail } of cases) {
    const result = mapEasypost({ status, detail });
    if (result.subStatus !== null) {
      expect(trackingSubStatuses[result.status] as readonly string[]).toContain(result.subStatus);
    }
    expect(result.actionRequired).toBe(actionFor(result.status, result.subStatus) !== null);
  }
});
