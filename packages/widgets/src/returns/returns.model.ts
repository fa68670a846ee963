import { createModel, effect, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { browserEnvironment } from '../order-session/browser-environment.ts';
import { createOpening } from '../order-session/opening.ts';
import { isPassing, type ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import type { FoundBy, OpeningState } from '../order-session/state.ts';
import { createAccess, heldSession } from './access.ts';
import { revivedChoice } from './choice.ts';
import { createChoosing } from './choosing.model.ts';
import type { Context } from './context.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { browserDrafts } from './drafts.ts';
import { createFiled } from './filed.model.ts';
import type { ReturnsModel, ReturnsModelOptions } from './options.ts';
import { createPhotoQueue } from './photos/photo-queue.ts';
import { createReading } from './reading.ts';
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
  let cancelTimer = (): void => {};

  const say = (one: ReturnsNews): void => {
    news.value = one;
  };
  const tellError = ({ code, requestId }: ReceivedProblem): void => emit({ type: 'error', code, requestId });
  const show = (next: OpeningState): void => {
    state.value = next;
  };
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
    show,
    say: (code) => say({ code }),
    tellError,
    opened(session, by) {
      if (by !== 'session') emit({ type: 'session-opened', by });
      foundBy = by;
      access.hold(heldSession(session));
      goOn();
    },
  });
  const access = createAccess(source, opening.proof, world.now, ending.signal);
  const store =
    options.drafts === undefined ? browserDrafts(() => globalThis.localStorage, world.now) : options.drafts;
  const drafts = createDraftKeeper(store, source, access, world);
  const prepare =
    options.preparePhoto ??
    (async (file: Blob) => (await import('./photos/prepare-photo.ts')).preparePhoto(file));
  const queue = createPhotoQueue({
    prepare,
    send: (file, how) => {
      const purpose = state.peek().kind === 'filed' ? 'message' : 'return';
      return access.use(
        (session, signal) => source.upload(session, file, { ...how, signal, purpose }),
        how.signal,
      );
    },
    change: (id, facts) => void (choosing.changePhoto(id, facts) || filed.changePhoto(id, facts)),
    sessionEnded: () => sessionEnded(),
  });

  const context: Context = {
    source,
    world,
    access,
    opening,
    drafts,
    queue,
    state,
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
    sessionEnded,
    reload: (after) => reading.reload(after),
    showFiled(filed_, facts = {}) {
      // First, because the timer is set with the state.
      filed.shown(filed_);
      // First, because the timer is set with the state.
      filed.shown(filed_);
      state.value = {
        kind: 'filed',
        filed: filed_,
        fresh: false,
        foundBy,
        asOf: new Date(world.now()).toISOString(),
        stale: false,
        offline: !world.isOnline(),
        refreshing: false,
        doing: null,
        trouble: null,
        photos: [],
        ...facts,
      };
    },
  };
  const choosing = createChoosing(context);
  const filed = createFiled(context);
  const reading = createReading(context, {
    ask: requests.ask,
    around: () => ({ foundBy, offline: !world.isOnline() }),
    begun: choosing.resume,
    again: choosing.actions.askAgain,
  });

  /** The session is open: reads what can be done, or goes on where it was before another session was needed. */
  function goOn(): void {
    const was = kept;
    kept = null;
    const orderId = access.session?.orderId;
    if (was?.kind === 'filed' && was.filed.orderId === orderId) {
      state.value = { ...was, foundBy, doing: null };
      filed.refresh();
    } else if (was?.kind === 'choosing' && was.options.orderId === orderId) {
      state.value = { ...was, foundBy };
      reading.reload();
    } else reading.load();
  }

  function sessionEnded(): void {
    const now = state.peek();
    if (now.kind !== 'choosing' && now.kind !== 'filed') return;
    kept = now;
    const order = now.kind === 'choosing' ? now.options.orderNumber : now.filed.orderNumber;
    opening.lookup({ because: 'session_ended', values: { order, contact: '' } });
    schedule();
  }

  function refresh(): void {
    const { kind } = state.peek();
    if (ending.signal.aborted || requests.busy) return;
    if (kind === 'waiting') opening.ask();
    else if (kind === 'filed') filed.refresh();
    else if (kind === 'choosing') reading.reload();
    else if (kind === 'failed') access.session ? reading.load() : opening.start(null);
  }

  /** Sets the one timer. Nothing runs while nobody looks or nothing is reachable. */
  function schedule(): void {
    cancelTimer();
    if (ending.signal.aborted) return;
    const at = state.peek().kind === 'filed' ? filed.dueAt() : opening.dueAt();
    if (!Number.isFinite(at)) return;
    cancelTimer = world.after(Math.min(Math.max(0, at - world.now()), longestTimer), guard(tick));
  }

  function tick(): void {
    if (state.peek().kind !== 'filed') opening.due();
    else if (world.now() >= filed.dueAt()) filed.refresh();
    schedule();
  }

  function worldChanged(): void {
    const now = state.peek();
    const offline = !world.isOnline();
    // The page may be going: on phones this is the last one hears of it.
    if (!world.isVisible()) drafts.flush();
    if ((now.kind === 'choosing' || now.kind === 'filed') && now.offline !== offline) {
      state.value = { ...now, offline };
      say({ code: offline ? 'offline' : 'online' });
      if (!offline && now.kind === 'choosing') choosing.online();
    }
    if (now.kind === 'failed' && !offline && isPassing(now.problem)) refresh();
    schedule();
  }

  const end = effect(() => {
    const stop = world.onChange(guard(worldChanged));
    return () => {
      stop();
      cancelTimer();
      drafts.stop();
      ending.abort();
      requests.stop();
      choosing.stop();
      filed.stop();
      queue.stop();
    };
  });
  /** The next refresh of a return is due at another time after each answer. */
  const endTimes = effect(() => {
    state.value;
    schedule();
  });

  function restore({ state: was, session }: ReturnsSnapshot): void {
    if (session) access.hold(session);
    if (was.kind === 'choosing') {
      foundBy = was.foundBy;
      reading.known(was.options.orderId);
      state.value = revivedChoice(was, !world.isOnline());
      choosing.resume();
    } else if (was.kind === 'filed') {
      foundBy = was.foundBy;
      filed.shown(was.filed);
      state.value = { ...was, doing: null, refreshing: false, offline: !world.isOnline() };
    } else if (was.kind === 'lookup')
      state.value = was.phase === 'submitting' ? { ...was, phase: 'idle' } : was;
    else if (was.kind === 'failed') state.value = was;
    else if (session) reading.load();
    else opening.start(options.session);
  }

  if (options.restore) restore(options.restore);
  else opening.start(options.session);

  const alive =
    <Arguments extends unknown[]>(action: (...values: Arguments) => void) =>
    (...values: Arguments): void => {
      if (!ending.signal.aborted) action(...values);
    };
  return {
    ...choosing.actions,
    ...filed.actions,
    state,
    news,
    edit: opening.edit,
    find: alive(opening.find),
    lookUpGift: (isGift) => {
      const now = state.peek();
      const values = { order: now.kind === 'lookup' ? now.values.order : '', contact: '' };
      if (now.kind === 'lookup' && now.phase !== 'submitting') opening.lookup({ gift: isGift, values });
    },
    lookUp: alive(() => {
      requests.stop();
      kept = null;
      const was = state.peek();
      opening.lookup(
        was.kind === 'choosing' || was.kind === 'filed' ? { values: { order: '', contact: '' } } : {},
      );
    }),
    refresh,
    now: () => world.now(),
    snapshot: () => ({ state: state.peek(), session: access.session }),
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
