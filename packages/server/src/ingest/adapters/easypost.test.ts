import { describe, expect, test } from 'vitest';
import { fixture, fixtureText } from '../fixtures/index.ts';
import { rawMessage } from '../fixtures/raw-message.ts';
import { last, readFacts } from '../fixtures/read-facts.ts';
import { easypost } from './easypost.ts';

const read = (change: (text: string) => string = (text) => text) =>
  readFacts(easypost, change(fixtureText('easypost-event')));

describe('a tracker in its event', () => {
  const { facts, unknown } = read();
  const tracking = last(facts, 'tracking');

  test('is one snapshot', () => {
    expect(facts).toHaveLength(1);
    expect(unknown).toEqual([]);
    expect(tracking).toMatchObject({
      subject: { by: 'number', trackingNumber: 'GM6051234500099' },
      status: { status: 'delivered', subStatus: null, known: true },
      carrierName: 'DHLGlobalmail',
      version: { at: '2026-05-04T21:10:11.000Z' },
      proof: { signedBy: 'R. OKAFOR', leftAt: null, photoUrl: null },
      raw: { status: 'delivered', status_detail: 'arrived_at_destination', is_return: false },
    });
  });

  test('tells its scans oldest first, in the time of their places', () => {
    expect(
      tracking.events.map(({ when, mapped, place }) => [when.at, when.offset, mapped, place]),
    ).toMatchObject([
      ['2026-04-30T10:00:00.000Z', '+00:00', { status: 'label_created' }, null],
      [
        '2026-05-02T10:30:00.000Z',
        '-04:00',
        { subStatus: 'handed_over' },
        { city: 'SECAUCUS', region: 'NJ', country: 'US' },
      ],
      ['2026-05-04T09:00:00.000Z', '-04:00', { subStatus: 'arrived_locally' }, { city: 'BROOKLYN' }],
      ['2026-05-04T20:58:00.000Z', '-04:00', { status: 'delivered' }, { city: 'BROOKLYN' }],
    ]);
  });

  test('names the carrier that took over', () => {
    expect(tracking.legs).toEqual([
      { carrierName: 'USPS', trackingNumber: null, trackingUrl: null, since: '2026-05-04T09:00:00.000Z' },
    ]);
  });

  test('promises the carrier’s local day before the other', () => {
    expect(tracking.promise).toEqual({
      observedAt: '2026-05-04T21:10:11.000Z',
      from: null,
      until: '2026-05-04',
      zone: null,
      source: 'carrier',
      reason: null,
    });
    const other = read((text) =>
      text.replace('"est_delivery_date_local": "2026-05-04"', '"est_delivery_date_local": null'),
    );
    expect(last(other.facts, 'tracking').promise?.until).toBe('2026-05-05');
  });

  test('reads the same alone', () => {
    const { result } = JSON.parse(fixtureText('easypost-event'));
    const alone = readFacts(easypost, JSON.stringify(result));
    expect(last(alone.facts, 'tracking')).toMatchObject({
      ...tracking,
      version: { at: tracking.version.at },
    });
  });
});

test('words nobody knows are told, and claim nothing', () => {
  const { facts, unknown } = read((text) => text.replaceAll('"delivered"', '"dematerialised"'));
  expect(last(facts, 'tracking').status).toMatchObject({ status: 'pending', known: false });
  expect(last(facts, 'tracking').proof).toBeNull();
  expect(unknown).toEqual(['status=dematerialised status_detail=arrived_at_destination']);
});

test('a hand-over to nobody in particular is no further carrier', () => {
  const { facts } = read((text) => text.replaceAll('"USPS"', '"DHLGlobalmail"'));
  expect(last(facts, 'tracking').legs).toEqual([]);
});

test('other events are ignored, an event without a tracker cannot be read', () => {
  const batch = rawMessage('{"object":"Event","description":"batch.updated","result":{}}');
  expect(easypost.read(batch, { timeZone: 'UTC', currency: 'EUR' })).toEqual({
    ignored: expect.stringContaining('batch.updated'),
  });
  const without = '{"object":"Event","description":"tracker.updated"}';
  expect(() => readFacts(easypost, without)).toThrow(expect.objectContaining({ code: 'field_missing' }));
  expect(() => readFacts(easypost, '{"object":"Tracker"}')).toThrow('tracking_code');
});

test('a delivery is known by the id of its event, a bare tracker by its bytes', () => {
  expect(easypost.describe(rawMessage(fixture('easypost-event')))).toEqual({
    topic: 'tracker.updated',
    dedupeKey: 'id:evt_4d1b0c52a6f511f0',
  });
  const bare = (status: string) =>
    easypost.describe(rawMessage(`{"object":"Tracker","id":"trk_1","status":"${status}"}`)).dedupeKey;
  expect(bare('in_transit')).toBe(bare('in_transit'));
  expect(bare('in_transit')).not.toBe(bare('delivered'));
});
