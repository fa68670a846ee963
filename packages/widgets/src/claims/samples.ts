import type {
  Claim,
  ClaimOptions,
  ClaimStatus,
  Cover,
  DoorDecision,
  Money,
  OfferedPlace,
  PublicStore,
  RepairQuote,
} from '@postlude/contract';
import { sampleLines } from '../order-tracking/samples.ts';
import type { ClaimedItem } from './seam.ts';

const { lamp } = sampleLines;
const id = <Kind extends string>(kind: Kind, n: string): `${Kind}_${string}` => `${kind}_${n.repeat(32)}`;

/** A sum in euros, in cents. */
export const euro = (amount: number): Money => ({ amount, currency: 'EUR' });

/** The store of all samples. */
export const sampleStore: PublicStore = {
  name: 'Nordlicht',
  locale: 'de',
  timeZone: 'Europe/Berlin',
  contact: { email: 'hello@nordlicht.example', phone: null, url: null },
};

/** The item of all samples. */
export const sampleItem: ClaimedItem = {
  id: id('psp', '1'),
  title: lamp.title,
  variant: null,
  imageUrl: lamp.imageUrl,
  serial: 'NL-2026-004711',
};

/** A door, closed because it is not offered unless told. */
export const door = (route: DoorDecision['route'], facts: Partial<DoorDecision> = {}): DoorDecision => ({
  route,
  state: 'closed',
  quantity: 0,
  opensOn: null,
  lastDay: null,
  rule: 'window',
  because: 'not_offered',
  sum: null,
  burdenUntil: null,
  best: false,
  whyBest: null,
  ...facts,
});

const opened = { state: 'open', quantity: 1, because: null } as const;

/** A sum of two years from the delivery, and what was added. */
export const twoYears = (
  extensions: NonNullable<Cover['sum']>['extensions'] = [],
): NonNullable<Cover['sum']> => ({
  fromKind: 'delivered',
  from: '2026-03-03',
  months: 24,
  extensions,
  lastDay: '2028-03-03',
});

/** Guarantee, warranty and repair open, the routes of returns over. */
export const sampleDoors: readonly DoorDecision[] = [
  door('legal_guarantee', {
    ...opened,
    lastDay: '2028-03-03',
    sum: twoYears(),
    burdenUntil: '2027-03-03',
    best: true,
    whyBest: 'free_by_law',
    rule: 'law:2019/771',
  }),
  door('warranty', {
    ...opened,
    lastDay: '2029-03-03',
    sum: {
      ...twoYears([{ reason: 'registration', months: 12, until: '2029-03-03' }]),
      lastDay: '2029-03-03',
    },
    rule: 'plan:standard',
  }),
  door('repair', { ...opened, rule: 'paid_repairs' }),
  door('cancel', { because: 'already_shipped' }),
  door('withdraw', { because: 'window_ended', lastDay: '2026-03-17' }),
  door('return', { because: 'window_ended', lastDay: '2026-04-02' }),
  door('exchange'),
  door('delivery_problem', { because: 'window_ended' }),
];

/** Three places: by post, a workshop, and a shop. */
export const samplePlaces: readonly OfferedPlace[] = [
  {
    id: 'post',
    kind: 'send_in',
    name: 'Nordlicht workshop, Hamburg',
    address: ['Hafenstraße 1', '20457 Hamburg'],
    hours: [],
    url: null,
    note: 'We pay for the way there and back.',
  },
  {
    id: 'berlin',
    kind: 'partner',
    name: 'Licht & Strom',
    address: ['Kastanienallee 9', '10435 Berlin'],
    hours: ['Mon–Fri 10–18', 'Sat 10–14'],
    url: 'https://workshop.example/',
    note: null,
  },
  {
    id: 'home',
    kind: 'at_home',
    name: 'Nordlicht service',
    address: [],
    hours: [],
    url: null,
    note: 'In and around Berlin.',
  },
];

