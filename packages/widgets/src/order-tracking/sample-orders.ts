import type { Order } from '@postlude/contract';
import {
  headline,
  order,
  promise,
  promised,
  sampleLines,
  scan,
  shipment,
  steps,
  usualEvents,
} from './samples.ts';

const { mug, towel, lamp, poster, long } = sampleLines;
const of = (line: { readonly id: Order['lines'][number]['id'] }, quantity = 1) => ({
  lineId: line.id,
  quantity,
});

const delivered = shipment({
  status: 'delivered',
  subStatus: 'signed',
  headline: headline('delivered', { date: '2026-11-24', tone: 'success' }),
  steps: steps(4, 'done'),
  deliveredAt: '2026-11-24T11:12:00.000Z',
  proof: {
    at: '2026-11-24T11:12:00.000Z',
    localTime: '2026-11-24T12:12:00',
    offset: '+01:00',
    signedBy: 'M. Berger',
    leftAt: 'Front door',
    photoUrl: 'https://pictures.example/P-d9c3a5.svg',
  },
  events: [scan('2026-11-24T12:12:00', 'delivered', 'signed', 'Berlin'), ...usualEvents],
});

const held = shipment({
  status: 'held',
  subStatus: 'payment_due',
  headline: headline('action_required', { date: '2026-11-27', tone: 'warning' }),
  steps: steps(2, 'problem'),
  actionRequired: { action: 'pay', url: 'https://customs.example/pay', until: '2026-11-27' },
  events: [scan('2026-11-24T08:05:00', 'held', 'payment_due', 'Frankfurt am Main'), ...usualEvents],
});

/** A parcel in trouble: the same parcel under another headline. */
const trouble = (
  status: Order['shipments'][number]['status'],
  code: Parameters<typeof headline>[0],
  tone: 'warning' | 'problem',
  facts: Parameters<typeof shipment>[0] = {},
): Order =>
  order([
    shipment({
      status,
      subStatus: null,
      headline: headline(code, { tone }),
      steps: steps(2, 'problem'),
      promise: null,
      events: [scan('2026-11-24T08:05:00', status, null, 'Leipzig'), ...usualEvents],
      ...facts,
    }),
  ]);

