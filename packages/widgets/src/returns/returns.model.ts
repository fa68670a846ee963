import { batch, createModel, effect, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { browserEnvironment } from '../order-session/browser-environment.ts';
import { createOpening } from '../order-session/opening.ts';
import { isPassing, type ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import type { FoundBy } from '../order-session/state.ts';
import { createAccess, heldSession } from './access.ts';
import { bringLater } from './bring-later.ts';
import { createFirstActions } from './choosing.model.ts';
import type { Context } from './context.ts';
import { browserDrafts } from './drafts.ts';
import type { LaterModel } from './later.model.ts';
import type { ReturnsModel, ReturnsModelOptions } from './options.ts';
import { loadOptions } from './reading.ts';
import { openUnits } from './selection.ts';
import type {
  ChoosingState,
  FiledState,
  ReturnsEvent,
  ReturnsNews,
  ReturnsSnapshot,
  ReturnsState,
} from './state.ts';

/** The longest wait every browser keeps, and short enough after a machine slept. In milliseconds. */
const longestTimer = 3_600_000;

/** What only the later part of the model can do. */
const laterNames = [
  'setReason',
  'copyReason',
  'setNote',
  'addPhotos',
  'retryPhoto',
  'removePhoto',
  'setResolution',
  'setMethod',
  'back',
  'goTo',
  'confirm',
  'askAgain',
  'openReturn',
  'closeReturn',
  'cancelReturn',
  'changeReturn',
  'tellParcel',
  'addMessagePhotos',
] as const satisfies readonly (keyof LaterModel['actions'])[];

/** `createModel` adds the rest. */
type Made = Omit<ReturnsModel, typeof Symbol.dispose>;

const Model = createModel((options: ReturnsModelOptions): Made => {
  const { source, environment: world = browserEnvironment() } = options;
  const guard = createGuard(options.report);
  const unexpected = guard((error: unknown) => options.report?.(error));
  const emit = guard((event: ReturnsEvent) => options.onEvent?.(event));
  const state = signal<ReturnsState>({ kind: 'loading' });
  const news = signal<ReturnsNews | null>(null);
  const ending = new AbortController();
  let foundBy: FoundBy = 'session';
  /** What was on screen when the session ended, to go on with once there is another. */
  let kept: ChoosingState | FiledState | null = null;
  /** The order the page was told of. */
  let told: string | null = null;
  let cancelTimer = (): void => {};

  const say = (one: ReturnsNews): void => {
    news.value = one;
  };
  const tellError = ({ code, requestId }: Pick<ReceivedProblem, 'code' | 'requestId'>): void =>
    emit({ type: 'error', code, requestId });
  const requests = createRequests(() => schedule(), unexpected);
  const opening = createOpening({
    source,
    request: options.request,
    orderNumber: options.orderNumber,
    ask: requests.ask,
    world,
    current: () => {
      const now = state.peek();
      return now.kind === 'choosing' || now.kind === 'filed' ? { kind: 'ready' } : now;
    },
    show: (next) => {
      state.value = next;
    },
    say: (code) => say({ code }),
    tellError,
    opened(session, by) {
      if (by !== 'session') emit({ type: 'session-opened', by });
      foundBy = by;
      context.access.hold(heldSession(session));
      goOn();
    },
  });
  const later = bringLater({
    load: options.later ?? (async () => (await import('./later.model.ts')).createLaterModel),
    context: () => context,
    world,
    guard,
    failed: (error) => {
      unexpected(error);
      tellError({ code: 'unreachable', requestId: null });
    },
    made: () => schedule(),
  });
  const context: Context = {
    source,
    world,
    access: createAccess(source, opening.proof, world.now, ending.signal),
    opening,
    store:
      options.drafts === undefined ? browserDrafts(() => globalThis.localStorage, world.now) : options.drafts,
    preparePhoto: options.preparePhoto,
    state,
    ask: requests.ask,
    say,
    emit,
    tellError,
    unexpected,
    choosing: () => {
      const now = state.peek();
      return now.kind === 'choosing' ? now : null;
    },
    filed: () => {
      const now = state.peek();
      return now.kind === 'filed' ? now : null;
    },
    around: () => ({ foundBy, offline: !world.isOnline() }),
    choose(next) {
      state.value = next;
      const { orderId, items } = next.options;
      if (told !== orderId) {
        told = orderId;
        const open = items.filter((item) => openUnits(item, next) > 0).length;
        emit({ type: 'returns-shown', orderId, open });
      }
      say({ code: next.trouble ? 'trouble' : 'step' });
    },
    sessionEnded() {
      const now = state.peek();
      if (now.kind !== 'choosing' && now.kind !== 'filed') return;
      kept = now;
      const order = now.kind === 'choosing' ? now.options.orderNumber : now.filed.orderNumber;
      opening.lookup({ because: 'session_ended', values: { order, contact: '' } });
    },
    later: later.use,
  };
  const first = createFirstActions(context);

  /** The session is open: reads what can be done, or goes on where it was before another session was needed. */
  function goOn(): void {
    const was = kept;
    kept = null;
    const orderId = was && (was.kind === 'filed' ? was.filed.orderId : was.options.orderId);
    if (was && orderId === context.access.session?.orderId) later.use((part) => part.goOn(was, true));
    else loadOptions(context);
  }

  function refresh(): void {
    const { kind } = state.peek();
    if (ending.signal.aborted || requests.busy) return;
    if (kind === 'waiting') opening.ask();
    else if (kind === 'filed' || kind === 'choosing') later.use((part) => part.refresh());
    else if (kind === 'failed') context.access.session ? loadOptions(context) : opening.start(null);
  }

  /** Sets the one timer. Nothing runs while nobody looks or nothing is reachable. */
  function schedule(): void {
    cancelTimer();
    if (ending.signal.aborted) return;
    const at = state.peek().kind === 'filed' ? later.part()?.dueAt() : opening.dueAt();
    if (at === undefined || !Number.isFinite(at)) return;
    cancelTimer = world.after(Math.min(Math.max(0, at - world.now()), longestTimer), guard(tick));
  }

  function tick(): void {
    const part = later.part();
    if (state.peek().kind !== 'filed') opening.due();
    else if (part && world.now() >= part.dueAt()) part.refresh();
    schedule();
  }

  function worldChanged(): void {
    const now = state.peek();
    const offline = !world.isOnline();
    // The page may be going: on phones this is the last one hears of it.
    later.part()?.flush();
    if ((now.kind === 'choosing' || now.kind === 'filed') && now.offline !== offline) {
      state.value = { ...now, offline };
      say({ code: offline ? 'offline' : 'online' });
      if (!offline) later.part()?.online();
    }
    if (now.kind === 'failed' && !offline && isPassing(now.problem)) refresh();
    schedule();
  }

  const end = effect(() => {
    const stop = world.onChange(guard(worldChanged));
    return () => {
      stop();
      cancelTimer();
      later.stop();
      ending.abort();
      requests.stop();
    };
  });
  /** What is due, and when, is another thing in each state. */
  const endTimes = state.subscribe(() => schedule());

  function restore({ state: was, session }: ReturnsSnapshot): void {
    if (session) context.access.hold(session);
    if (was.kind === 'choosing' || was.kind === 'filed') {
      foundBy = was.foundBy;
      if (was.kind === 'choosing') told = was.options.orderId;
      state.value = was;
      later.use((part) => part.goOn(was, false));
    } else if (was.kind === 'lookup')
      state.value = was.phase === 'submitting' ? { ...was, phase: 'idle' } : was;
    else if (was.kind === 'failed') state.value = was;
    else if (session) loadOptions(context);
    else opening.start(options.session);
  }

  if (options.restore) restore(options.restore);
  else opening.start(options.session);

  const laterActions = Object.fromEntries(
    laterNames.map((name) => [
      name,
      (...values: unknown[]) =>
        later.use((part) => (part.actions[name] as (...given: unknown[]) => void)(...values)),
    ]),
  ) as Pick<ReturnsModel, (typeof laterNames)[number]>;
  return {
    ...first,
    ...laterActions,
    sendMessage: (text) =>
      new Promise((resolve) => later.use((part) => resolve(part.actions.sendMessage(text)))),
    state,
    news,
    edit: opening.edit,
    enter: opening.enter,
    find(values) {
      if (!ending.signal.aborted) opening.find(values);
    },
    lookUpGift(isGift) {
      const now = state.peek();
      if (now.kind !== 'lookup' || now.phase === 'submitting') return;
      opening.lookup({ gift: isGift, values: { order: now.values.order, contact: '' } });
    },
    lookUp() {
      if (ending.signal.aborted) return;
      requests.stop();
      kept = null;
      const { kind } = state.peek();
      const isOther = kind === 'choosing' || kind === 'filed';
      batch(() => opening.lookup(isOther ? { values: { order: '', contact: '' } } : {}));
    },
    refresh,
    now: () => world.now(),
    snapshot: () => ({ state: state.peek(), session: context.access.session }),
    dispose: () => {
      endTimes();
      end();
    },
  };
});

/**
 * Makes the model of one returns widget and starts it: opens a session by what it was given or waits for the lookup form,
 * reads what can be done with the order, and goes on with what was chosen before. Dispose it when the widget goes.
 */
export function createReturnsModel(options: ReturnsModelOptions): ReturnsModel {
  return new Model(options);
}
