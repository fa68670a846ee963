import { describe, expect, it } from 'vitest';
import type { KnownOrder } from './known.ts';
import { parcel, promised, readParcelAt, scan, snapshot } from './testing/build.ts';

const monday = '2026-11-23T10:00:00.000Z';
const tuesday = '2026-11-24T10:00:00.000Z';
const today = '2026-11-25T08:00:00.000Z';
const letters = { done: 'D', current: 'C', problem: 'P', upcoming: '·' };
const drawn = (changes: Partial<KnownOrder>) =>
  readParcelAt(changes)
    .steps.map((step) => letters[step.state])
    .join('');

describe('The steps of a parcel (ordered, shipped, in transit, out for delivery, delivered)', () => {
  const way = [scan('in_transit', monday), scan('out_for_delivery', tuesday)];

  it.each<[string, Partial<KnownOrder>, string]>([
    ['nothing is sent', { shipments: [parcel({ shippedAt: null })] }, 'C····'],
    ['the shop marked it as shipped and nobody saw it', {}, 'DC···'],
    [
      'the shop marked it as shipped and the carrier waits for it',
      { events: [scan('label_created', monday)] },
      'DC···',
    ],
    [
      'only a label exists',
      { events: [scan('label_created', monday)], shipments: [parcel({ shippedAt: null })] },
      'C····',
    ],
    ['it moves', { events: [scan('in_transit', tuesday)] }, 'DDC··'],
    ['it moves by word of a snapshot', { tracks: [snapshot('in_transit', tuesday)] }, 'DDC··'],
    ['it is delayed', { events: [scan('delayed', tuesday)] }, 'DDP··'],
    [
      'it is late',
      { events: [scan('in_transit', tuesday)], promises: [promised('2026-11-24', monday)] },
      'DDP··',
    ],
    ['it is out for delivery', { events: [scan('out_for_delivery', today)] }, 'DDDC·'],
    ['nobody was at home', { events: [...way, scan('attempt_failed', today)] }, 'DDDP·'],
    ['it waits to be collected', { events: [...way, scan('available_for_pickup', today)] }, 'DDDC·'],
    ['it goes on moving after a vain attempt', { events: [...way, scan('in_transit', today)] }, 'DDC··'],
    ['it is delivered', { events: [...way, scan('delivered', today)] }, 'DDDDD'],
    [
      'it is held on its way',
      { events: [scan('in_transit', monday), scan('held/payment_due', today)] },
      'DDP··',
    ],
    ['it is lost after the tour began', { events: [...way, scan('lost', today)] }, 'DDDP·'],
    [
      'it goes back after it was delivered',
      { events: [...way, scan('delivered', today), scan('returning', '2026-11-25T09:00:00.000Z')] },
      'DDDP·',
    ],
  ])('stand right when %s', (_, changes, steps) => {
    expect(drawn(changes)).toBe(steps);
  });

  it('carry the times they were reached, and none that is to come', () => {
    const events = [scan('in_transit', '2026-11-23T08:00:00.000Z'), scan('out_for_delivery', tuesday)];
    expect(readParcelAt({ events }).steps.map((step) => step.at)).toEqual([
      '2026-11-22T18:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
      tuesday,
      null,
    ]);
  });

  it('tell the latest tour, when there were several', () => {
    const events = [
      scan('out_for_delivery', monday),
      scan('attempt_failed', tuesday),
      scan('out_for_delivery', today),
    ];
    expect(readParcelAt({ events }).steps[3]?.at).toBe(today);
  });
});
