// What the harness's page runs: any sample, in any state, language and theme, in a shadow root as on a real page.
import { render } from 'preact';
import { catalogue as ar } from '../src/locales/ar.ts';
import { catalogue as de } from '../src/locales/de.ts';
import { lookupForm } from '../src/order-session/lookup-form.ts';
import {
  adoptStyles,
  browserEnvironment,
  createOrderTrackingModel,
  OrderTracking,
  type OrderTrackingState,
  orderTrackingStyles,
  type Theme,
} from '../src/order-tracking/index.ts';
import { sampleOrders } from '../src/order-tracking/sample-orders.ts';
import { sampleNow } from '../src/order-tracking/samples.ts';
import { claimNames, showClaims } from './claims-page.tsx';
import { registrationNames, showRegistration } from './registration-page.tsx';
import { returnNames, showReturn } from './returns-page.tsx';
import { showWithdrawal, withdrawalNames } from './withdrawal-page.tsx';

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

/** The names of all states. */
export const names = [
  ...Object.keys(states),
  ...returnNames,
  ...withdrawalNames,
  ...registrationNames,
  ...claimNames,
];

let leave = (): void => {};

/** Shows one state, in place of the one before. */
export function show(name: string, language: keyof typeof catalogues, theme: Theme): void {
  leave();
  const place = document.querySelector('main') ?? document.body;
  place.textContent = '';
  const host = place.appendChild(document.createElement('div'));
  if (name.startsWith('returns/')) {
    leave = showReturn(host, name.slice(8), language, catalogues[language], theme);
    return;
  }
  if (name.startsWith('withdrawal/')) {
    leave = showWithdrawal(host, name.slice(11), language, catalogues[language], theme);
    return;
  }
  if (name.startsWith('registration/')) {
    leave = showRegistration(host, name.slice(13), language, catalogues[language], theme);
    return;
  }
  if (name.startsWith('claims/')) {
    leave = showClaims(host, name.slice(7), language, catalogues[language], theme);
    return;
  }
  const state = states[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, orderTrackingStyles);
  const model = createOrderTrackingModel({
    source: { open: () => new Promise(() => {}), read: () => new Promise(() => {}) },
    // A model that is to load has to start over, which is what it does with this.
    request: { by: 'proof', order: '1', proof: '0' },
    ...(state.kind === 'loading' ? {} : { restore: { state, etag: null } }),
    environment: {
      ...browserEnvironment(),
      now: () => sampleNow,
      after: () => () => {},
      isOnline: () => name !== 'offline',
    },
  });
  render(
    <OrderTracking
      model={model}
      locale={language === 'en' ? 'en-GB' : language}
      catalogue={catalogues[language]}
      theme={theme}
      timeZone="Europe/Berlin"
    />,
    root,
  );
  leave = () => {
    render(null, root);
    model.dispose();
  };
}
