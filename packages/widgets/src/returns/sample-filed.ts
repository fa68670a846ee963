import type { Return, ReturnStatus } from '@postlude/contract';
import { headline, sampleLines, scan, shipment, steps } from '../order-tracking/samples.ts';
import { methods, returnOptions, settlement } from './samples.ts';
import type { FiledState } from './state.ts';

const { mug } = sampleLines;
const order: readonly ReturnStatus[] = [
  'requested',
  'approved',
  'shipped',
  'received',
  'inspected',
  'refunded',
];

/** A code a reader cannot read, but as dense as one it can: the look is all that matters here. */
const dots = Array.from({ length: 25 * 25 }, (_, at) => at)
  .filter((at) => (at * 7919 + ((at / 25) | 0) * 104729) % 5 < 2)
  .map((at) => `M${(at % 25) + 4} ${((at / 25) | 0) + 4}h1v1h-1z`)
  .join('');
const corner = (x: number, y: number): string =>
  `M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`;

/** A return of two mugs, approved unless told. */
export function filed(status: ReturnStatus = 'approved', facts: Partial<Return> = {}): Return {
  const { orderId, orderNumber, store } = returnOptions();
  const [label] = methods;
  const reached = order.slice(0, Math.max(1, order.indexOf(status) + 1));
  const item = (n: string, resolution: 'refund' | 'store_credit'): Return['items'][number] => ({
    id: `rti_${n.repeat(32)}`,
    lineId: mug.id,
    shipmentId: `shp_${'1'.repeat(32)}`,
    quantity: 1,
    title: mug.title,
    variant: mug.variant,
    imageUrl: mug.imageUrl,
    reason: 'changed_my_mind',
    reasonLabel: null,
    note: null,
    uploads: [],
    resolution,
    exchange: null,
    received: null,
  });
  return {
    id: `ret_${'1'.repeat(32)}`,
    number: 'R-1001-1',
    route: 'return',
    status,
    createdAt: '2026-11-22T09:00:00.000Z',
    units: 2,
    orderId,
    orderNumber,
    updatedAt: '2026-11-24T09:00:00.000Z',
    isGift: false,
    problem: null,
    items: [item('1', 'refund'), item('2', 'store_credit')],
    method: label ? { id: label.id, kind: label.kind, name: null, note: null, place: null } : null,
    events: reached.map((name, at) => ({ at: `2026-11-${19 + at}T09:00:00.000Z`, status: name })),
    sendBy: '2026-12-08',
    declined: null,
    question: null,
    settlement,
    settled: null,
    shipment: null,
    address: {
      lines: ['Nordlicht, returns', 'Hafenstraße 1', '20457 Hamburg', 'Germany'],
      instructions: null,
    },
    documents: [
      { kind: 'label', url: 'https://post.example/v1/documents/label' },
      { kind: 'packing_slip', url: 'https://post.example/v1/documents/slip' },
      { kind: 'calendar', url: 'https://post.example/v1/documents/calendar' },
    ],
    qr: null,
    messages: [],
    canCancel: true,
    canChange: true,
    canTellParcel: false,
    store,
    refreshAfter: 300,
    ...facts,
  };
}

/** A return on screen. */
export const shown = (of: Return, facts: Partial<FiledState> = {}): FiledState => ({
  kind: 'filed',
  filed: of,
  fresh: false,
  foundBy: 'proof',
  asOf: '2026-11-24T14:42:00.000Z',
  stale: false,
  offline: false,
  refreshing: false,
  doing: null,
  trouble: null,
  photos: [],
  ...facts,
});

const past: Partial<Return> = { canCancel: false, canChange: false, documents: [], sendBy: null };
const by = (index: number, place: boolean): Return['method'] => {
  const method = methods[index];
  return method
    ? { id: method.id, kind: method.kind, name: null, note: null, place: (place && method.places[0]) || null }
    : null;
};

/** A return in every state the widget has to show, by name. */
export const sampleReturns = {
  requested: filed('requested', { documents: [], sendBy: null }),
  'approved-label': filed(),
  'approved-qr': filed('approved', {
    method: by(1, false),
    qr: { text: 'R-1001-1', size: 33, path: `${dots}${corner(4, 4)}${corner(22, 4)}${corner(4, 22)}` },
    documents: filed().documents.slice(1),
    address: null,
  }),
  'approved-shop': filed('approved', {
    method: by(2, true),
    address: null,
    documents: filed().documents.slice(1),
  }),
  'approved-own': filed('approved', { method: by(4, false), canTellParcel: true }),
  'approved-keep': filed('approved', {
    ...past,
    method: { id: 'keep_item', kind: 'keep_item', name: null, note: null, place: null },
  }),
  'approved-cancel': filed('approved', { ...past, route: 'cancel', number: 'C-1001-1', method: null }),
  'on-its-way': filed('shipped', {
    ...past,
    shipment: shipment({
      headline: headline('arrives_on', { date: '2026-11-26', tone: 'progress' }),
      steps: steps(2),
      events: [scan('2026-11-24T09:42:00', 'in_transit', 'arrived_locally', 'Hamburg')],
    }),
  }),
  received: filed('inspected', {
    ...past,
    items: filed().items.map((item) => ({ ...item, received: { quantity: 1, grade: 'a' } })),
  }),
  refunded: filed('refunded', {
    ...past,
    refreshAfter: null,
    settled: {
      at: '2026-11-24T10:00:00.000Z',
      refund: settlement.refund,
      storeCredit: settlement.storeCredit,
      toPay: null,
      creditCode: 'NORD-7K2M',
      breakdown: settlement.breakdown,
    },
  }),
  declined: filed('declined', {
    ...past,
    declined: { code: 'not_as_described', note: 'The mug was used. We send it back to you free of charge.' },
  }),
  cancelled: filed('cancelled', past),
  question: filed('requested', {
    documents: [],
    sendBy: null,
    question: 'Could you send us a photo of the bottom of the mug?',
    messages: [
      {
        id: `msg_${'1'.repeat(32)}` as Return['messages'][number]['id'],
        at: '2026-11-23T10:00:00.000Z',
        from: 'shopper',
        text: 'There is a crack in one of them.',
        uploads: [],
      },
      {
        id: `msg_${'2'.repeat(32)}` as Return['messages'][number]['id'],
        at: '2026-11-24T09:00:00.000Z',
        from: 'store',
        text: 'Oh, we are sorry! Could you send us a photo of the bottom of the mug?',
        uploads: [],
      },
    ],
  }),
  problem: filed('requested', {
    route: 'delivery_problem',
    problem: 'damaged',
    number: 'P-1001-1',
    method: null,
    documents: [],
    sendBy: null,
    settlement: null,
  }),
} as const satisfies Record<string, Return>;