/** What a claim's options say, with whatever is different. */
export const claimOptions = (facts: Partial<ClaimOptions> = {}): ClaimOptions => ({
  passportId: sampleItem.id as ClaimOptions['passportId'],
  doors: [...sampleDoors],
  covers: [],
  symptoms: [
    {
      id: 'dead',
      label: 'It does not light up',
      help: {
        steps: [
          'Unplug it for a minute, then plug it in again.',
          'Try another socket.',
          'Turn the bulb until it sits firmly.',
        ],
        videoUrl: 'https://video.example/lamp',
      },
      photos: 'optional',
    },
    { id: 'flickers', label: 'It flickers', help: null, photos: 'optional' },
    { id: 'broken', label: 'A part broke off', help: null, photos: 'required' },
  ],
  resolutions: [
    { route: 'legal_guarantee', kinds: ['repair', 'replacement'] },
    { route: 'warranty', kinds: ['repair', 'kit', 'replacement', 'refund', 'store_credit'] },
    { route: 'repair', kinds: ['repair'] },
  ],
  places: [...samplePlaces],
  claims: [],
  addressKnown: true,
  policyVersion: 1,
  uploads: { perItem: 6, bytes: 10_485_760 },
  store: sampleStore,
  ...facts,
});

const order: readonly ClaimStatus[] = [
  'received',
  'under_review',
  'approved',
  'device_received',
  'diagnosing',
  'quoted',
  'waiting_for_parts',
  'in_repair',
  'tested',
  'on_its_way_back',
  'done',
];

/** A claim about a lamp that stays dark, with whatever is different. */
export function claim(status: ClaimStatus = 'received', facts: Partial<Claim> = {}): Claim {
  const at = order.indexOf(status);
  const reached = at < 0 ? (['received', 'under_review', status] as const) : order.slice(0, at + 1);
  const [place = null] = samplePlaces;
  return {
    id: id('clm', '1'),
    number: 'C-1001-1',
    status,
    symptom: 'dead',
    createdAt: '2026-11-10T09:00:00.000Z',
    doneOn: status === 'done' ? '2026-11-24' : null,
    passportId: sampleItem.id as Claim['passportId'],
    orderId: id('ord', '1'),
    title: lamp.title,
    variant: null,
    imageUrl: lamp.imageUrl,
    serial: 'NL-2026-004711',
    route: 'legal_guarantee',
    symptomLabel: 'It does not light up',
    description: 'Since the storm it stays dark.\nThe bulb works in another lamp.',
    since: '2026-11-08',
    uploads: [],
    resolution: 'repair',
    place,
    address: { lines: ['Anna Beispiel', 'Lindenweg 4', '10999 Berlin', 'Germany'] },
    events: reached.map((name, index) => ({
      at: `2026-11-${String(10 + index).padStart(2, '0')}T09:00:00.000Z`,
      status: name,
      note: name === 'diagnosing' ? 'We opened it and are looking at the switch.' : null,
    })),
    question: null,
    declined: null,
    quote: null,
    inbound: null,
    outbound: null,
    documents: [],
    messages: [],
    expectedOn: null,
    covers: [],
    canCancel: status === 'received' || status === 'approved',
    canTellParcel: false,
    store: sampleStore,
    refreshAfter: 300,
    ...facts,
  };
}

/** An open quote with everything the form has. */
export const sampleQuote = (facts: Partial<RepairQuote> = {}): RepairQuote => ({
  id: id('rqt', '1'),
  state: 'open',
  repairer: {
    name: 'Nordlicht workshop',
    address: 'Hafenstraße 1, 20457 Hamburg',
    phone: '+49 40 123456',
    email: 'workshop@nordlicht.example',
  },
  goods: 'Oak desk lamp, NL-2026-004711',
  defect: 'The switch is burnt through.',
  work: 'New switch and new cable, safety test.',
  price: euro(4900),
  priceKind: 'at_most',
  calculation: 'One hour of work at €39.00, parts at most €10.00.',
  days: 10,
  temporary: { text: 'Lamp “Floor 2”', price: euro(0) },
  handOver: 'By parcel, to the address of your order.',
  services: [
    { text: 'Parcel both ways', price: euro(990) },
    { text: 'Safety test', price: euro(0) },
  ],
  total: euro(5890),
  note: 'You get the old parts back if you like.',
  validUntil: '2026-12-24',
  madeAt: '2026-11-24T09:00:00.000Z',
  answeredAt: null,
  ...facts,
});

/** A guarantee that a repair made longer. */
export const coverAfterRepair: Cover = {
  kind: 'legal_guarantee',
  planId: null,
  name: null,
  state: 'active',
  from: '2026-03-03',
  until: '2029-03-03',
  lifetime: false,
  burdenUntil: '2027-03-03',
  country: 'DE',
  rule: 'law:2019/771',
  sum: {
    ...twoYears([{ reason: 'repair', months: 12, until: '2029-03-03' }]),
    lastDay: '2029-03-03',
  },
  covers: [],
  excludes: [],
  benefits: [],
};
