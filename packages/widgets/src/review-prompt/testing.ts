import type { ReviewForm, Session, SessionRequest } from '@postlude/contract';
import { FakeWorld, session, settle } from '../order-tracking/testing.ts';
import type { DraftStore, KeptDrafts } from './draft-store.ts';
import { createLaterModel } from './later.model.ts';
import type { ReviewPromptOptions } from './options.ts';
import { createReviewPromptModel } from './review-prompt.model.ts';
import type { ReviewSource } from './review-source.ts';
import { offerOf } from './samples.ts';
import type { ReadyState, ReviewPromptEvent } from './state.ts';

/** A call of a source that is answered when the test says so. */
export interface Call {
  readonly values: readonly unknown[];
  answer(value: unknown): Promise<void>;
  fail(problem: unknown): Promise<void>;
}

type Method = keyof ReviewSource;

/** Lets everything that waits for a promise go on, the code of later parts included. */
export const settled = async (): Promise<void> => {
  await settle();
  await settle();
};

/** A source whose calls lie open. */
export function fakeReviews() {
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
  ) as ReviewSource;
  const last = (name: Method): Call => {
    const call = of(name).at(-1);
    if (!call) throw new Error(`Nobody asked for ${name}.`);
    return call;
  };
  return { source, of, last };
}

/** A proof as a storefront renders it. */
export const proof: SessionRequest = { by: 'proof', order: '1001', proof: 'a'.repeat(64) };

/** A session for the samples' order. */
export const sampleSession = (): Session => {
  const given = session();
  return { ...given, order: { ...given.order, id: `ord_${'1'.repeat(32)}` } };
};

/** An error as a source rejects with. */
export const problem = (code: string, facts: object = {}): Error =>
  Object.assign(new Error(code), { code, ...facts });

/** A place for drafts that a reload would keep. */
export function fakeStore(kept: Record<string, KeptDrafts> = {}): DraftStore & {
  readonly kept: Record<string, KeptDrafts>;
} {
  return {
    kept,
    read: (orderId) => kept[orderId] ?? null,
    write: (orderId, drafts) => {
      kept[orderId] = drafts;
    },
    remove: (orderId) => {
      delete kept[orderId];
    },
  };
}

/** A model in a world of the test's own. */
export function start(options: Partial<ReviewPromptOptions> = {}) {
  const world = new FakeWorld();
  const fake = fakeReviews();
  const events: ReviewPromptEvent[] = [];
  const reported: unknown[] = [];
  const store = fakeStore();
  const model = createReviewPromptModel({
    source: fake.source,
    environment: world.environment,
    request: proof,
    drafts: store,
    preparePhoto: async (file) => ({ file, preview: null }),
    later: async () => createLaterModel,
    onEvent: (event) => events.push(event),
    report: (error) => reported.push(error),
    ...options,
  });
  return { ...fake, model, world, events, reported, store, ready: () => model.state.value as ReadyState };
}

/** A prompt that was asked for what is open in this form. */
export async function asked(form: ReviewForm, options: Partial<ReviewPromptOptions> = {}) {
  const widget = start(options);
  await widget.last('open').answer(sampleSession());
  await widget.last('ask').answer({ offer: offerOf(form), refreshAfter: null });
  await widget.last('form').answer(form);
  return widget;
}

/** The plain form. */
export async function opened(form: ReviewForm, options: Partial<ReviewPromptOptions> = {}) {
  const widget = start({ mode: 'always', ...options });
  await widget.last('open').answer(sampleSession());
  await widget.last('form').answer(form);
  return widget;
}