/** An order in every state a tracking card has to show, by name. */
export const sampleOrders = {
  preparing: order([], {
    status: 'processing',
    lines: [mug, towel],
    unshipped: [of(mug, 2), of(towel)],
  }),
  cancelled: order([], {
    status: 'cancelled',
    headline: headline('cancelled'),
    lines: [{ ...mug, quantity: 0, removed: 2 }],
    refreshAfter: null,
  }),
  'label-created': order([
    shipment({
      status: 'label_created',
      headline: headline('label_created'),
      steps: steps(1),
      promise: null,
      promises: [],
      events: usualEvents.slice(-1),
    }),
  ]),
  'in-transit': order([shipment({ headline: headline('in_transit', { tone: 'progress' }), promise: null })]),
  'arrives-on': order([shipment()]),
  'arrives-between': order([
    shipment({
      headline: headline('arrives_between', { date: '2026-11-26', until: '2026-11-28', tone: 'progress' }),
      promise: promise('2026-11-28', '2026-11-26'),
    }),
  ]),
  'arrives-next-year': order([
    shipment({
      headline: headline('arrives_on', { date: '2027-01-05', tone: 'progress' }),
      promise: promise('2027-01-05'),
    }),
  ]),
  'arrives-tomorrow': order([
    shipment({ headline: headline('arrives_tomorrow', { date: '2026-11-25', tone: 'progress' }) }),
  ]),
  'out-for-delivery': order([
    shipment({
      status: 'out_for_delivery',
      subStatus: null,
      headline: headline('out_for_delivery', { date: '2026-11-24', tone: 'progress' }),
      steps: steps(3),
      events: [scan('2026-11-24T08:31:00', 'out_for_delivery', null, 'Berlin'), ...usualEvents],
    }),
  ]),
  delivered: order([delivered], { status: 'delivered', refreshAfter: null }),
  pickup: order([
    shipment({
      status: 'available_for_pickup',
      subStatus: null,
      headline: headline('available_for_pickup', { date: '2026-12-01', tone: 'warning' }),
      steps: steps(3),
      actionRequired: { action: 'collect', url: null, until: '2026-12-01' },
      pickup: {
        name: 'Kiosk am Park',
        address: ['Parkstraße 12', '10115 Berlin'],
        hours: ['Mon–Fri 08:00–20:00', 'Sat 09:00–16:00'],
        code: '4711 0815',
        until: '2026-12-01',
      },
      events: [scan('2026-11-24T10:31:00', 'available_for_pickup', null, 'Berlin'), ...usualEvents],
    }),
  ]),
  'attempt-failed': trouble('attempt_failed', 'attempt_failed', 'warning', {
    subStatus: 'nobody_home',
    steps: steps(3, 'problem'),
    events: [scan('2026-11-24T11:05:00', 'attempt_failed', 'nobody_home', 'Berlin'), ...usualEvents],
  }),
  delayed: trouble('delayed', 'delayed', 'warning', {
    subStatus: 'weather_delay',
    headline: headline('delayed', { date: '2026-11-26', tone: 'warning' }),
    promise: promise('2026-11-26'),
    promises: [
      promised('2026-11-21T09:02:00.000Z', '2026-11-23', 'first'),
      promised('2026-11-22T09:02:00.000Z', '2026-11-24', 'later', 'processing_delay'),
      promised('2026-11-23T16:40:00.000Z', '2026-11-26', 'later', 'weather_delay'),
    ],
    events: [scan('2026-11-23T17:40:00', 'delayed', 'weather_delay', 'Leipzig'), ...usualEvents.slice(2)],
  }),
  late: trouble('in_transit', 'late', 'warning', {
    headline: headline('late', { date: '2026-11-22', days: 2, tone: 'warning' }),
    promise: promise('2026-11-22'),
    lateDays: 2,
  }),
  stalled: trouble('in_transit', 'stalled', 'warning', {
    headline: headline('stalled', { days: 6, tone: 'warning' }),
    stalledDays: 6,
    events: usualEvents.slice(-2),
  }),
  'action-required': order([held]),
  held: trouble('held', 'held', 'warning', {
    subStatus: 'customs_hold',
    actionRequired: { action: 'contact_carrier', url: null, until: null },
  }),
  returning: trouble('returning', 'returning', 'warning', { subStatus: 'unclaimed' }),
  returned: trouble('returned', 'returned', 'warning'),
  lost: trouble('lost', 'lost', 'problem'),
  damaged: trouble('damaged', 'damaged', 'problem'),
  exception: trouble('exception', 'exception', 'problem', {
    subStatus: 'pickup_missed',
    actionRequired: { action: 'contact_store', url: null, until: null },
  }),
  expired: trouble('expired', 'expired', 'warning'),
  'three-parcels': order(
    [
      shipment({ ...held, id: `shp_${'a'.repeat(32)}`, items: [of(lamp)] }),
      shipment({
        items: [of(mug, 2)],
        carrier: { code: 'ups', name: 'UPS' },
        trackingNumber: '1Z12345E0205271688',
      }),
      shipment({ ...delivered, id: `shp_${'b'.repeat(32)}`, items: [of(poster)] }),
    ],
    { status: 'partly_delivered' },
  ),
  'partly-shipped': order([shipment({ items: [of(mug, 2)] })], {
    status: 'partly_shipped',
    lines: [mug, lamp, poster],
    unshipped: [of(lamp), of(poster)],
  }),
  legs: order([
    shipment({
      carrier: { code: 'usps', name: 'USPS' },
      trackingNumber: '9205 5000 0000 0000 0000 00',
      legs: [
        {
          carrier: { code: 'cainiao', name: 'Cainiao' },
          trackingNumber: 'LP00512345678901',
          trackingUrl: 'https://cainiao.example/',
          since: '2026-11-15T02:00:00.000Z',
        },
        {
          carrier: { code: 'usps', name: 'USPS' },
          trackingNumber: '9205 5000 0000 0000 0000 00',
          trackingUrl: null,
          since: '2026-11-22T12:00:00.000Z',
        },
      ],
      events: [
        scan('2026-11-24T06:10:00', 'in_transit', 'arrived_locally', 'Portland', {
          at: '2026-11-24T14:10:00.000Z',
          offset: '-08:00',
          place: { city: 'Portland', region: 'OR', country: 'US' },
        }),
        scan('2026-11-22T20:00:00', 'in_transit', 'handed_over', 'Shenzhen', {
          at: '2026-11-22T12:00:00.000Z',
          offset: '+08:00',
          place: { city: 'Shenzhen', region: null, country: 'CN' },
        }),
        scan('2026-11-21T20:00:00', 'in_transit', null, null, { offset: null, message: '快件已发出' }),
      ],
    }),
  ]),
  'long-words': order([
    shipment({
      items: [of(long)],
      carrier: { code: null, name: 'Überlandpaketzustelldienstleistungsgesellschaft mbH & Co. KG' },
      trackingNumber: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    }),
  ]),
  'many-items': order([shipment({ items: [of(mug, 24), of(towel), of(lamp), of(poster), of(long)] })], {
    lines: [mug, towel, lamp, poster, long],
  }),
  'newer-server': trouble('exception', 'exception', 'warning', {
    status: 'teleported' as 'exception',
    subStatus: 'beamed_up',
    headline: headline('beams_down_on' as 'exception', { date: '2026-11-26', tone: 'progress' }),
    events: [scan('2026-11-24T08:05:00', 'teleported' as 'exception', 'beamed_up', 'Leipzig')],
    actionRequired: { action: 'stand_still' as 'pay', url: null, until: null },
  }),
} as const satisfies Record<string, Order>;

/** The name of a sample order. */
export type SampleOrder = keyof typeof sampleOrders;
