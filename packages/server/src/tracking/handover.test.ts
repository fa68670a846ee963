import { describe, expect, it } from 'vitest';
import type { KnownOrder } from './known.ts';
import { parcel, readParcelAt, scan, snapshot } from './testing/build.ts';

const monday = '2026-11-23T10:00:00.000Z';
const tuesday = '2026-11-24T10:00:00.000Z';
const point = {
  name: 'Kiosk',
  address: ['Main St 1', ''],
  hours: ['Mo–Fr 8–18'],
  code: '4711',
  until: '2026-12-01',
};
const page = 'https://www.dhl.com/global-en/home/tracking.html?submit=1&tracking-id=JD014600003SE';

describe('What the shopper must do', () => {
  it.each([
    ['held/payment_due', 'pay'],
    ['held/address_problem', 'correct_address'],
    ['held/documents_missing', 'send_documents'],
    ['held/information_missing', 'give_information'],
    ['held/reschedule_needed', 'reschedule'],
    ['held/customs_hold', 'contact_carrier'],
    ['held', 'contact_carrier'],
  ])('when the parcel is %s is to %s, on the carrier’s page', (words, action) => {
    expect(readParcelAt({ events: [scan(words, tuesday)] }).actionRequired).toEqual({
      action,
      url: page,
      until: null,
    });
  });

  it('is done at the address the provider gives for it', () => {
    const tracks = [snapshot(null, tuesday, { actionUrl: 'https://customs.example/pay' })];
    const events = [scan('held/payment_due', tuesday)];
    expect(readParcelAt({ events, tracks }).actionRequired?.url).toBe('https://customs.example/pay');
  });

  it('is never done at an address that runs code', () => {
    const tracks = [snapshot(null, tuesday, { actionUrl: 'javascript:alert(1)' })];
    expect(readParcelAt({ events: [scan('held/payment_due', tuesday)], tracks }).actionRequired?.url).toBe(
      page,
    );
  });

  it('is settled with the store when the carrier cannot help, or nobody says how', () => {
    const help = 'https://linden.example/help';
    const missed = scan('exception/pickup_missed', tuesday);
    expect(readParcelAt({ events: [missed] }).actionRequired).toEqual({
      action: 'contact_store',
      url: help,
      until: null,
    });
    const vague = scan('delayed', tuesday, { actionRequired: true });
    expect(readParcelAt({ events: [vague] }).actionRequired?.action).toBe('contact_store');
  });

  it('is to collect a parcel that waits, until its last day', () => {
    const tracks = [snapshot(null, tuesday, { pickup: point })];
    const shipment = readParcelAt({ events: [scan('available_for_pickup', tuesday)], tracks });
    expect(shipment.actionRequired).toEqual({ action: 'collect', url: null, until: '2026-12-01' });
  });

  it.each(['in_transit', 'delayed', 'delivered', 'returned', 'lost'])(
    'is nothing when it is %s',
    (status) => {
      expect(readParcelAt({ events: [scan(status, tuesday)] }).actionRequired).toBeNull();
    },
  );

  it('is over when the parcel moves again', () => {
    const events = [scan('held/payment_due', monday), scan('in_transit/resumed', tuesday)];
    expect(readParcelAt({ events }).actionRequired).toBeNull();
  });
});

describe('The pick-up point', () => {
  const withPoint = (status: string, pickup = point) =>
    readParcelAt({ events: [scan(status, monday)], tracks: [snapshot(null, monday, { pickup })] }).pickup;

  it('is told with what is known of it, empty lines left out', () => {
    expect(withPoint('available_for_pickup')).toEqual({ ...point, address: ['Main St 1'] });
  });

  it('is told before the parcel is there, and no more once it is collected or goes back', () => {
    expect(withPoint('in_transit')?.name).toBe('Kiosk');
    expect(withPoint('delivered')).toBeNull();
    expect(withPoint('returning')).toBeNull();
  });

  it('has no last day when that is on no calendar, and is none when nothing is known of it', () => {
    expect(withPoint('in_transit', { ...point, until: '2026-13-01' })?.until).toBeNull();
    expect(withPoint('in_transit', { name: '', address: [''], hours: [], code: ' ', until: '' })).toBeNull();
  });

  it('is the newest one told', () => {
    const tracks = [
      snapshot(null, tuesday, { pickup: { ...point, name: 'New' } }),
      snapshot(null, monday, { source: 'shippo', pickup: { ...point, name: 'Old' } }),
    ];
    expect(readParcelAt({ tracks }).pickup?.name).toBe('New');
  });
});

