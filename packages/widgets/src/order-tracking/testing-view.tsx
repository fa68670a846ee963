import { render, screen } from '@testing-library/preact';
import { lookupForm } from '../order-session/lookup-form.ts';
import type { OrderTrackingOptions } from './options.ts';
import { createOrderTrackingModel } from './order-tracking.model.ts';
import { OrderTracking, type OrderTrackingProps } from './order-tracking.tsx';
import { type SampleOrder, sampleOrders } from './sample-orders.ts';
import type { LookupState, OrderTrackingState, ReadyState, TrackingProblem } from './state.ts';
import { FakeWorld, fakeSource } from './testing.ts';

/** A sample order on screen. */
export const ready = (name: SampleOrder, facts: Partial<ReadyState> = {}): ReadyState => ({
  kind: 'ready',
  order: sampleOrders[name],
  session: { token: 'token', expiresAt: '2026-11-25T15:00:00.000Z' },
  foundBy: 'proof',
  asOf: '2026-11-24T14:42:00.000Z',
  stale: false,
  offline: false,
  refreshing: false,
  ...facts,
});

/** The lookup form as it is first shown. */
export const form: LookupState = lookupForm({});

/** Renders the card in a state it was left in. */
export function show(
  state: OrderTrackingState,
  props: Partial<OrderTrackingProps> = {},
  options: Partial<OrderTrackingOptions> = {},
) {
  const world = new FakeWorld();
  const calls = fakeSource();
  world.online = !(state.kind === 'ready' && state.offline);
  const model = createOrderTrackingModel({
    source: calls.source,
    environment: world.environment,
    restore: { state, etag: null },
    ...options,
  });
  const view = render(<OrderTracking model={model} locale="en-GB" timeZone="Europe/Berlin" {...props} />);
  return { ...view, ...calls, world, model };
}

/** The sentence that matters. */
export const headline = () => screen.getByRole('heading', { level: 2 }).textContent;

/** A problem as a state holds it. */
export function problem(code: string, requestId: string | null = null): TrackingProblem {
  return { code, retryable: code !== 'not_found', requestId, retryAt: null };
}
