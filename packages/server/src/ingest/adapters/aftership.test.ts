import { describe, expect, test } from 'vitest';
import { fixture, fixtureText } from '../fixtures/index.ts';
import { rawMessage } from '../fixtures/raw-message.ts';
import { last, ofKind, readFacts } from '../fixtures/read-facts.ts';
import { aftership } from './aftership.ts';

const full = (change: (text: string) => string = (text) => text) =>
  readFacts(aftership, change(fixtureText('aftership-full')));

describe('the short message', () => {
  const { facts, unknown } = readFacts(aftership, fixture('aftership-short'));

  test('is one snapshot, as new as the message', () => {
    expect(facts).toHaveLength(1);
    expect(unknown).toEqual([]);
    expect(last(facts, 'tracking')).toMatchObject({
      source: 'aftership',
      subject: { by: 'number', trackingNumber: '00340434161094000001' },
      status: { status: 'in_transit', subStatus: 'arrived', known: true },
      carrierName: 'dhl-germany',
      version: { at: '2026-02-10T21:00:00.000Z' },
      raw: { tag: 'InTransit', subtag: 'InTransit_003' },
      promise: null,
      pickup: null,
      proof: null,
      legs: [],
      actionUrl: null,
    });
  });

  test('tells a wall clock without a zone as it was, and places it in the zone of the store', () => {
    expect(last(facts, 'tracking').events[0]?.when).toEqual({
      at: '2026-02-10T20:15:00.000Z',
      localTime: '2026-02-10T21:15:00',
      offset: null,
    });
  });
});

describe('the full message', () => {
  const { facts, unknown } = full();
  const tracking = last(facts, 'tracking');

  test('gives every checkpoint that has a time, oldest first', () => {
    expect(
      tracking.events.map(({ when, message }) => [when.at, when.localTime, when.offset, message]),
    ).toEqual([
      ['2026-02-08T12:10:00.000Z', '2026-02-08T20:10:00', '+08:00', 'Accepted'],
      ['2026-02-08T17:30:00.000Z', '2026-02-09T01:30:00', null, 'Left the export hub'],
      ['2026-02-12T05:00:00.000Z', '2026-02-12T05:00:00', '+00:00', 'Customs data received'],
      ['2026-02-13T07:05:00.000Z', '2026-02-13T08:05:00', '+01:00', 'Arrived'],
      ['2026-02-14T10:29:00.000Z', '2026-02-14T11:29:00', null, 'Ready for collection'],
    ]);
  });

  test('says where each happened, with countries as two letters', () => {
    expect(tracking.events.map((event) => event.place)).toEqual([
      { city: 'SHENZHEN', region: null, country: 'CN' },
      { city: 'SHENZHEN', region: null, country: 'CN' },
      null,
      { city: 'Leipzig', region: 'SN', country: 'DE' },
      { city: 'Leipzig', region: 'SN', country: 'DE' },
    ]);
  });

  test('tells the sub-tag nobody knows, and takes its tag', () => {
    expect(tracking.events[3]?.mapped).toMatchObject({ status: 'in_transit', subStatus: null, known: false });
    expect(unknown).toEqual(['tag=InTransit subtag=InTransit_404']);
  });

  test('promises a span, with its reason; and says what was promised first', () => {
    expect(tracking.promise).toEqual({
      observedAt: '2026-02-14T10:30:00.000Z',
      from: '2026-02-14',
      until: '2026-02-16',
      zone: null,
      source: 'carrier',
      reason: 'customs_delay',
    });
    const [first] = ofKind(facts, 'tracking');
    expect(first).toMatchObject({
      subject: tracking.subject,
      status: null,
      events: [],
      version: { at: '2026-02-08T06:00:00.000Z' },
      promise: {
        observedAt: '2026-02-08T06:00:00.000Z',
        until: '2026-02-12',
        source: 'platform',
      },
    });
  });

  test('says where to collect the parcel, apart from when', () => {
    expect(tracking.status).toMatchObject({ status: 'available_for_pickup', actionRequired: true });
    expect(tracking.pickup).toEqual({
      name: 'Kiosk am Markt',
      address: ['Markt 3', '04109 Leipzig', 'Bring your ID'],
      hours: ['Mo-Fr 9:00-18:00'],
      code: null,
      until: null,
    });
  });

  test('names the carrier that took over, and since when', () => {
    expect(tracking.carrierName).toBe('china-post');
    expect(tracking.legs).toEqual([
      {
        carrierName: 'dhl-germany',
        trackingNumber: '00340434161094000002',
        trackingUrl: 'https://dhl.example.com/00340434161094000002',
        since: '2026-02-12T05:00:00.000Z',
      },
    ]);
  });

  test('names the carrier before it in its place', () => {
    const { facts: changed } = full((text) =>
      text.replace('"first_mile": { "tracking_number": "LX123456789CN", "slug": "china-post"', (found) =>
        found.replace('china-post', 'yunexpress'),
      ),
    );
    const carriers = last(changed, 'tracking').legs.map((leg) => leg.carrierName);
    expect(carriers).toEqual(['yunexpress', 'china-post', 'dhl-germany']);
  });

  test('gives the address where the delivery can be changed, if it is one', () => {
    expect(tracking.actionUrl).toBe('https://carrier.example.com/redirect?n=LX123456789CN');
    const { facts: changed } = full((text) =>
      text.replace('https://carrier.example.com/redirect', 'javascript:alert'),
    );
    expect(last(changed, 'tracking').actionUrl).toBeNull();
  });

  test('reads the same as the API answers it', () => {
    const { msg } = JSON.parse(fixtureText('aftership-full'));
    const answer = readFacts(aftership, JSON.stringify({ meta: { code: 200 }, data: { tracking: msg } }));
    expect(last(answer.facts, 'tracking')).toMatchObject({
      ...tracking,
      version: { at: tracking.version.at },
    });
  });
});

