import type {
  ItemRights,
  Money,
  OfferedMethod,
  ReturnOptions,
  ReturnQuote,
  RouteDecision,
  RouteKind,
  Settlement,
} from '@postlude/contract';
import { sampleLines } from '../order-tracking/samples.ts';
import { itemKey } from './selection.ts';
import type { ChoosingState, ChosenItem } from './state.ts';

/** A sum in euros, in cents. */
export const euro = (amount: number): Money => ({ amount, currency: 'EUR' });

const rules: readonly RouteKind[] = ['cancel', 'withdraw', 'return', 'exchange', 'delivery_problem'];

/** A decision, closed unless told. */
export const decision = (route: RouteKind, facts: Partial<RouteDecision> = {}): RouteDecision => ({
  route,
  state: 'closed',
  quantity: 0,
  opensOn: null,
  lastDay: null,
  cost: null,
  refund: null,
  rule: 'window',
  because: 'not_offered',
  sum: null,
  problems: [],
  ...facts,
});

/** A route that is open for so many units. */
export const open = (route: RouteKind, quantity: number, facts: Partial<RouteDecision> = {}): RouteDecision =>
  decision(route, { state: 'open', quantity, because: null, ...facts });

/** An item with what can be done with it; routes that are not named are not offered. */
export function item(
  line: (typeof sampleLines)[keyof typeof sampleLines],
  facts: Partial<Omit<ItemRights, 'routes'>> & { readonly routes?: readonly RouteDecision[] } = {},
): ItemRights {
  const { routes = [], ...rest } = facts;
  const { id, title, variant, imageUrl, quantity } = line;
  return {
    lineId: id,
    shipmentId: `shp_${'1'.repeat(32)}`,
    title,
    variant,
    imageUrl,
    productId: 'p1',
    productType: null,
    quantity,
    unitPaid: euro(1900),
    deliveredOn: '2026-11-19',
    routes: rules.map((route) => routes.find((one) => one.route === route) ?? decision(route)),
    ...rest,
  };
}

const { mug, towel, lamp, poster } = sampleLines;
const window = { lastDay: '2026-12-03', cost: euro(395) };

/** The items of most samples: three that can go back, of which two of one kind, and one that was sold as final. */
export const items: readonly ItemRights[] = [
  item(mug, {
    routes: [
      open('return', 2, { ...window, refund: euro(3405) }),
      open('exchange', 2, window),
      open('delivery_problem', 2, { problems: ['damaged', 'wrong'] }),
    ],
  }),
  item(towel, { routes: [open('return', 1, window), open('exchange', 1, window)] }),
  item(lamp, { routes: [open('return', 1, window)] }),
  item(poster, { routes: [decision('return', { because: 'final_sale' })] }),
];

const reason = (code: string, facts: object = {}) => ({
  code,
  label: null,
  shopAtFault: false,
  note: 'optional' as const,
  photos: 'off' as const,
  productTypes: null,
  ...facts,
});

/** The reasons a store has that said nothing of its own. */
export const reasons: ReturnOptions['reasons'] = [
  { ...reason('changed_my_mind'), children: [] },
  { ...reason('size'), children: [reason('too_small'), reason('too_big')] },
  { ...reason('style'), children: [] },
  { ...reason('quality', { photos: 'optional' }), children: [] },
  { ...reason('not_as_described', { shopAtFault: true, photos: 'optional' }), children: [] },
  {
    ...reason('damaged_or_defective', { shopAtFault: true, note: 'required', photos: 'required' }),
    children: [],
  },
  { ...reason('other', { note: 'required', photos: 'optional' }), children: [] },
];

/** What can be done with the order of most samples. */
export const returnOptions = (facts: Partial<ReturnOptions> = {}): ReturnOptions => ({
  orderId: `ord_${'1'.repeat(32)}`,
  orderNumber: '1001',
  currency: 'EUR',
  isGift: false,
  items: [...items],
  reasons,
  returns: [],
  draft: null,
  withdrawal: { state: 'open', lastDay: '2026-12-03' },
  policyVersion: 1,
  policyWords: [
    'You can send things back within 14 days of delivery.',
    'Sending back costs EUR 3.95, free when the fault is ours.',
  ],
  message: null,
  uploads: { perItem: 6, bytes: 10_485_760 },
  store: {
    name: 'Nordlicht',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    contact: { email: 'help@shop.example', phone: null, url: 'https://shop.example/contact' },
  },
  ...facts,
});