describe('The proof of delivery', () => {
  const proof = { signedBy: 'A. Müller', leftAt: null, photoUrl: null };
  const read = (changes: Partial<KnownOrder>) =>
    readParcelAt({ events: [scan('delivered', tuesday)], ...changes });

  it('is the delivery’s own time with who signed and where it was left', () => {
    const tracks = [
      snapshot(null, tuesday, { proof }),
      snapshot(null, monday, {
        source: 'shippo',
        proof: { signedBy: 'B', leftAt: 'Porch', photoUrl: 'https://x.example/p.jpg' },
      }),
    ];
    expect(read({ tracks }).proof).toEqual({
      at: tuesday,
      localTime: '2026-11-24T11:00:00',
      offset: '+01:00',
      signedBy: 'A. Müller',
      leftAt: 'Porch',
      photoUrl: 'https://x.example/p.jpg',
    });
  });

  it('has the clock of the destination when only a snapshot knows of the delivery', () => {
    const tracks = [snapshot('delivered', tuesday, { proof })];
    expect(read({ events: [], tracks }).proof).toMatchObject({
      at: tuesday,
      localTime: '2026-11-24T11:00:00',
      offset: null,
    });
  });

  it('is of the first delivery when the signature follows as an event of its own', () => {
    const events = [scan('delivered', monday), scan('delivered/signed', tuesday)];
    expect(read({ events })).toMatchObject({
      subStatus: 'signed',
      deliveredAt: monday,
      proof: { at: monday },
    });
  });

  it('is of the event with a zone when another source told the same without one', () => {
    const vague = scan('delivered', monday, { source: 'shippo', offset: null });
    expect(read({ events: [vague, scan('delivered', tuesday)] }).proof?.at).toBe(tuesday);
  });

  it('does not exist before the parcel is delivered', () => {
    expect(
      read({ events: [scan('in_transit', tuesday)], tracks: [snapshot(null, tuesday, { proof })] }).proof,
    ).toBeNull();
  });
});

describe('A journey of several carriers', () => {
  const leg = (carrierName: string, since: string | null = null) => ({
    carrierName,
    trackingNumber: null,
    trackingUrl: null,
    since,
  });
  const names = (changes: Partial<KnownOrder>) =>
    readParcelAt(changes).legs.map((each) => [each.carrier.code ?? each.carrier.name, each.since]);

  it('has no legs while there is one carrier', () => {
    expect(names({ tracks: [snapshot('in_transit', tuesday, { legs: [leg('dhl')] })] })).toEqual([]);
    expect(names({ events: [scan('in_transit', tuesday, { carrierName: 'USPS' })] })).toEqual([]);
  });

  it('begins with the parcel’s own carrier when the others are told', () => {
    const tracks = [snapshot('in_transit', tuesday, { legs: [leg('usps', tuesday)] })];
    expect(names({ tracks })).toEqual([
      ['dhl_express', '2026-11-23T09:00:00.000Z'],
      ['usps', tuesday],
    ]);
  });

  it('begins with whom the source takes for the parcel’s own carrier, whatever the shop named', () => {
    const tracks = [snapshot('in_transit', tuesday, { carrierName: 'fedex', legs: [leg('usps', tuesday)] })];
    expect(names({ tracks }).map(([code]) => code)).toEqual(['fedex', 'usps']);
  });

  it('is as told when the parcel’s own carrier is among the told ones', () => {
    const tracks = [snapshot('in_transit', tuesday, { legs: [leg('YunExpress'), leg('DHL', tuesday)] })];
    expect(names({ tracks })).toEqual([
      ['yunexpress', null],
      ['dhl_express', tuesday],
    ]);
  });

  it('gives the parcel’s own number to the leg of its own carrier', () => {
    const tracks = [snapshot('in_transit', tuesday, { legs: [leg('YunExpress'), leg('DHL', tuesday)] })];
    const [first, second] = readParcelAt({ tracks }).legs;
    expect(first).toMatchObject({ trackingNumber: null, trackingUrl: null });
    expect(second).toMatchObject({ trackingNumber: 'JD014600003SE', trackingUrl: page, since: tuesday });
  });

  it.each([['by the one who gives'], ['by the one who takes']])(
    'is read from a hand-over told %s',
    (side) => {
      const events = [
        scan('in_transit', monday, { carrierName: 'YunExpress' }),
        scan('in_transit/handed_over', '2026-11-24T08:00:00.000Z', {
          carrierName: side.endsWith('gives') ? 'Yun Express' : 'usps',
        }),
        scan('out_for_delivery', tuesday, { carrierName: 'USPS' }),
      ];
      const shipments = [parcel({ carrierName: 'yunexpress' })];
      expect(names({ events, shipments })).toEqual([
        ['yunexpress', null],
        ['usps', '2026-11-24T08:00:00.000Z'],
      ]);
    },
  );
});
