import type { Cover, Passport, PassportList, Registration } from '@postlude/contract';
import type { sampleLines } from '../order-tracking/samples.ts';
import type { ReadyState } from './state.ts';

type Item = PassportList['items'][number];
type Line = (typeof sampleLines)[keyof typeof sampleLines];

let made = 0;
const hex = (): string => (++made).toString(16).padStart(32, '0');

/** The guarantee by law, two years from the delivery unless told. */
export const guarantee = (facts: Partial<Cover> = {}): Cover => ({
  kind: 'legal_guarantee',
  planId: null,
  name: null,
  state: 'active',
  from: '2026-11-19',
  until: '2028-11-19',
  lifetime: false,
  burdenUntil: '2027-11-19',
  country: 'DE',
  rule: 'law:2019/771',
  sum: null,
  covers: [],
  excludes: [],
  benefits: [],
  ...facts,
});

/** A warranty of the store: three years, and one more for registering, unless told. */
export const warranty = (facts: Partial<Cover> = {}): Cover => ({
  kind: 'warranty',
  planId: 'care',
  name: 'Atelier Care',
  state: 'active',
  from: '2026-11-19',
  until: '2030-11-19',
  lifetime: false,
  burdenUntil: null,
  country: null,
  rule: 'plan:care',
  sum: {
    fromKind: 'delivered',
    from: '2026-11-19',
    months: 36,
    extensions: [{ reason: 'registration', months: 12, until: '2030-11-19' }],
    lastDay: '2030-11-19',
  },
  covers: ['Everything that breaks in normal use.', 'The battery, for two years.'],
  excludes: ['Scratches and falls.'],
  benefits: [
    { kind: 'repair', total: null, left: null },
    { kind: 'replacement', total: 2, left: 1 },
  ],
  ...facts,
});

/** A registration, accepted unless told. */
export const registration = (facts: Partial<Registration> = {}): Registration => ({
  id: `reg_${hex()}`,
  code: '7K3D-9QXM-2F4T',
  status: 'registered',
  registeredAt: '2026-11-24T14:59:00.000Z',
  automatic: false,
  rejected: null,
  proof: [],
  consents: { safety: true, marketing: false },
  ...facts,
});

/** The passport of one unit of a sample line, of an order of this store unless told. */
export const passport = (line: Line, facts: Partial<Passport> = {}): Passport => ({
  id: `psp_${hex()}`,
  orderId: `ord_${'1'.repeat(32)}`,
  orderNumber: '1001',
  lineId: line.id,
  unit: 1,
  units: 1,
  title: line.title,
  variant: line.variant,
  imageUrl: line.imageUrl,
  productUrl: line.productUrl,
  productId: 'p1',
  gtin: null,
  origin: 'here',
  boughtAt: null,
  purchasedOn: '2026-11-16',
  purchasedAbout: false,
  deliveredOn: '2026-11-19',
  shipmentId: null,
  country: 'DE',
  serial: null,
  state: 'owned',
  registration: null,
  covers: [guarantee(), warranty({ until: '2029-11-19', sum: null })],
  returns: [],
  claims: [],
  recalls: [],
  owners: [{ from: '2026-11-19', through: null, you: true }],
  transfer: null,
  documents: [],
  checkUrl: null,
  jsonLd: {},
  ...facts,
});

const noSerial = { asked: 'no', masks: [], check: null, example: null, imageUrl: null, where: null } as const;

/** What is asked of a thing with a number on it. */
export const serialAsked: Item['serial'] = {
  asked: 'required',
  masks: ['SN-####-@@'],
  check: null,
  example: 'SN-1234-AB',
  imageUrl: 'https://pictures.example/S-d9c3a5.svg',
  where: 'On the label under the foot.',
};

/** An item that can be registered and asks for nothing, unless told. */
export const entry = (of: Passport, facts: Partial<Item> = {}): Item => ({
  passport: of,
  serial: { ...noSerial, masks: [] },
  gainMonths: 12,
  canRegister: of.registration === null && of.state === 'owned',
  because: of.registration ? 'registered' : null,
  canTransfer: of.registration?.status === 'registered',
  ...facts,
});

/** The same, registered: with a certificate and a longer warranty. */
export const registered = (line: Line, facts: Partial<Passport> = {}): Item =>
  entry(
    passport(line, {
      registration: registration(),
      covers: [guarantee(), warranty()],
      documents: [
        { kind: 'certificate', url: 'https://shop.example/certificate.pdf' },
        { kind: 'calendar', url: 'https://shop.example/warranty.ics' },
      ],
      checkUrl: 'https://shop.example/certificate/pk_1/7K3D-9QXM-2F4T',
      ...facts,
    }),
  );

/** The items of an order, of a store that asks about marketing. */
export const passportList = (items: readonly Item[], facts: Partial<PassportList> = {}): PassportList => ({
  items: [...items],
  askMarketing: true,
  proof: 'required',
  policyVersion: 3,
  uploads: { perItem: 3, bytes: 10 * 1024 * 1024 },
  store: {
    name: 'Atelier North',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    contact: { email: null, phone: null, url: null },
  },
  refreshAfter: null,
  ...facts,
});

/** Items on screen. */
export const readyState = (list: PassportList, facts: Partial<ReadyState> = {}): ReadyState => ({
  kind: 'ready',
  list,
  foundBy: 'proof',
  origin: 'here',
  screen: 'items',
  shown: [],
  serials: {},
  consents: { safety: false, marketing: false },
  proof: [],
  mistakes: {},
  doing: null,
  trouble: null,
  asOf: '2026-11-24T15:00:00.000Z',
  offline: false,
  ...facts,
});
