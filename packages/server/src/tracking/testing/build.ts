import { createHash } from 'node:crypto';
import type { Id, IdKind, Order, Shipment, TrackingStatus } from '@postlude/contract';
import { actionFor, idPrefixes, type TrackingSubStatus } from '@postlude/contract';
import {
  type KnownEvent,
  type KnownLine,
  type KnownOrder,
  type KnownPromise,
  type KnownShipment,
  type KnownStatus,
  type KnownStore,
  type KnownTrack,
  subjectOfNumber,
} from '../known.ts';
import { readOrder } from '../rules.ts';

/** An id that is the same in every run. */
export const idFor = <Kind extends IdKind>(kind: Kind, name: string): Id<Kind> =>
  `${idPrefixes[kind]}_${createHash('sha256').update(name).digest('hex').slice(0, 32)}` as Id<Kind>;

/** Wednesday, 25 November 2026, one o'clock in Berlin: the moment of every test that does not say another. */
export const now = '2026-11-25T12:00:00.000Z';

/** The number of the parcel a test is about. */
export const number = 'JD014600003SE';

/** A shop in Berlin that gets uneasy after five days without a scan. */
export const store = (changes: Partial<KnownStore> = {}): KnownStore => ({
  name: 'Linden & Co.',
  locale: 'de-DE',
  timeZone: 'Europe/Berlin',
  contact: { email: 'help@linden.example', phone: null, url: 'https://linden.example/help' },
  stalledAfterDays: 5,
  ...changes,
});

/** A line of two units. */
export const line = (externalId: string, changes: Partial<KnownLine> = {}): KnownLine => ({
  id: idFor('line', externalId),
  externalId,
  position: 0,
  title: `Product ${externalId}`,
  variant: null,
  quantity: 2,
  removed: 0,
  imageUrl: null,
  productUrl: null,
  shippable: true,
  ...changes,
});

/** A parcel handed over on Monday, with both units of line `a` in it. */
export const parcel = (changes: Partial<KnownShipment> = {}): KnownShipment => ({
  id: idFor('shipment', changes.externalId ?? 'f1'),
  source: 'shopify',
  externalId: 'f1',
  versionAt: '2026-11-23T09:00:00.000Z',
  versionTie: '',
  cancelled: false,
  shippedAt: '2026-11-23T09:00:00.000Z',
  trackingNumber: number,
  carrierName: 'DHL Express',
  trackingUrl: null,
  parcel: 0,
  items: [{ lineExternalId: 'a', quantity: 2, parcel: null }],
  status: null,
  ...changes,
});

/** A status as `status` or `status/sub_status`; action is required where the vocabulary says so. */
export const said = (words: string): KnownStatus => {
  const [status, subStatus = null] = words.split('/') as [TrackingStatus, (TrackingSubStatus | null)?];
  return { status, subStatus, actionRequired: actionFor(status, subStatus) !== null };
};

/** An event that AfterShip tells of the parcel, in Berlin's winter time. */
export const scan = (words: string, at: string, changes: Partial<KnownEvent> = {}): KnownEvent => ({
  ...said(words),
  id: idFor('trackingEvent', `${changes.source ?? ''}${changes.subject ?? ''}${words}${at}`),
  subject: subjectOfNumber(number),
  source: 'aftership',
  at,
  localTime: new Date(Date.parse(at) + 3_600_000).toISOString().slice(0, 19),
  offset: '+01:00',
  message: words,
  place: null,
  carrierName: null,
  ...changes,
});

/** A snapshot that AfterShip tells of the parcel. */
export const snapshot = (
  words: string | null,
  at: string,
  changes: Partial<KnownTrack> = {},
): KnownTrack => ({
  subject: subjectOfNumber(number),
  source: 'aftership',
  versionAt: at,
  versionTie: '',
  status: words === null ? null : said(words),
  carrierName: null,
  pickup: null,
  proof: null,
  legs: [],
  actionUrl: null,
  ...changes,
});

/** A promise AfterShip tells: `2026-11-26`, or `2026-11-26/2026-11-28` for a span. */
export const promised = (
  days: string,
  observedAt: string,
  changes: Partial<KnownPromise> = {},
): KnownPromise => {
  const [first = '', last] = days.split('/');
  return {
    subject: subjectOfNumber(number),
    source: 'aftership',
    observedAt,
    from: last === undefined ? null : first,
    until: last ?? first,
    zone: 'Europe/Berlin',
    promisedBy: 'carrier',
    reason: null,
    ...changes,
  };
};

/** An order of two units with one parcel, unless told otherwise. */
export const known = (changes: Partial<KnownOrder> = {}): KnownOrder => ({
  order: {
    id: idFor('order', '1001'),
    number: '1001',
    placedAt: '2026-11-22T18:00:00.000Z',
    cancelledAt: null,
    total: { amount: 4990, currency: 'EUR' },
    destination: { city: 'Leipzig', country: 'DE' },
  },
  lines: [line('a')],
  refunds: [],
  shipments: [parcel()],
  tracks: [],
  events: [],
  promises: [],
  store: store(),
  ...changes,
});

/** Reads an order at the time of the tests. */
export const readAt = (changes: Partial<KnownOrder>, at: string = now): Order =>
  readOrder(known(changes), new Date(at));

/** Reads the order's only (or first) parcel. */
export function readParcelAt(changes: Partial<KnownOrder>, at: string = now): Shipment {
  const [first] = readAt(changes, at).shipments;
  if (!first) throw new Error('The order has no parcel.');
  return first;
}
