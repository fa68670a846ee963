import type { ReturnOptions, Session, SessionRequest } from '@postlude/contract';
import { FakeWorld, session, settle } from '../order-tracking/testing.ts';
import type { DraftStore, KeptDraft } from './drafts.ts';
import { createLaterModel } from './later.model.ts';
import type { ReturnsModelOptions } from './options.ts';
import { createReturnsModel } from './returns.model.ts';
import type { ReturnsSource } from './returns-source.ts';
import { items, quoteFor, returnOptions } from './samples.ts';
import { itemKey } from './selection.ts';
import type { ChoosingState, FiledState, ReturnsEvent } from './state.ts';

/** A call of a source that is answered when the test says so. */
export interface Call {
  readonly values: readonly unknown[];
  answer(value: unknown): Promise<void>;
  fail(problem: unknown): Promise<void>;
}

type Method = keyof ReturnsSource;

/** A source whose calls lie open. */
export function fakeReturns() {
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
            const then = (end: () => void): Promise<void> => {
              end();
              return settle();
            };
            of(name).push({
              values,
              answer: (value) => then(() => resolve(value)),
              fail: (problem) => then(() => reject(problem)),
            });
          }),
    },
  ) as ReturnsSource;
  const last = (name: Method): Call => {
    const call = of(name).at(-1);
    if (!call) throw new Error(`Nobody asked for ${name}.`);
    return call;
  };
  return { source, of, last };
}

/** A store of drafts that is a map. */
export function mapDrafts(): DraftStore & { readonly kept: Map<string, KeptDraft> } {
  const kept = new Map<string, KeptDraft>();
  return {
    kept,
    read: (orderId) => kept.get(orderId) ?? null,
    write: (orderId, draft) => {
      kept.set(orderId, structuredClone(draft));
      return true;
    },
    remove: (orderId) => void kept.delete(orderId),
  };
}

/** A proof as a storefront renders it. */
export const proof: SessionRequest = { by: 'proof', order: '1001', proof: 'a'.repeat(64) };

/** A session for the order of the samples. */
export const sampleSession = (facts: Partial<Session> = {}): Session => {
  const given = session(facts);
  return { ...given, order: { ...given.order, id: returnOptions().orderId } };
};

/** An error as a source rejects with. */
export const problem = (code: string, facts: object = {}): Error =>
  Object.assign(new Error(code), { code, ...facts });

/** A model in a world of the test's own. */
export function start(options: Partial<ReturnsModelOptions> = {}) {
  const world = new FakeWorld();
  const fake = fakeReturns();
  const events: ReturnsEvent[] = [];
  const reported: unknown[] = [];
  const drafts = mapDrafts();
  const model = createReturnsModel({
    source: fake.source,
    environment: world.environment,
    request: proof,
    drafts,
    preparePhoto: async (file) => ({ file, preview: null }),
    later: () => createLaterModel,
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
    drafts,
    kind: () => model.state.value.kind,
    choosing: () => model.state.value as ChoosingState,
    filed: () => model.state.value as FiledState,
  };
}

/** The key of the sample's mugs, of which there are two. */
export const mugs = itemKey(items[0] as (typeof items)[number]);
/** The key of the towel. */
export const towel = itemKey(items[1] as (typeof items)[number]);

/** A widget that shows what can go back. */
export async function opened(options: Partial<ReturnsModelOptions> = {}, facts: Partial<ReturnOptions> = {}) {
  const widget = start(options);
  await widget.last('open').answer(sampleSession());
  await widget.last('options').answer(returnOptions(facts));
  return widget;
}

/** Answers the sums that were asked for last, with a settlement once all is chosen. */
export async function quote(widget: ReturnType<typeof start>, facts: object = {}): Promise<void> {
  await widget.world.pass(200);
  await widget.last('quote').answer(quoteFor(widget.choosing().items, facts));
  await widget.world.pass(200);
}

/** A widget at its last step: a mug for credit, with a label. */
export async function atCheck(options: Partial<ReturnsModelOptions> = {}) {
  const widget = await opened(options);
  const { model } = widget;
  model.choose(mugs, 1);
  model.next();
  model.setReason(mugs, 'changed_my_mind');
  model.next();
  await quote(widget);
  model.setResolution(mugs, 'store_credit');
  model.next();
  model.setMethod('label');
  model.next();
  await quote(widget, { settlement });
  return widget;
}

const euro = (amount: number) => ({ amount, currency: 'EUR' });
const settlement = {
  refund: euro(0),
  storeCredit: euro(1600),
  toPay: euro(0),
  breakdown: {
    rows: [{ code: 'price', amount: euro(1600), rule: null, label: null }],
    total: euro(1600),
    taxIncluded: null,
  },
};
