// What the harness's page runs: any sample, in any state, language and theme, in a shadow root as on a real page.
import { catalogue as ar } from '../src/locales/ar.ts';
import { catalogue as de } from '../src/locales/de.ts';
import { lookupForm } from '../src/order-session/lookup-form.ts';
import {
  createOrderTrackingModel,
  OrderTracking,
  type OrderTrackingState,
  orderTrackingStyles,
  type Theme,
} from '../src/order-tracking/index.ts';
import { sampleOrders } from '../src/order-tracking/sample-orders.ts';
import { claims } from './claims-page.tsx';
import { galleryWidget, never, still } from './gallery-widget.tsx';
import { recalls } from './recalls-page.tsx';
import { referralOffer } from './referral-offer-page.tsx';
import { referral } from './referral-page.tsx';
import { registration } from './registration-page.tsx';
import { returns } from './returns-page.tsx';
import { reviewPrompt } from './review-prompt-page.tsx';
import { reviews } from './reviews-page.tsx';
import { withdrawal } from './withdrawal-page.tsx';

const catalogues = { ar, de, en: undefined };
const ready = (name: keyof typeof sampleOrders): OrderTrackingState => ({
  kind: 'ready',
  order: sampleOrders[name],
  session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z' },
  foundBy: name === 'delivered' ? 'lookup' : 'proof',
  asOf: '2026-11-24T14:42:00.000Z',
  stale: false,
  offline: false,
  refreshing: false,
});
const form = lookupForm({});
const problem = (code: string, requestId: string | null = null) => ({
  code,
  retryable: code !== 'not_found',
  requestId,
  retryAt: null,
});
const failed = lookupForm({ phase: 'failed', values: { order: '1001', contact: 'anna@exampel.com' } });

const states: Record<string, OrderTrackingState> = {
  ...Object.fromEntries(
    Object.keys(sampleOrders).map((name) => [name, ready(name as keyof typeof sampleOrders)]),
  ),
  offline: { ...ready('arrives-on'), offline: true, stale: true } as OrderTrackingState,
  stale: { ...ready('three-parcels'), stale: true } as OrderTrackingState,
  loading: { kind: 'loading' },
  waiting: { kind: 'waiting', order: '1001', tries: 1 },
  lookup: form,
  'lookup-refused': { ...form, because: 'proof_refused', values: { order: '1001', contact: '' } },
  'lookup-fields': {
    ...failed,
    values: { order: '', contact: '' },
    fields: { order: 'missing', contact: 'missing' },
  },
  'lookup-failed': { ...failed, problem: problem('lookup_failed') },
  'lookup-locked': { ...failed, problem: problem('lookup_locked'), lockedUntil: '2026-11-24T15:10:00.000Z' },
  'lookup-submitting': { ...failed, phase: 'submitting' },
  failed: { kind: 'failed', problem: problem('internal', 'req_01JD3Z8Q') },
  'not-here-yet': { kind: 'failed', problem: problem('not_here_yet') },
  'not-found': { kind: 'failed', problem: problem('not_found') },
};

const tracking = galleryWidget('', orderTrackingStyles, states, (state, look, name) => {
  const model = createOrderTrackingModel({
    source: { open: never, read: never },
    // A model that is to load has to start over, which is what it does with this.
    request: { by: 'proof', order: '1', proof: '0' },
    ...(state.kind === 'loading' ? {} : { restore: { state, etag: null } }),
    environment: still(name !== 'offline'),
  });
  return { model, view: <OrderTracking model={model} {...look} /> };
});

const widgets = [
  ...[tracking, returns, withdrawal, registration, claims, recalls, reviews, reviewPrompt],
  ...[referralOffer, referral],
];

/** The names of all states. */
export const names = widgets.flatMap((widget) => widget.names);

let leave = (): void => {};

/** Shows one state, in place of the one before. */
export function show(name: string, language: keyof typeof catalogues, theme: Theme): void {
  leave();
  const widget = widgets.find((one) => one.names.includes(name));
  if (!widget) throw new Error(`There is no state ${name}.`);
  const place = document.querySelector('main') ?? document.body;
  place.textContent = '';
  leave = widget.show(place.appendChild(document.createElement('div')), name, {
    locale: language === 'en' ? 'en-GB' : language,
    catalogue: catalogues[language],
    theme,
    timeZone: 'Europe/Berlin',
  });
}