test('a delivered parcel has its proof; one that came back is not delivered', () => {
  const delivered = (text: string) =>
    text
      .replace('"tag": "AvailableForPickup",\n    "subtag": "AvailableForPickup_001"', '"tag": "Delivered"')
      .replace(
        '"signed_by": null',
        '"signed_by": "M. <b>Keller</b>", "delivery_location_type": "front_porch"',
      );
  const { proof, status } = last(full(delivered).facts, 'tracking');
  expect(status?.status).toBe('delivered');
  expect(proof).toEqual({ signedBy: 'M. Keller', leftAt: 'front porch', photoUrl: null });

  const returned = full((text) =>
    delivered(text).replace('"return_to_sender": false', '"return_to_sender": true'),
  );
  expect(last(returned.facts, 'tracking')).toMatchObject({ status: { status: 'returned' }, proof: null });
});

test.each([
  ['"2026-02-20"', { from: null, until: '2026-02-20', zone: null, source: 'carrier' }],
  ['"2026-02-20T23:30:00-08:00"', { until: '2026-02-20', zone: '-08:00' }],
  [
    '{"type":"specific","source":"Custom EDD","datetime":"2026-02-21"}',
    { until: '2026-02-21', source: 'store' },
  ],
  ['{"type":"specific","source":"AfterShip EDD","datetime":"2026-02-21"}', { source: 'platform' }],
  ['{"datetime_min":"2026-02-20","datetime_max":"2026-02-20"}', { from: null, until: '2026-02-20' }],
  ['{"datetime_min":"2026-02-20","datetime_max":null}', { from: null, until: '2026-02-20' }],
])('an estimate of %s', (value, expected) => {
  const { facts } = full((text) =>
    text.replace(/"latest_estimated_delivery": {[^}]*}/, `"latest_estimated_delivery": ${value}`),
  );
  expect(last(facts, 'tracking').promise).toMatchObject(expected);
});

test('older names of the estimate stand in where the new one is missing', () => {
  const { facts } = full((text) =>
    text
      .replace(/"latest_estimated_delivery": {[^}]*}/, '"expected_delivery": "2026-02-22"')
      .replace(/"first_estimated_delivery": {[^}]*}/, '"order_promised_delivery_date": "2026-02-01"'),
  );
  expect(facts).toHaveLength(1);
  expect(last(facts, 'tracking').promise).toMatchObject({ until: '2026-02-22', source: 'carrier' });
});

test.each(['tracking_update', 'edd_revise', 'tracking_pending_time'])('the event %s is read', (event) => {
  const { facts } = full((text) => text.replace('tracking_update', event));
  expect(last(facts, 'tracking').events).toHaveLength(5);
});

test('another event is ignored, a message without its tracking cannot be read', () => {
  const other = rawMessage('{"event":"order_update","msg":{}}');
  expect(aftership.read(other, { timeZone: 'UTC', currency: 'EUR' })).toEqual({
    ignored: expect.stringContaining('order_update'),
  });
  for (const body of ['{"event":"tracking_update"}', '{"event":"tracking_update","msg":"x"}', '{}']) {
    expect(() => readFacts(aftership, body)).toThrow(expect.objectContaining({ code: 'field_missing' }));
  }
  expect(() => readFacts(aftership, '{"msg":{"tag":"InTransit"}}')).toThrow('tracking_number');
});

test('a delivery is known by its event id', () => {
  const { dedupeKey, topic } = aftership.describe(rawMessage(fixture('aftership-short')));
  expect({ dedupeKey, topic }).toEqual({
    topic: 'tracking_update',
    dedupeKey: 'id:6f1f5b0e-8a44-4d0c-9a36-0a6f6c0d1e11',
  });
});
