import { describe, expect, test } from 'vitest';
import { fixture, fixtureText } from '../fixtures/index.ts';
import { rawMessage } from '../fixtures/raw-message.ts';
import { last, ofKind, readFacts } from '../fixtures/read-facts.ts';
import { shippo } from './shippo.ts';

const read = (change: (text: string) => string = (text) => text) =>
  readFacts(shippo, change(fixtureText('shippo-track')));

describe('a track in its event', () => {
  const { facts, unknown } = read();
  const tracking = last(facts, 'tracking');

  test('is one snapshot, as new as the newest record in it', () => {
    expect(unknown).toEqual([]);
    expect(tracking).toMatchObject({
      subject: { by: 'number', trackingNumber: '9400110898825022579493' },
      status: { status: 'held', subStatus: 'address_problem', actionRequired: true, known: true },
      carrierName: 'usps',
      version: { at: '2026-06-10T22:04:11.501Z' },
      raw: {
        status: 'TRANSIT',
        substatus: { code: 'address_issue', action_required: true },
      },
    });
  });

  test('tells its history, and the state in it once', () => {
    expect(tracking.events).toMatchObject([
      {
        externalId: null,
        // 9:00 by the clock where it happened; where that is, a `Z` of Shippo’s does not say.
        when: { at: '2026-06-08T07:00:00.000Z', localTime: '2026-06-08T09:00:00', offset: null },
        mapped: { status: 'label_created', actionRequired: false },
        message: 'The electronic information was received.',
        place: null,
      },
      {
        when: { at: '2026-06-10T13:40:00.000Z', localTime: '2026-06-10T15:40:00', offset: null },
        mapped: { status: 'held', subStatus: 'address_problem', actionRequired: true },
        place: { city: 'Denver', region: 'CO', country: 'US' },
      },
    ]);
  });

  test('promises a day, and says which it was first', () => {
    const [first, current] = ofKind(facts, 'tracking').map((fact) => fact.promise);
    expect(first).toMatchObject({ observedAt: '2026-06-08T07:00:00.000Z', until: '2026-06-10' });
    expect(current).toMatchObject({ observedAt: '2026-06-10T22:04:11.501Z', until: '2026-06-12' });
  });

  test('reads the same alone', () => {
    const { data } = JSON.parse(fixtureText('shippo-track'));
    expect(readFacts(shippo, JSON.stringify(data)).facts).toEqual(facts);
  });
});

test('a time with a zone of its own is believed', () => {
  const { facts } = read((text) => text.replaceAll('2026-06-10T15:40:00Z', '2026-06-10T15:40:00-06:00'));
  expect(last(facts, 'tracking').events.at(-1)?.when).toEqual({
    at: '2026-06-10T21:40:00.000Z',
    localTime: '2026-06-10T15:40:00',
    offset: '-06:00',
  });
});

test('a promise that never changed is told once', () => {
  const { facts } = read((text) => text.replace('2026-06-10T00:00:00Z', '2026-06-12T00:00:00Z'));
  expect(facts).toHaveLength(1);
});

test('a state without a history is an event by itself', () => {
  const { facts } = read((text) => text.replace('"tracking_history"', '"no_history"'));
  expect(last(facts, 'tracking').events).toHaveLength(1);
  expect(last(facts, 'tracking').status?.status).toBe('held');
});

test('a track of which the carrier knows nothing yet is older than any news', () => {
  const { facts } = readFacts(
    shippo,
    '{"carrier":"usps","tracking_number":"1","tracking_status":null,"tracking_history":[]}',
  );
  expect(last(facts, 'tracking')).toMatchObject({
    status: null,
    events: [],
    version: { at: '1970-01-01T00:00:00.000Z' },
  });
});

test('words nobody knows are told', () => {
  const { facts, unknown } = read((text) => text.replaceAll('address_issue', 'ate_by_dog'));
  expect(last(facts, 'tracking').status).toMatchObject({ status: 'held', known: false });
  expect(unknown).toEqual(['status=TRANSIT substatus=ate_by_dog']);
});

test('other events are ignored, an error of the API cannot be read', () => {
  const created = rawMessage('{"event":"transaction_created","data":{}}');
  expect(shippo.read(created, { timeZone: 'UTC', currency: 'EUR' })).toEqual({
    ignored: expect.stringContaining('transaction_created'),
  });
  for (const body of ['{"detail":"not supported"}', '{"event":"track_updated"}']) {
    expect(() => readFacts(shippo, body)).toThrow(expect.objectContaining({ code: 'field_missing' }));
  }
});

test('a delivery is known by its bytes', () => {
  const key = (body: string | Uint8Array) => shippo.describe(rawMessage(body)).dedupeKey;
  expect(key(fixture('shippo-track'))).toBe(key(fixtureText('shippo-track')));
  expect(key(fixture('shippo-track'))).not.toBe(key(`${fixtureText('shippo-track')} `));
});
