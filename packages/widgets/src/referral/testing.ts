import type { Session, SessionRequest } from '@postlude/contract';
import { FakeWorld, session, settle } from '../order-tracking/testing.ts';
import type { ReferralOptions } from './options.ts';
import { createReferralModel } from './referral.model.ts';
import type { ReferralSource } from './referral-source.ts';
import type { ReadyState, ReferralEvent } from './state.ts';

/** A call of a source that is answered when the test says so. */
interface Call {
  readonly values: readonly unknown[];
  answer(value?: unknown): Promise<void>;
  fail(problem: unknown): Promise<void>;
}

type Method = keyof ReferralSource;

const settled = async (): Promise<void> => {
  await settle();
  await settle();
};

/** A source whose calls lie open. */
function fakeReferrals() {
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
              await settled();
            };
            of(name).push({
              values,
              answer: (value) => then(() => resolve(value)),
              fail: (problem) => then(() => reject(problem)),
            });
          }),
    },
  ) as ReferralSource;
  const last = (name: Method): Call => {
    const call = of(name).at(-1);
    if (!call) throw new Error(`Nobody asked for ${name}.`);
    return call;
  };
  return { source, of, last };
}

const proof: SessionRequest = { by: 'proof', order: '1001', proof: 'a'.repeat(64) };

/** A session for the samples' order. */
export const sampleSession = (): Session => {
  const given = session();
  return { ...given, order: { ...given.order, id: `ord_${'1'.repeat(32)}` } };
};

/** An error as a source rejects with. */
export const problem = (code: string): Error => Object.assign(new Error(code), { code });

/** A model in a world of the test's own. */
export function start(options: Partial<ReferralOptions> = {}) {
  const world = new FakeWorld();
  const fake = fakeReferrals();
  const events: ReferralEvent[] = [];
  const model = createReferralModel({
    source: fake.source,
    environment: world.environment,
    request: proof,
    onEvent: (event) => events.push(event),
    ...options,
  });
  return { ...fake, model, world, events, ready: () => model.state.value as ReadyState };
}
