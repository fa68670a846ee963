import type { Order, Session, SessionRequest } from '@postlude/contract';
import { createModel, effect, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { browserEnvironment } from './browser-environment.ts';
import { lookupFailure, lookupForm, mistakesIn, tidied } from './lookup-form.ts';
import { changesBetween } from './news.ts';
import type { OrderTrackingModel, OrderTrackingOptions } from './options.ts';
import { allowedFrom, isPassing, isRefused, type ReceivedProblem } from './problem.ts';
import { isAsking, mostTries, waitBeforeRefresh, waitBeforeTry } from './refresh.ts';
import { createRequests } from './requests.ts';
import type {
  LookupState,
  News,
  OrderTrackingEvent,
  OrderTrackingSnapshot,
  OrderTrackingState,
  ReadyState,
} from './state.ts';

/** The longest wait every browser keeps, and short enough after a machine slept. In milliseconds. */
const longestTimer = 3_600_000;

/** `createModel` adds the rest. */
type Made = Omit<OrderTrackingModel, typeof Symbol.dispose>;

const Model = createModel((options: OrderTrackingOptions): Made => {
  const { source, environment: world = browserEnvironment() } = options;
  const guard = createGuard(options.report);
  const caught = guard((error: unknown) => options.report?.(error));
  const emit = guard((event: OrderTrackingEvent) => options.onEvent?.(event));
  const proof = options.request?.by === 'proof' ? options.request : null;

  const state = signal<OrderTrackingState>({ kind: 'loading' });
  const news = signal<News | null>(null);
  let ended = false;
  let etag: string | null = null;
  let failures = 0;
  /** When the next refresh is due. */
  let due = Number.POSITIVE_INFINITY;
  let cancelTimer = (): void => {};
  let shownOrder: string | null = null;

  const requests = createRequests(() => schedule(), caught);
  const { ask } = requests;

  const timestamp = (): string => new Date(world.now()).toISOString();

  function wait(refreshAfter: number | null): void {
    due = world.now() + waitBeforeRefresh(refreshAfter, failures, world.random());
  }

  function show(
    order: Order,
    session: ReadyState['session'],
    tag: string | null,
    foundBy: ReadyState['foundBy'],
  ): void {
    const before = state.peek();
    etag = tag;
    failures = 0;
    wait(order.refreshAfter);
    state.value = {
      kind: 'ready',
      order,
      session: { token: session.token, expiresAt: session.expiresAt },
      foundBy,
      asOf: timestamp(),
      stale: false,
      offline: !world.isOnline(),
      refreshing: false,
    };
    if (shownOrder !== order.id) {
      shownOrder = order.id;
      news.value = { code: 'order_shown' };
      const { id, status, shipments } = order;
      emit({ type: 'order-shown', orderId: id, status, shipments: shipments.length });
    } else if (before.kind === 'ready') {
      const changes = changesBetween(before.order, order);
      news.value = changes.news ?? news.peek();
      changes.events.forEach(emit);
    }
  }

  function lookup(changes: Partial<LookupState>): void {
    const order = options.request?.order ?? options.orderNumber ?? '';
    state.value = lookupForm({ values: { order, contact: '' }, ...changes });
  }

  const tellError = ({ code, requestId }: ReceivedProblem): void => emit({ type: 'error', code, requestId });

  function lookupFailed({ fields, ...problem }: ReceivedProblem, form: Partial<LookupState>): void {
    lookup({ ...form, ...lookupFailure(problem, fields, world.now()) });
    news.value = { code: 'lookup_failed' };
  }

  function open(request: SessionRequest, form: Partial<LookupState>): void {
    const opened = (session: Session): void => {
      emit({ type: 'session-opened', by: request.by });
      show(session.order, session, null, request.by);
    };
    const failed = (problem: ReceivedProblem): void => {
      if (request.by === 'proof' && mayStillCome(problem)) {
        waitFor(request.order, problem);
        return;
      }
      tellError(problem);
      if (request.by === 'lookup' && (form.phase || isRefused(problem))) lookupFailed(problem, form);
      else if (isRefused(problem)) lookup({ because: 'proof_refused' });
      else fail(problem);
    };
    ask((signal) => source.open(request, signal), opened, failed);
  }

  /** A right proof of an order that is not here: the shop has sold it and not yet told us. */
  const mayStillCome = (problem: ReceivedProblem): boolean =>
    problem.code === 'not_found' ||
    (state.peek().kind === 'waiting' && problem.retryable && !isRefused(problem));

  /** Asks again by itself for as long as it is reasonable to. */
  function waitFor(order: string, problem: ReceivedProblem): void {
    const before = state.peek();
    const tries = before.kind === 'waiting' ? before.tries + 1 : 1;
    if (tries < mostTries) {
      due = Math.max(world.now() + waitBeforeTry(tries, world.random()), allowedFrom(problem));
      state.value = { kind: 'waiting', order, tries };
      if (tries === 1) news.value = { code: 'waiting' };
    } else {
      tellError(problem);
      fail(problem.code === 'not_found' ? { ...problem, code: 'not_here_yet', retryable: true } : problem);
    }
  }

  function fail({ fields: _, ...problem }: ReceivedProblem): void {
    state.value = { kind: 'failed', problem };
    news.value = { code: 'failed' };
  }

  function start(session: Session | null | undefined): void {
    const { request } = options;
    if (session) show(session.order, session, null, 'session');
    else if (request) {
      state.value = { kind: 'loading' };
      open(
        request,
        request.by === 'lookup' ? { values: { order: request.order, contact: request.contact } } : {},
      );
    } else lookup({});
  }

  /** A refresh went wrong: what is on screen stays. */
  function refreshFailed(ready: ReadyState, problem: ReceivedProblem): void {
    failures++;
    if (failures === 1) tellError(problem);
    state.value = { ...ready, stale: true, offline: !world.isOnline(), refreshing: false };
    wait(ready.order.refreshAfter);
    due = Math.max(due, allowedFrom(problem));
  }

  /** The session ran out: the proof opens another without a word, a lookup has to be made again by the shopper. */
  function reopen(ready: ReadyState): void {
    const form = { because: 'session_ended', values: { order: ready.order.number, contact: '' } } as const;
    if (!proof) lookup(form);
    else
      ask(
        (signal) => source.open(proof, signal),
        (session) => show(session.order, session, null, 'proof'),
        (problem) => (isRefused(problem) ? lookup(form) : refreshFailed(ready, problem)),
      );
  }

  function read(ready: ReadyState): void {
    const { order, session } = ready;
    state.value = { ...ready, refreshing: true };
    if (Date.parse(session.expiresAt) <= world.now()) reopen(ready);
    else
      ask(
        (signal) => source.read({ token: session.token, orderId: order.id, etag }, signal),
        (answer) =>
          answer.state === 'fresh'
            ? show(answer.order, session, answer.etag, ready.foundBy)
            : show(order, session, etag, ready.foundBy),
        (problem) => {
          if (problem.code === 'session_invalid') reopen(ready);
          else if (problem.code === 'not_found') {
            tellError(problem);
            fail(problem);
          } else refreshFailed(ready, problem);
        },
      );
  }

  function refresh(): void {
    const now = state.peek();
    if (ended || requests.busy) return;
    if (now.kind === 'ready') read(now);
    else if (now.kind === 'waiting' && proof) open(proof, {});
    else if (now.kind === 'failed') start(null);
  }

  /** Sets the one timer: for the next refresh, or for the end of a lock. Nothing runs while nobody looks or nothing is reachable. */
  function schedule(): void {
    cancelTimer();
    if (ended || requests.busy) return;
    const now = state.peek();
    const locked = now.kind === 'lookup' && now.lockedUntil ? Date.parse(now.lockedUntil) : Number.NaN;
    const asks = isAsking(now) && world.isVisible() && world.isOnline();
    const at = asks ? due : locked;
    if (!Number.isFinite(at)) return;
    cancelTimer = world.after(Math.min(Math.max(0, at - world.now()), longestTimer), guard(tick));
  }

  function tick(): void {
    const now = state.peek();
    if (isAsking(now) && world.now() >= due) refresh();
    else {
      if (now.kind === 'lookup' && now.lockedUntil && Date.parse(now.lockedUntil) <= world.now())
        state.value = { ...now, phase: 'idle', problem: null, lockedUntil: null };
      schedule();
    }
  }

  function worldChanged(): void {
    const now = state.peek();
    const offline = !world.isOnline();
    if (now.kind === 'ready' && now.offline !== offline) {
      state.value = { ...now, offline };
      news.value = { code: offline ? 'offline' : 'online' };
    }
    if (now.kind === 'failed' && !offline && isPassing(now.problem)) refresh();
    schedule();
  }

  const end = effect(() => {
    const stop = world.onChange(guard(worldChanged));
    return () => {
      ended = true;
      stop();
      cancelTimer();
      requests.stop();
    };
  });

  if (options.restore) restore(options.restore);
  else start(options.session);
  schedule();

  function restore(snapshot: OrderTrackingSnapshot): void {
    const was = snapshot.state;
    etag = snapshot.etag;
    if (was.kind === 'loading' || (was.kind === 'waiting' && !proof)) start(options.session);
    else if (was.kind === 'ready') {
      shownOrder = was.order.id;
      const { refreshAfter } = was.order;
      due = refreshAfter === null ? due : Date.parse(was.asOf) + refreshAfter * 1000;
      state.value = { ...was, refreshing: false, offline: !world.isOnline() };
    } else {
      due = world.now();
      state.value = was.kind === 'lookup' && was.phase === 'submitting' ? { ...was, phase: 'idle' } : was;
    }
  }

  return {
    state,
    news,
    edit(field, value) {
      const now = state.peek();
      if (now.kind === 'lookup' && now.values[field] !== value)
        state.value = { ...now, values: { ...now.values, [field]: value } };
    },
    find(values) {
      const now = state.peek();
      if (ended || now.kind !== 'lookup' || now.phase === 'submitting' || now.lockedUntil) return;
      const sent = tidied(values);
      const fields = mistakesIn(sent);
      const wrong = Object.keys(fields).length > 0;
      state.value = { ...now, values, fields, problem: null, phase: wrong ? 'failed' : 'submitting' };
      if (wrong) news.value = { code: 'lookup_failed' };
      else open({ by: 'lookup', ...sent }, { because: now.because, phase: 'failed', values });
    },
    refresh,
    lookUp() {
      if (ended) return;
      requests.stop();
      shownOrder = null;
      lookup(state.peek().kind === 'ready' ? { values: { order: '', contact: '' } } : {});
      schedule();
    },
    now: () => world.now(),
    snapshot: () => ({ state: state.peek(), etag }),
    dispose: end,
  };
});

/**
 * Makes the model of one tracking card and starts it: shows the session it was given, opens one by `request`, or waits
 * for the lookup form. Dispose it when the card goes.
 */
export function createOrderTrackingModel(options: OrderTrackingOptions): OrderTrackingModel {
  return new Model(options);
}
