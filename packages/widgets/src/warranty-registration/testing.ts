import type { PassportList, Session, SessionRequest } from '@postlude/contract';
import { FakeWorld, session, settle } from '../order-tracking/testing.ts';
import { createLaterModel } from './later.model.ts';
import type { RegistrationOptions } from './options.ts';
import type { RegistrationSource } from './registration-source.ts';
import type { ElsewhereState, ReadyState, RegistrationEvent, TakeOverState } from './state.ts';
import { createRegistrationModel } from './warranty-registration.model.ts';

/** A call of a source that is answered when the test says so. */
export interface Call {
  readonly values: readonly unknown[];
  answer(value: unknown): Promise<void>;
  fail(problem: unknown): Promise<void>;
}

type Method = keyof RegistrationSource;

/** A source whose calls lie open. */
export function fakeRegistrations() {
  const calls: Partial<Record<Method, Call[]>> = {};
  const of = (name: Method): Call[] => {
    calls[name] ??= [];
    return calls[name];
  };
  const source = new Proxy(
    {},
    {
      get:
        (_, name: Method) =>
        (...values: readonly unknown[]) =>
          new Promise((resolve, reject) => {
            const then = async (end: () => void): Promise<void> => {
              end();
              await settle();
              await settle();
            };
            of(name).push({
              values,
              answer: (value) => then(() => resolve(value)),
              fail: (problem) => then(() => reject(problem)),
            });
          }),
    },
  ) as RegistrationSource;
  const last = (name: Method): Call => {
    const call = of(name).at(-1);
    if (!call) throw new Error(`Nobody asked for ${name}.`);
    return call;
  };
  return { source, of, last };
}

/** A proof as a storefront renders it. */
export const proof: SessionRequest = { by: 'proof', order: '1001', proof: 'a'.repeat(64) };

/** A session for an order with this number at its end. */
export const sampleSession = (id = '1'): Session => {
  const given = session();
  return { ...given, order: { ...given.order, id: `ord_${id.repeat(32)}` } };
};

/** An error as a source rejects with. */
export const problem = (code: string, facts: object = {}): Error =>
  Object.assign(new Error(code), { code, ...facts });

/** A model in a world of the test's own. */
export function start(options: Partial<RegistrationOptions> = {}) {
  const world = new FakeWorld();
  const fake = fakeRegistrations();
  const events: RegistrationEvent[] = [];
  const reported: unknown[] = [];
  const model = createRegistrationModel({
    source: fake.source,
    environment: world.environment,
    preparePhoto: async (file) => ({ file, preview: null }),
    later: async () => createLaterModel,
    onEvent: (event) => events.push(event),
    report: (error) => reported.push(error),
    ...options,
  });
  return {
    ...fake,
    model,
    world,
    events,
    reported,
    kind: () => model.state.value.kind,
    ready: () => model.state.value as ReadyState,
    elsewhere: () => model.state.value as ElsewhereState,
    takeover: () => model.state.value as TakeOverState,
  };
}

/** A widget that shows the items of the order the page proves. */
export async function opened(list: PassportList, options: Partial<RegistrationOptions> = {}) {
  const widget = start({ request: proof, ...options });
  await widget.last('open').answer(sampleSession());
  await widget.last('list').answer({ state: 'fresh', list, etag: '"1"' });
  return widget;
}

/** Lets everything that waits for a promise go on, the code of later parts included. */
export const settled = async (): Promise<void> => {
  await settle();
  await settle();
};
