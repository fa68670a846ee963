import type { Order } from '@postlude/contract';
import { createModel, effect, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { browserEnvironment } from '../order-session/browser-environment.ts';
import { createOpening } from '../order-session/opening.ts';
import { allowedFrom, isPassing, isRefused, type ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import { changesBetween } from './news.ts';
import type { OrderTrackingModel, OrderTrackingOptions } from './options.ts';
import { waitBeforeRefresh } from './refresh.ts';
import type {
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

  const tellError = ({ code, requestId }: ReceivedProblem): void => emit({ type: 'error', code, requestId });

  const opening = createOpening({
    source,
    request: options.request,
    orderNumber: options.orderNumber,
    ask,
    world,
    current: () => state.peek(),
    show: (next) => {
      state.value = next;
    },
    say: (code) => {
      news.value = { code };
    },
    tellError,
    opened(session, foundBy) {
      if (foundBy !== 'session') emit({ type: 'session-opened', by: foundBy });
      show(session.order, session, null, foundBy);
    },
  });
  const { proof } = opening;

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
    if (!proof) opening.lookup(form);
    else
      ask(
        (signal) => source.open(proof, signal),
        (session) => show(session.order, session, null, proof.by),
        (problem) => (isRefused(problem) ? opening.lookup(form) : refreshFailed(ready, problem)),
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
            opening.fail(problem);
          } else refreshFailed(ready, problem);
        },
      );
  }

  function refresh(): void {
    const now = state.peek();
    if (ended || requests.busy) return;
    if (now.kind === 'ready') read(now);
    else if (now.kind === 'waiting') opening.ask();
    else if (now.kind === 'failed') opening.start(null);
  }

  /** Sets the one timer: for the next refresh, or for the end of a lock. Nothing runs while nobody looks or nothing is reachable. */
  function schedule(): void {
    cancelTimer();
    if (ended || requests.busy) return;
    const now = state.peek();
    const asks = world.isVisible() && world.isOnline();
    const at = now.kind !== 'ready' ? opening.dueAt() : asks ? due : Number.NaN;
    if (!Number.isFinite(at)) return;
    cancelTimer = world.after(Math.min(Math.max(0, at - world.now()), longestTimer), guard(tick));
  }

  function tick(): void {
    const now = state.peek();
    if (now.kind !== 'ready') opening.due();
    else if (world.now() >= due) refresh();
    schedule();
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
  else opening.start(options.session);
  schedule();

  function restore(snapshot: OrderTrackingSnapshot): void {
    const was = snapshot.state;
    etag = snapshot.etag;
    if (was.kind === 'loading' || (was.kind === 'waiting' && !proof)) opening.start(options.session);
    else if (was.kind === 'ready') {
      shownOrder = was.order.id;
      const { refreshAfter } = was.order;
      due = refreshAfter === null ? due : Date.parse(was.asOf) + refreshAfter * 1000;
      state.value = { ...was, refreshing: false, offline: !world.isOnline() };
    } else {
      state.value = was.kind === 'lookup' && was.phase === 'submitting' ? { ...was, phase: 'idle' } : was;
    }
  }

  return {
    state,
    news,
    edit: opening.edit,
    enter: opening.enter,
    find(values) {
      if (!ended) opening.find(values);
    },
    refresh,
    lookUp() {
      if (ended) return;
      requests.stop();
      shownOrder = null;
      opening.lookup(state.peek().kind === 'ready' ? { values: { order: '', contact: '' } } : {});
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
