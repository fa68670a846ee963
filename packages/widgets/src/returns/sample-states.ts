import { lookupForm } from '../order-session/lookup-form.ts';
import { sampleLines } from '../order-tracking/samples.ts';
import { filed, sampleReturns, shown } from './sample-filed.ts';
import {
  choosing,
  chosen,
  decision,
  item,
  items,
  open,
  quoteFor,
  returnOptions,
  settlement,
} from './samples.ts';
import { itemKey } from './selection.ts';
import type { ChoosingState, ReturnsState } from './state.ts';

const { mug, towel, lamp, long } = sampleLines;
const [two, one, third] = items as readonly [
  (typeof items)[number],
  (typeof items)[number],
  (typeof items)[number],
];
const bare = [chosen(two, { quantity: 2 }), chosen(one)];
const reasoned = [
  chosen(two, { quantity: 2, reason: 'changed_my_mind' }),
  chosen(one, { reason: 'damaged_or_defective', note: 'There is a hole in it.' }),
];
const resolved = [
  chosen(two, { quantity: 2, reason: 'changed_my_mind', resolution: 'store_credit' }),
  chosen(one, {
    reason: 'damaged_or_defective',
    note: 'There is a hole in it.',
    resolution: 'exchange',
    variantId: 'v2',
  }),
];
const quoted = (of: ChoosingState['items'], facts = {}, asking = false): ChoosingState['quoted'] => ({
  quote: quoteFor(of, facts),
  asking,
  problem: null,
});
const problem = (code: string) => ({ code, retryable: true, requestId: null, retryAt: null });
const photo = (id: string, facts: object) => ({
  id,
  state: 'kept' as const,
  progress: 1,
  uploadId: 'upl_1',
  preview: null,
  problem: null,
  file: null,
  ...facts,
});
const label = { id: 'label', placeId: null };
const ended = {
  fromKind: 'delivered',
  from: '2026-10-19',
  days: 14,
  bufferDays: 0,
  extendedBy: null,
  lastDay: '2026-11-02',
} as const;

/** What the returns widget has to show beside returns that were filed, by name. */
export const sampleStates: Readonly<Record<string, ReturnsState>> = {
  loading: { kind: 'loading' },
  lookup: lookupForm({}),
  'lookup-gift': lookupForm({ gift: true }),
  failed: { kind: 'failed', problem: problem('internal') },
  items: choosing(),
  'items-chosen': choosing({ items: bare }),
  'items-mistake': choosing({ mistakes: { items: 'missing' } }),
  'items-returns': choosing({
    options: returnOptions({ returns: [sampleReturns['on-its-way'], sampleReturns.refunded] }),
  }),
  'items-message': choosing({
    options: returnOptions({ message: 'Over the holidays you have until 15 January.' }),
  }),
  empty: choosing({
    options: returnOptions({
      items: [
        item(mug, { routes: [decision('return', { because: 'window_ended', sum: ended })] }),
        item(towel, {
          routes: [
            decision('return', {
              because: 'window_ended',
              sum: { ...ended, fromKind: 'shipped', bufferDays: 7, extendedBy: 'working_day' },
            }),
          ],
        }),
        item(lamp, {
          routes: [
            decision('return', { because: 'not_delivered', opensOn: '2026-11-26' }),
            open('cancel', 1),
          ],
        }),
        item(long, { routes: [decision('return', { because: 'product_excluded' })] }),
      ],
      withdrawal: null,
    }),
  }),
  'cancel-items': choosing({
    route: 'cancel',
    options: returnOptions({ items: [item(lamp, { routes: [open('cancel', 1)] })], withdrawal: null }),
    items: [],
  }),
  'problem-items': choosing({ route: 'delivery_problem', problem: 'damaged', items: [chosen(two)] }),
  gift: choosing({
    options: returnOptions({
      isGift: true,
      withdrawal: null,
      policyWords: [],
      // A gift's receiver is told no money.
      items: items.map((each) => ({
        ...each,
        unitPaid: null,
        routes: each.routes.map((route) => ({ ...route, cost: null, refund: null })),
      })),
    }),
  }),
  reasons: choosing({ step: 'reasons', items: bare }),
  'reasons-filled': choosing({
    step: 'reasons',
    items: [
      chosen(one, {
        reason: 'damaged_or_defective',
        photos: [
          photo('1', {}),
          photo('2', { state: 'sending', progress: 0.4, uploadId: null }),
          photo('3', { state: 'failed', uploadId: null, problem: 'heic' }),
          photo('4', { state: 'failed', uploadId: null, problem: 'unreachable', file: new Blob(['x']) }),
        ],
      }),
    ],
  }),
  'reasons-mistakes': choosing({
    step: 'reasons',
    items: [chosen(two, { reason: 'size' }), chosen(one, { reason: 'other' })],
    mistakes: { [`${itemKey(two)}.reason`]: 'missing', [`${itemKey(one)}.note`]: 'missing' },
  }),
  resolutions: choosing({ step: 'resolutions', items: resolved, quoted: quoted(resolved) }),
  'resolutions-one': choosing({
    step: 'resolutions',
    items: [chosen(third, { reason: 'style' })],
    quoted: quoted([chosen(third, { reason: 'style' })]),
  }),
  'resolutions-loading': choosing({
    step: 'resolutions',
    items: reasoned,
    quoted: { quote: null, asking: true, problem: null },
  }),
  'resolutions-asking': choosing({
    step: 'resolutions',
    items: resolved,
    quoted: quoted(resolved, {}, true),
  }),
  'resolutions-failed': choosing({
    step: 'resolutions',
    items: reasoned,
    quoted: { quote: null, asking: false, problem: problem('unreachable') },
  }),
  method: choosing({ step: 'method', items: resolved, quoted: quoted(resolved) }),
  'method-place': choosing({
    step: 'method',
    items: resolved,
    method: { id: 'shop', placeId: 'mitte' },
    quoted: quoted(resolved),
  }),
  check: choosing({
    step: 'check',
    items: resolved,
    method: label,
    quoted: quoted(resolved, { settlement }),
  }),
  'check-filing': choosing({
    step: 'check',
    items: resolved,
    method: label,
    phase: 'filing',
    quoted: quoted(resolved, { settlement }),
  }),
  'check-changed': choosing({
    step: 'check',
    items: resolved,
    method: label,
    phase: 'failed',
    trouble: problem('quote_changed'),
    quoted: quoted(resolved, { settlement }),
  }),
  'check-offline': choosing({
    step: 'check',
    items: resolved,
    method: label,
    phase: 'failed',
    offline: true,
    trouble: problem('offline'),
    quoted: quoted(resolved, { settlement }),
  }),
  'changing-items': choosing({ items: [chosen(two, { quantity: 2 })], changing: filed() }),
  ...Object.fromEntries(Object.entries(sampleReturns).map(([name, of]) => [`filed-${name}`, shown(of)])),
  'filed-stale': shown(filed(), { stale: true }),
};
