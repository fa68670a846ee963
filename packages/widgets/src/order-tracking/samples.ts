import type {
  DeliveryPromise,
  Headline,
  Line,
  Order,
  ProgressStep,
  PromiseChange,
  Shipment,
  TrackingEvent,
} from '@postlude/contract';

/** When all samples are looked at: a Tuesday. */
export const sampleNow = Date.parse('2026-11-24T15:00:00Z');

let made = 0;
const hex = (): string => (++made).toString(16).padStart(32, '0');

/** A picture without a network: a letter on a soft ground. */
const picture = (letter: string, ground: string): string =>
  `https://pictures.example/${letter}-${ground}.svg`;

const line = (title: string, quantity: number, variant: string | null, ground: string): Line => ({
  id: `lin_${hex()}`,
  title,
  variant,
  quantity,
  removed: 0,
  imageUrl: picture(title.charAt(0), ground),
  productUrl: 'https://shop.example/products/one',
});

/** The lines every sample order is made of. */
export const sampleLines = {
  mug: line('Stoneware mug', 2, 'Sage green', 'c9d6c3'),
  towel: line('Linen kitchen towel', 1, 'Natural, 50 × 70 cm', 'e6ddcd'),
  lamp: line('Oak desk lamp', 1, null, 'd9c3a5'),
  poster: line('Poster “Low tide”', 1, 'A2, unframed', 'bcd0dc'),
  long: {
    ...line(
      'Donaudampfschifffahrtsgesellschaftskapitänsmützenhalterung',
      1,
      'Extra-wide-without-any-break-at-all',
      'ddc9cf',
    ),
    imageUrl: null,
    productUrl: null,
  },
} as const satisfies Record<string, Line>;

/** A headline, neutral unless told. */
export const headline = (code: Headline['code'], facts: Partial<Headline> = {}): Headline => ({
  code,
  date: null,
  until: null,
  days: null,
  tone: 'neutral',
  ...facts,
});

/** The five steps with `at` the one it is on. */
export function steps(current: number, state: ProgressStep['state'] = 'current'): ProgressStep[] {
  const days = ['2026-11-20', '2026-11-21', '2026-11-23', '2026-11-24', '2026-11-24'];
  const names = ['ordered', 'shipped', 'in_transit', 'out_for_delivery', 'delivered'] as const;
  return names.map((step, index) => ({
    step,
    state: index < current ? 'done' : index === current ? state : 'upcoming',
    at: index <= current ? `${days[index]}T09:00:00.000Z` : null,
  }));
}

/** One scan, an hour off UTC unless told. */
export const scan = (
  at: string,
  status: TrackingEvent['status'],
  subStatus: string | null,
  city: string | null,
  facts: Partial<TrackingEvent> = {},
): TrackingEvent => ({
  id: `evt_${hex()}`,
  at: new Date(Date.parse(`${at}+01:00`)).toISOString(),
  localTime: at,
  offset: '+01:00',
  status,
  subStatus,
  message: null,
  place: city ? { city, region: null, country: 'DE' } : null,
  carrier: null,
  ...facts,
});

/** The usual way of a parcel, newest first. */
export const usualEvents: readonly TrackingEvent[] = [
  scan('2026-11-24T09:42:00', 'in_transit', 'arrived_locally', 'Berlin'),
  scan('2026-11-24T03:15:00', 'in_transit', 'departed', 'Leipzig'),
  scan('2026-11-23T21:07:00', 'in_transit', 'arrived', 'Leipzig'),
  scan('2026-11-23T14:30:00', 'in_transit', 'accepted', 'Hamburg'),
  scan('2026-11-21T10:02:00', 'label_created', null, null, {
    message: 'The shipment was announced electronically',
  }),
];

/** A promise of the carrier. */
export const promise = (until: string, from: string | null = null): DeliveryPromise => ({
  from,
  until,
  zone: 'Europe/Berlin',
  source: 'carrier',
});

/** A line of the promise ledger. */
export const promised = (
  observedAt: string,
  until: string,
  change: PromiseChange['change'],
  reason: string | null = null,
): PromiseChange => ({ observedAt, promise: promise(until), change, reason });

/** A parcel on its way that arrives on Thursday, with whatever is different. */
export const shipment = (facts: Partial<Shipment> = {}): Shipment => ({
  id: `shp_${hex()}`,
  status: 'in_transit',
  subStatus: 'arrived_locally',
  headline: headline('arrives_on', { date: '2026-11-26', tone: 'progress' }),
  steps: steps(2),
  items: [
    { lineId: sampleLines.mug.id, quantity: 2 },
    { lineId: sampleLines.towel.id, quantity: 1 },
  ],
  carrier: { code: 'dhl', name: 'DHL' },
  trackingNumber: '00340434161094042557',
  trackingUrl: 'https://www.dhl.example/track?number=00340434161094042557',
  legs: [],
  shippedAt: '2026-11-21T09:02:00.000Z',
  deliveredAt: null,
  promise: promise('2026-11-26'),
  promises: [promised('2026-11-21T09:02:00.000Z', '2026-11-26', 'first')],
  lateDays: null,
  stalledDays: null,
  actionRequired: null,
  pickup: null,
  proof: null,
  events: [...usualEvents],
  ...facts,
});

/** An order with these parcels; the first speaks for it unless told. */
export function order(shipments: readonly Shipment[], facts: Partial<Order> = {}): Order {
  const used = new Set(shipments.flatMap(({ items }) => items.map(({ lineId }) => lineId)));
  const lines = Object.values(sampleLines).filter(({ id }) => used.has(id));
  return {
    id: `ord_${hex()}`,
    number: '1001',
    placedAt: '2026-11-20T18:24:00.000Z',
    status: 'shipped',
    headline: shipments[0]?.headline ?? headline('preparing'),
    total: { amount: 8490, currency: 'EUR' },
    destination: { city: 'Berlin', country: 'DE' },
    lines: lines.length > 0 ? lines : [sampleLines.mug, sampleLines.towel],
    shipments: [...shipments],
    unshipped: [],
    store: {
      name: 'Nordlicht',
      locale: 'en',
      timeZone: 'Europe/Berlin',
      contact: { email: 'help@shop.example', phone: '+49 30 1234567', url: 'https://shop.example/contact' },
    },
    refreshAfter: 120,
    ...facts,
  };
}
