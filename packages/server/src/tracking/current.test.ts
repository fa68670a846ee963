import { describe, expect, it } from 'vitest';
import { subjectOfShipment } from './known.ts';
import { now, parcel, readParcelAt, scan, snapshot } from './testing/build.ts';

const monday = '2026-11-23T10:00:00.000Z';
const tuesday = '2026-11-24T10:00:00.000Z';
const wednesday = '2026-11-25T10:00:00.000Z';
const fulfilment = { subject: subjectOfShipment('shopify', 'f1'), source: 'shopify' } as const;

describe('The current status of a parcel', () => {
  it.each([
    [
      'is the newest event of its only source',
      [scan('in_transit', monday), scan('out_for_delivery', tuesday)],
      [],
      'out_for_delivery',
    ],
    [
      'is that of the event further along when two are told for one moment',
      [scan('delivered', tuesday), scan('in_transit', tuesday)],
      [],
      'delivered',
    ],
    [
      'is the snapshot when that is newer than the events',
      [scan('in_transit', monday)],
      [snapshot('held/payment_due', tuesday)],
      'held',
    ],
    [
      'is the newest event when the snapshot is older',
      [scan('out_for_delivery', tuesday)],
      [snapshot('in_transit', monday)],
      'out_for_delivery',
    ],
    [
      'keeps the last thing understood when a newer event says nothing',
      [scan('out_for_delivery', monday), scan('pending', tuesday)],
      [],
      'out_for_delivery',
    ],
    [
      'keeps a scan when a newer snapshot knows nothing',
      [scan('in_transit', monday)],
      [snapshot('pending', tuesday)],
      'in_transit',
    ],
    [
      'is the latest of several sources',
      [scan('in_transit', tuesday), scan('out_for_delivery', wednesday, { source: 'easypost' })],
      [],
      'out_for_delivery',
    ],
    [
      'believes a scan of one source over a snapshot of another that only repeats an older scan',
      [scan('in_transit', monday), scan('out_for_delivery', tuesday, { source: 'easypost' })],
      [snapshot('in_transit', wednesday)],
      'out_for_delivery',
    ],
    [
      'hears the platform about the fulfilment too',
      [scan('in_transit', monday), scan('delivered', tuesday, fulfilment)],
      [],
      'delivered',
    ],
    [
      'does not fall back to a label when another source has seen the parcel',
      [scan('in_transit', monday), scan('label_created', tuesday, fulfilment)],
      [],
      'in_transit',
    ],
    [
      'does not go back to moving by a word of the platform that no event bears out',
      [scan('out_for_delivery', monday)],
      [snapshot('in_transit', tuesday, fulfilment)],
      'out_for_delivery',
    ],
    [
      'hears of trouble from a platform without an event',
      [scan('out_for_delivery', monday)],
      [snapshot('delayed', tuesday, fulfilment)],
      'delayed',
    ],
    [
      'stays delivered against a later snapshot that saw no scan',
      [scan('delivered', monday)],
      [snapshot('in_transit', tuesday)],
      'delivered',
    ],
    [
      'stays delivered against a later snapshot of another source',
      [scan('delivered', monday)],
      [snapshot('in_transit', tuesday, { source: 'shippo' })],
      'delivered',
    ],
    [
      'stays returned against a later snapshot',
      [scan('returned', monday)],
      [snapshot('exception', tuesday)],
      'returned',
    ],
    [
      'leaves delivered for a later real event',
      [scan('delivered', monday), scan('returning/refused', tuesday)],
      [],
      'returning',
    ],
    [
      'leaves delivered for a later real event of another source',
      [scan('delivered', monday), scan('returning/refused', tuesday, { source: 'easypost' })],
      [],
      'returning',
    ],
    [
      'leaves delivered for a snapshot that sees it on its way back',
      [scan('delivered', monday)],
      [snapshot('returned', tuesday)],
      'returned',
    ],
    [
      'reads a delivery after the way back as a return',
      [scan('returning', monday), scan('delivered', tuesday)],
      [],
      'returned',
    ],
    [
      'reads a delivery as one when the parcel was sent forward again',
      [
        scan('returning', monday),
        scan('in_transit/resumed', '2026-11-23T12:00:00.000Z'),
        scan('delivered', tuesday),
      ],
      [],
      'delivered',
    ],
    [
      'does not believe events of the day after tomorrow',
      [scan('in_transit', monday), scan('delivered', '2026-11-27T10:00:00.000Z')],
      [],
      'in_transit',
    ],
  ])('%s', (_, events, tracks, status) => {
    expect(readParcelAt({ events, tracks }).status).toBe(status);
  });

  it('stays delivered against an event without a zone that is not later in every zone', () => {
    const vague = scan('in_transit', '2026-11-24T16:00:00.000Z', { source: 'shippo', offset: null });
    expect(readParcelAt({ events: [scan('delivered', tuesday), vague] }).status).toBe('delivered');
    const later = scan('returning', '2026-11-25T10:00:00.000Z', { source: 'shippo', offset: null });
    expect(readParcelAt({ events: [scan('delivered', tuesday), later] }).status).toBe('returning');
  });

  it('is the snapshot when the event’s time has no zone and may well be earlier', () => {
    const events = [scan('in_transit', '2026-11-24T16:00:00.000Z', { offset: null })];
    expect(readParcelAt({ events, tracks: [snapshot('out_for_delivery', tuesday)] }).status).toBe(
      'out_for_delivery',
    );
  });

  it('takes a finer word and the call to act from sources that agree', () => {
    const events = [scan('held', wednesday, { actionRequired: false })];
    const tracks = [snapshot('held/payment_due', tuesday, { source: 'shippo' })];
    const { subStatus, actionRequired } = readParcelAt({ events, tracks });
    expect(subStatus).toBe('payment_due');
    expect(actionRequired?.action).toBe('pay');
  });

  it.each([
    ['in transit once the shop marks it as shipped', parcel(), [], 'in_transit'],
    ['announced while it only has a number', parcel({ shippedAt: null }), [], 'label_created'],
    [
      'pending while it has no number either',
      parcel({ shippedAt: null, trackingNumber: null }),
      [],
      'pending',
    ],
    [
      'announced when it is to be shipped later',
      parcel({ shippedAt: '2026-11-26T10:00:00.000Z' }),
      [],
      'label_created',
    ],
    [
      'announced when it is shipped and a tracker has not seen it',
      parcel(),
      [snapshot('pending', now)],
      'label_created',
    ],
    [
      'what its platform says',
      parcel({ status: { status: 'out_for_delivery', subStatus: null, actionRequired: false } }),
      [],
      'out_for_delivery',
    ],
  ])('without events is %s', (_, shipment, tracks, status) => {
    expect(readParcelAt({ shipments: [shipment], tracks }).status).toBe(status);
  });

  it('takes the platform’s news of a fulfilment with several parcels only for those whose number is silent', () => {
    const second = parcel({ id: 'shp_00000000000000000000000000000002', trackingNumber: 'SECOND1' });
    const events = [scan('in_transit', tuesday), scan('delivered', wednesday, fulfilment)];
    const shipments = [parcel(), second];
    const statuses = readParcelAt({ shipments, events }).status;
    expect(statuses).toBe('in_transit');
    expect(
      readParcelAt({ shipments: [second, parcel()], events: [events[1] ?? scan('pending', now)] }).status,
    ).toBe('delivered');
  });
});
