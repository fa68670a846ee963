import type { Order, SessionRequest } from '@postlude/contract';
import type { OrderTrackingOptions } from './options.ts';
import { createOrderTrackingModel } from './order-tracking.model.ts';
import { order, shipment } from './samples.ts';
import type { LookupState, OrderTrackingEvent, ReadyState } from './state.ts';
import { FakeWorld, fakeSource, session } from './testing.ts';

/** A proof as a storefront renders it. */
export const proof: SessionRequest = { by: 'proof', order: '1001', proof: 'a'.repeat(64) };
/** What a shopper may type. */
export const typed = { order: '# 1001 ', contact: ' anna@example.com ' };

/** A model in a world of the test's own. */
export function start(options: Partial<OrderTrackingOptions> = {}) {
  const world = new FakeWorld();
  const calls = fakeSource();
  const events: OrderTrackingEvent[] = [];
  const reported: unknown[] = [];
  const model = createOrderTrackingModel({
    source: calls.source,
    environment: world.environment,
    onEvent: (event) => events.push(event),
    report: (error) => reported.push(error),
    ...options,
  });
  const kind = () => model.state.value.kind;
  const ready = () => model.state.value as ReadyState;
  const lookup = () => model.state.value as LookupState;
  return { model, world, events, reported, kind, ready, lookup, ...calls };
}

/** A card that shows an order opened by proof, with a refresh due after two minutes. */
export async function shown(options: Partial<OrderTrackingOptions> = {}, facts: Partial<Order> = {}) {
  const card = start({ request: proof, ...options });
  const given = session({ order: order([shipment()], facts) });
  await card.opened[0]?.answer(given);
  return { ...card, given };
}

/** An error as a source rejects with. */
export const problem = (code: string, facts: object = {}) =>
  Object.assign(new Error(code), { code, ...facts });
