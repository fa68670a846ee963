import type { PassportList } from '@postlude/contract';
import { isPassing } from '../order-session/problem.ts';
import type { Context } from './context.ts';
import { openItems } from './open-items.ts';
import type { ReadyState } from './state.ts';

/** The items of one model as the server has them. */
export interface Reading {
  /** Reads the items and shows them; goes on with `before` where it is about the same order. */
  load(before: ReadyState | null, facts?: Partial<ReadyState>): void;
  /** Asks whether something changed. */
  again(): void;
  /** When that is worth it, in milliseconds since 1970; not a finite number when never. */
  dueAt(): number;
  /** What was read before says nothing any more. */
  forget(): void;
  /** The page was told of this order before. */
  known(orderId: string | null): void;
}

/** Makes the `Reading` of one model. */
export function createReading(context: Context): Reading {
  const { state, world, requests, source } = context;
  let etag: string | null = null;
  /** The order the page was told of. */
  let told: string | null = null;

  const moment = (): string => new Date(world.now()).toISOString();
  const ask = (
    after: string | null,
    fresh: (list: PassportList) => void,
    failed: (problem: Parameters<Context['fail']>[0]) => void,
  ): void =>
    requests.ask(
      (signal) => context.access.use((session, inner) => source.list(session, after, inner), signal),
      (answer) => {
        if (answer.state === 'unchanged') return context.set({ asOf: moment() });
        ({ etag } = answer);
        return fresh(answer.list);
      },
      (problem) => (problem.code === 'session_invalid' ? context.sessionEnded() : failed(problem)),
    );

  function show(list: PassportList, before: ReadyState | null, facts: Partial<ReadyState>): void {
    state.value = {
      kind: 'ready',
      screen: 'items',
      shown: [],
      serials: {},
      consents: { safety: false, marketing: false },
      proof: [],
      mistakes: {},
      ...(before && isOfSame(before, list) ? before : {}),
      list,
      ...context.from(),
      doing: null,
      trouble: null,
      asOf: moment(),
      offline: !world.isOnline(),
      ...facts,
    };
    const orderId = context.access.session?.orderId ?? null;
    if (told !== orderId) {
      told = orderId;
      const { length: items } = list.items;
      context.emit({ type: 'passports-shown', orderId, items, open: openItems(list).length });
    }
    context.say('shown');
  }

  return {
    load(before, facts = {}) {
      // A form that led here stays until its items are there, and the focus with it.
      if (/^(start|failed|waiting)$/.test(state.peek().kind)) state.value = { kind: 'loading' };
      ask(
        null,
        (list) => show(list, before, facts),
        (problem) => {
          context.tellError(problem);
          context.fail(problem);
        },
      );
    },
    again: () =>
      ask(
        etag,
        (list) => context.renew(list),
        (problem) => {
          // What is on screen stays true enough, and the next time is soon.
          context.set({ asOf: moment() });
          if (!isPassing(problem)) context.tellError(problem);
        },
      ),
    dueAt() {
      const now = context.ready();
      const after = now?.list.refreshAfter ?? null;
      const isIdle = !requests.busy && world.isVisible() && world.isOnline();
      if (!now || after === null || !isIdle) return Number.NaN;
      return Date.parse(now.asOf) + after * 1000;
    },
    forget() {
      etag = null;
    },
    known(orderId) {
      told = orderId;
    },
  };
}

const isOfSame = (before: ReadyState, { items }: PassportList): boolean =>
  before.list.items[0]?.passport.orderNumber === items[0]?.passport.orderNumber;
