import { describe, expect, it } from 'vitest';
import type { KnownEvent } from './known.ts';
import { readParcelAt, scan } from './testing/build.ts';

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 24, 10, minute, second)).toISOString();
const easypost = { source: 'easypost' } as const;

const told = (events: KnownEvent[]) => readParcelAt({ events }).events;
const messages = (events: KnownEvent[]) => told(events).map((event) => event.message);

describe('The events of a parcel', () => {
  it('are told newest first', () => {
    const events = [scan('in_transit', at(1)), scan('label_created', at(0)), scan('out_for_delivery', at(2))];
    expect(messages(events)).toEqual(['out_for_delivery', 'in_transit', 'label_created']);
  });

  it('stand in the same order however they came, when their times are equal', () => {
    const events = ['in_transit/arrived', 'in_transit/departed', 'out_for_delivery'].map((words) =>
      scan(words, at(0)),
    );
    expect(messages(events)).toEqual(messages(events.toReversed()));
    expect(messages(events)[0]).toBe('out_for_delivery');
  });

  it.each([
    ['the same words', 'Arrived at hub', 'Arrived at hub', at(1)],
    ['words of which one are part of the other', 'Arrived at hub', 'arrived at HUB, Leipzig', at(2)],
    ['no words at all from one of them', 'Arrived at hub', null, at(0)],
  ])('are one event when two sources tell it within two minutes in %s', (_, left, right, time) => {
    const events = [
      scan('in_transit', at(0), { message: left }),
      scan('in_transit', time, { ...easypost, message: right }),
    ];
    expect(told(events)).toHaveLength(1);
  });

  it.each([
    ['words that contradict each other', 'in_transit', 'Departed from origin', at(0)],
    ['different states', 'delivered', 'Arrived at hub', at(0)],
    ['more than two minutes between them', 'in_transit', 'Arrived at hub', at(2, 1)],
  ])('stay two when sources tell %s', (_, status, message, time) => {
    const events = [
      scan('in_transit', at(0), { message: 'Arrived at hub' }),
      scan(status, time, { ...easypost, message }),
    ];
    expect(told(events)).toHaveLength(2);
  });

  it('are one in whatever words where a thing happens only once', () => {
    const events = [
      scan('delivered', at(0), { message: 'Zugestellt' }),
      scan('delivered', at(1), { ...easypost, message: 'Left at front door' }),
    ];
    expect(told(events)).toHaveLength(1);
  });

  it('are one at the same wall clock when a source gave no zone', () => {
    const events = [
      scan('in_transit', at(0)),
      scan('in_transit', at(60), { ...easypost, offset: null, localTime: '2026-11-24T11:00:30' }),
    ];
    const [event, ...others] = told(events);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ at: at(0), offset: '+01:00', localTime: '2026-11-24T11:00:00' });
  });

  it('keep what one source tells twice in different words, and lose what it only repeats', () => {
    const events = [
      scan('in_transit', at(0), { message: 'Arrived' }),
      scan('in_transit', at(1), { message: 'Departed' }),
      scan('in_transit', at(1), { message: 'Departed', subject: 'shipment:shopify:f1' }),
    ];
    expect(messages(events)).toEqual(['Departed', 'Arrived']);
  });

  it('do not swallow the second event of a source that tells of two', () => {
    const events = [
      scan('in_transit', at(0), { message: 'Scanned' }),
      scan('in_transit', at(0, 30), { ...easypost, message: 'Scanned' }),
      scan('in_transit', at(1), { ...easypost, message: 'Scanned' }),
    ];
    expect(told(events)).toHaveLength(2);
    const near = [
      scan('in_transit', at(0, 10), { ...easypost, message: 'Scanned' }),
      scan('in_transit', at(0, 50), { ...easypost, message: 'Scanned' }),
      scan('in_transit', at(1), { message: 'Scanned' }),
    ];
    expect(told(near)).toHaveLength(2);
  });

  it('show the fuller account and add what only the other source knows', () => {
    const place = { city: 'Leipzig', region: null, country: 'DE' };
    const events = [
      scan('in_transit/arrived', at(1), { message: null, place, carrierName: null }),
      scan('in_transit', at(0), { ...easypost, message: 'Arrived', carrierName: 'dhl-germany' }),
    ];
    expect(told(events)).toMatchObject([
      {
        at: at(1),
        place,
        message: 'Arrived',
        subStatus: 'arrived',
        carrier: { code: 'dhl_de', name: 'DHL Paket' },
      },
    ]);
  });

  it('are a hundred at most, and the newest', () => {
    const events = Array.from({ length: 150 }, (_, index) => scan('in_transit', at(index * 3)));
    expect(told(events)).toHaveLength(100);
    expect(told(events)[0]?.at).toBe(at(149 * 3));
  });

  it('carry a wall clock and an offset that can be read, whatever was stored', () => {
    const events = [
      scan('in_transit', at(0), { localTime: 'yesterday', offset: '+0530' }),
      scan('in_transit', at(5), { offset: 'CET' }),
    ];
    expect(told(events)).toMatchObject([
      { offset: null },
      { localTime: '2026-11-24T15:30:00', offset: '+05:30' },
    ]);
  });
});