/** Units of an item that are chosen. */
export const chosen = (of: ItemRights, facts: Partial<ChosenItem> = {}): ChosenItem => ({
  lineId: of.lineId,
  shipmentId: of.shipmentId,
  quantity: 1,
  reason: null,
  note: '',
  photos: [],
  resolution: null,
  variantId: null,
  ...facts,
});

const method = (id: string, kind: OfferedMethod['kind'], amount: number, facts = {}): OfferedMethod => ({
  id,
  kind,
  name: null,
  note: null,
  price: euro(amount),
  waived: false,
  places: [],
  ...facts,
});

const place = (id: string, name: string, street: string, hours?: string[]) => ({
  id,
  name,
  address: [street, '10115 Berlin'],
  ...(hours ? { hours } : {}),
});

/** Every way back there is. */
export const methods: readonly OfferedMethod[] = [
  method('label', 'label', 395),
  method('code', 'qr_code', 295),
  method('shop', 'in_store', 0, {
    places: [
      place('mitte', 'Nordlicht Mitte', 'Torstraße 12', ['Mon–Sat 10–19']),
      place('ost', 'Nordlicht Ost', 'Boxhagener Straße 4', ['Mon–Fri 11–18']),
    ],
  }),
  method('pickup', 'pick_up', 690),
  method('own', 'own_carrier', 0),
];

/** A whole return of two mugs, one of them for credit. */
export const settlement: Settlement = {
  refund: euro(1505),
  storeCredit: euro(1995),
  toPay: euro(0),
  breakdown: {
    rows: [
      { code: 'price', amount: euro(4000), rule: null, label: null },
      { code: 'discount', amount: euro(-200), rule: null, label: null },
      { code: 'bonus', amount: euro(95), rule: null, label: null },
      { code: 'method', amount: euro(-395), rule: null, label: null },
    ],
    total: euro(3500),
    taxIncluded: euro(559),
  },
};

/** The sums for these items. */
export const quoteFor = (
  chosenItems: readonly ChosenItem[],
  facts: Partial<ReturnQuote> = {},
): ReturnQuote => ({
  items: chosenItems.map((one) => {
    const rights = items.find((other) => itemKey(other) === itemKey(one));
    const value = 1900 * one.quantity;
    const variant = (variantId: string, title: string, stock: number | null, difference: number) => ({
      variantId,
      title,
      imageUrl: null,
      stock,
      difference: euro(difference),
      isSame: variantId === 'v1',
    });
    return {
      lineId: one.lineId,
      shipmentId: one.shipmentId,
      quantity: one.quantity,
      resolutions: [
        { resolution: 'refund', state: 'open', because: null, value: euro(value), bonus: null, variants: [] },
        {
          resolution: 'store_credit',
          state: 'open',
          because: null,
          value: euro(value * 1.05),
          bonus: euro(value * 0.05),
          variants: [],
        },
        rights?.routes.some(({ route, state }) => route === 'exchange' && state === 'open')
          ? {
              resolution: 'exchange',
              state: 'open',
              because: null,
              value: null,
              bonus: null,
              variants: [
                variant('v1', 'Sage green', 24, 0),
                variant('v2', 'Rust', 3, 0),
                variant('v3', 'Midnight blue', 0, 0),
                variant('v4', 'Gilded', null, 600),
              ],
            }
          : {
              resolution: 'exchange',
              state: 'closed',
              because: 'no_variant',
              value: null,
              bonus: null,
              variants: [],
            },
      ],
    };
  }) as ReturnQuote['items'],
  methods: [...methods],
  keepItem: false,
  autoApproved: true,
  settlement: null,
  ...facts,
});

/** A choice at its first step. */
export const choosing = (facts: Partial<ChoosingState> = {}): ChoosingState => ({
  kind: 'choosing',
  options: returnOptions(),
  foundBy: 'proof',
  step: 'items',
  route: 'return',
  problem: null,
  items: [],
  method: null,
  quoted: { quote: null, asking: false, problem: null },
  mistakes: {},
  phase: 'idle',
  trouble: null,
  changing: null,
  offline: false,
  ...facts,
});
