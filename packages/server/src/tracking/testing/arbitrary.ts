import { trackingStatuses, trackingSubStatuses } from '@postlude/contract';
import * as fc from 'fast-check';
import type { Source } from '../../ingest/facts.ts';
import type {
  KnownEvent,
  KnownLine,
  KnownOrder,
  KnownPromise,
  KnownShipment,
  KnownStatus,
  KnownTrack,
} from '../known.ts';
import { subjectOfNumber, subjectOfShipment } from '../known.ts';
import { idFor, known, store } from './build.ts';

const sources: readonly Source[] = ['shopify', 'woocommerce', 'aftership', 'easypost', 'shippo', 'staff'];
const numbers = ['ONE', 'TWO', 'THREE'];
const fulfilments = ['f1', 'f2', 'f3'];
const lineIds = ['a', 'b', 'c', 'gone'];
const subjects = [
  ...numbers.map(subjectOfNumber),
  ...fulfilments.map((fulfilment) => subjectOfShipment('shopify', fulfilment)),
];

const begin = Date.parse('2026-11-01T00:00:00.000Z');
const minute = 60_000;

/** Texts that break what is careless: markup, half characters, prototypes, addresses that run. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    '</script><script>',
    '\ud800',
    'javascript:alert(1)',
    '{number}',
    '$&',
    '\u0000',
  ),
);
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Arrived at hub', 'Departed', 'x') },
  { weight: 1, arbitrary: hostileText },
);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const address = fc.oneof(
  hostileText,
  fc.constantFrom(
    'https://carrier.example/1',
    'HTTP://x.example',
    'data:text/html,x',
    'https://a:b@c.example',
  ),
);
const zone = fc.oneof(
  fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'America/St_Johns', '+05:30', 'Mars/Olympus', ''),
  hostileText,
);

/** An instant in a month around the tests' time. */
export const instant = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((count) => new Date(begin + count * minute).toISOString());
const day = fc.oneof(
  { weight: 9, arbitrary: instant.map((at) => at.slice(0, 10)) },
  { weight: 1, arbitrary: fc.constantFrom('2026-02-30', '', 'soon') },
);

const status: fc.Arbitrary<KnownStatus> = fc.constantFrom(...trackingStatuses).chain((each) =>
  fc.record({
    status: fc.constant(each),
    subStatus: maybe(fc.constantFrom<string>(...trackingSubStatuses[each], 'new_word', '')),
    actionRequired: fc.boolean(),
  }),
);

const subject = fc.constantFrom(...subjects);
const source = fc.constantFrom(...sources);

const event: fc.Arbitrary<KnownEvent> = fc
  .tuple(
    status,
    fc.record({
      subject,
      source,
      at: instant,
      localTime: fc.oneof(
        instant.map((at) => at.slice(0, 19)),
        hostileText,
        fc.constant('2026-99-99T99:99:99'),
      ),
      offset: fc.oneof(fc.constantFrom('+01:00', '-0330', 'Z', null, '+99:99'), maybe(hostileText)),
      message: maybe(word),
      place: maybe(fc.record({ city: maybe(word), region: maybe(word), country: maybe(word) })),
      carrierName: maybe(word),
    }),
    fc.nat(),
  )
  .map(([said, rest, id]) => ({
    ...said,
    ...rest,
    id: idFor('trackingEvent', `${id}${JSON.stringify(rest)}${said.status}`),
  }));

const track: fc.Arbitrary<KnownTrack> = fc.record({
  subject,
  source,
  versionAt: instant,
  versionTie: word,
  status: maybe(status),
  carrierName: maybe(word),
  pickup: maybe(
    fc.record({
      name: maybe(word),
      address: fc.array(word),
      hours: fc.array(word),
      code: maybe(word),
      until: maybe(day),
    }),
  ),
  proof: maybe(fc.record({ signedBy: maybe(word), leftAt: maybe(word), photoUrl: maybe(address) })),
  legs: fc.array(
    fc.record({
      carrierName: word,
      trackingNumber: maybe(word),
      trackingUrl: maybe(address),
      since: maybe(instant),
    }),
    { maxLength: 3 },
  ),
  actionUrl: maybe(address),
});

const promise: fc.Arbitrary<KnownPromise> = fc.record({
  subject,
  source,
  observedAt: instant,
  from: maybe(day),
  until: day,
  zone: maybe(zone),
  promisedBy: fc.constantFrom('carrier', 'store', 'platform'),
  reason: maybe(word),
});

const quantity = fc.oneof(
  { weight: 9, arbitrary: fc.nat(5) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0, 2 ** 53, 1.5, 1e300) },
);
const items = fc.array(fc.record({ lineExternalId: fc.constantFrom(...lineIds), quantity }), {
  maxLength: 4,
});

const packed = fc.array(
  fc.record({
    lineExternalId: fc.constantFrom(...lineIds),
    quantity,
    parcel: maybe(fc.constantFrom(0, 1, 2, -1, 0.5)),
  }),
  { maxLength: 4 },
);

const shipment: fc.Arbitrary<KnownShipment> = fc
  .record({
    externalId: fc.constantFrom(...fulfilments),
    versionAt: instant,
    versionTie: word,
    cancelled: fc.boolean(),
    shippedAt: maybe(instant),
    trackingNumber: maybe(
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...numbers) }, { weight: 1, arbitrary: hostileText }),
    ),
    carrierName: maybe(fc.oneof(fc.constantFrom('DHL', 'usps', 'My Own Courier', 'Other'), hostileText)),
    trackingUrl: maybe(address),
    parcel: fc.nat(2),
    items: packed,
    status: maybe(status),
  })
  .map((rest) => ({ ...rest, id: idFor('shipment', JSON.stringify(rest)), source: 'shopify' as const }));

const lineNamed = (externalId: string): fc.Arbitrary<KnownLine> =>
  fc.record({
    id: fc.constant(idFor('line', externalId)),
    externalId: fc.constant(externalId),
    position: fc.nat(3),
    title: word,
    variant: maybe(word),
    quantity,
    removed: quantity,
    imageUrl: maybe(address),
    productUrl: maybe(address),
    shippable: fc.boolean(),
  });

/** Any order at all, hostile texts, bad zones and impossible numbers included. */
export const arbitraryOrder: fc.Arbitrary<KnownOrder> = fc.record({
  order: fc.record({
    id: fc.constant(idFor('order', '1001')),
    number: word,
    placedAt: instant,
    cancelledAt: fc.option(instant, { nil: null, freq: 9 }),
    total: fc.constant(known().order.total),
    destination: maybe(fc.record({ city: maybe(word), country: maybe(word) })),
  }),
  lines: fc.tuple(lineNamed('a'), lineNamed('b'), lineNamed('c')),
  refunds: fc.array(fc.record({ key: fc.uuid(), items }), { maxLength: 2 }),
  shipments: fc.array(shipment, { maxLength: 5 }),
  tracks: fc.uniqueArray(track, { maxLength: 6, selector: (each) => `${each.subject} ${each.source}` }),
  events: fc.array(event, { maxLength: 30 }),
  promises: fc.array(promise, { maxLength: 8 }),
  store: fc
    .record({
      name: word,
      timeZone: zone,
      url: maybe(address),
      stalledAfterDays: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ name, timeZone, url, stalledAfterDays }) =>
      store({ name, timeZone, stalledAfterDays, contact: { email: null, phone: null, url } }),
    ),
});

/** A moment to read an order at. */
export const moment = instant.map((at) => new Date(at));
