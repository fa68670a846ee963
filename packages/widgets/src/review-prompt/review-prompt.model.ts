import { batch, createModel, effect, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { browserEnvironment } from '../order-session/browser-environment.ts';
import { createOpening } from '../order-session/opening.ts';
import { isPassing } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import { type Access, createAccess, heldSession } from '../returns/access.ts';
import type { Context } from './context.ts';
import { keptDrafts } from './draft.ts';
import { browserDrafts, keepHere } from './draft-store.ts';
import type { LaterModel } from './later.model.ts';
import { laterNames } from './later-names.ts';
import type { LaterActions, ReviewPromptModel, ReviewPromptOptions } from './options.ts';
import { createReading } from './reading.ts';
import type {
  ReadyState,
  ReviewPromptEvent,
  ReviewPromptNews,
  ReviewPromptSnapshot,
  ReviewPromptState,
} from './state.ts';
import { draftAt, stepsOf, subjectOf } from './subjects.ts';

/** The longest wait every browser keeps, in milliseconds. */
const longestTimer = 3_600_000;

/** `createModel` adds the rest. */
type Made = Omit<ReviewPromptModel, typeof Symbol.dispose>;

const Model = createModel((options: ReviewPromptOptions): Made => {
  const { source, mode = 'ask', environment: world = browserEnvironment() } = options;
  const guard = createGuard(options.report);
  const unexpected = guard((error: unknown) => options.report?.(error));
  const emit = guard((event: ReviewPromptEvent) => options.onEvent?.(event));
  const state = signal<ReviewPromptState>({ kind: 'loading' });
  const hidden = signal(mode === 'ask');
  const news = signal<ReviewPromptNews | null>(null);
  const ending = new AbortController();
  let foundBy: ReadyState['foundBy'] = 'session';
  /** What was on screen when the session ended, to go on with once there is another. */
  let kept: ReadyState | null = null;
  let wasSeen = false;
  let cancelTimer = (): void => {};

  const say = (code: ReviewPromptNews['code']): void => {
    news.value = { code };
  };
  const ready = (): ReadyState | null => {
    const now = state.peek();
    return now.kind === 'ready' ? now : null;
  };
  const set = (facts: Partial<ReadyState>): void => {
    const now = ready();
    if (now) state.value = { ...now, ...facts };
  };
  const tellError: Context['tellError'] = ({ code, requestId }) => emit({ type: 'error', code, requestId });
  const requests = createRequests(() => schedule(), unexpected);
  const opening = createOpening({
    source,
    request: options.request,
    orderNumber: options.orderNumber,
    ask: requests.ask,
    world,
    current: () => state.peek(),
    show: (next) => {
      state.value = next;
    },
    say,
    tellError,
    opened(session, by) {
      if (by !== 'session') emit({ type: 'session-opened', by });
      foundBy = by;
      access.hold(heldSession(session));
      reading.load(kept);
      kept = null;
    },
  });
  const access: Access = createAccess(source, opening.proof, world.now, ending.signal);
  const store = options.drafts === undefined ? browserDrafts(() => localStorage, world.now) : options.drafts;

  const context: Context = {
    source,
    world,
    access,
    mode,
    state,
    hidden,
    store,
    preparePhoto: options.preparePhoto,
    unexpected,
    ready,
    set,
    say,
    emit,
    tellError,
    fail: opening.fail,
    sessionEnded() {
      kept = ready();
      opening.lookup({
        because: 'session_ended',
        values: { order: kept?.form.orderNumber ?? options.orderNumber ?? '', contact: '' },
      });
    },
    reload: (then) => reading.again(then),
    async askAgain() {
      const { offer } = await access.use((session, signal) => source.ask(session, signal), ending.signal);
      return offer;
    },
    dismiss,
    foundBy: () => foundBy,
  };
  const reading = createReading(context, requests);

  let part: Promise<LaterModel> | null = null;
  /** The part of the model the first screen does not need. Its views are in the same chunk, so it is there when they are. */
  function later(): Promise<LaterModel> {
    const bring = options.later ?? (async () => (await import('./later.model.ts')).createLaterModel);
    part ??= bring().then((create) => create(context));
    part.catch(() => {
      part = null;
    });
    return part;
  }

  /** Does something with that part; what cannot be done because its code does not come is told where it was asked for. */
  async function useLater(name: (typeof laterNames)[number], values: readonly unknown[]): Promise<void> {
    let there: LaterModel;
    try {
      there = await later();
    } catch (error) {
      unexpected(error);
      // The screen that is to come says so too, and has the way on.
      tellError({ code: 'unreachable', requestId: null });
      return;
    }
    if (!ending.signal.aborted) (there.actions[name] as (...given: readonly unknown[]) => void)(...values);
  }
  const laterActions = Object.fromEntries(
    laterNames.map((name) => [name, guard((...values: unknown[]) => useLater(name, values))]),
  ) as unknown as LaterActions;

  function refresh(): void {
    const { kind } = state.peek();
    if (ending.signal.aborted || requests.busy) return;
    if (kind === 'waiting') opening.ask();
    else if (kind === 'failed' || (kind === 'loading' && hidden.peek()))
      access.session ? reading.load(null) : opening.start(null);
    else if (kind === 'ready' && !hidden.peek()) reading.again();
  }

  const dueAt = (): number => {
    const own = reading.dueAt();
    return Number.isFinite(own) ? own : opening.dueAt();
  };

  /** Sets the one timer. Nothing runs while nobody looks or nothing is reachable. */
  function schedule(): void {
    cancelTimer();
    const at = dueAt();
    if (ending.signal.aborted || !Number.isFinite(at)) return;
    cancelTimer = world.after(Math.min(Math.max(0, at - world.now()), longestTimer), guard(tick));
  }

  function tick(): void {
    opening.due();
    if (world.now() >= reading.dueAt()) refresh();
    schedule();
  }

  function worldChanged(): void {
    const now = state.peek();
    const offline = !world.isOnline();
    if (!world.isVisible()) part?.then((there) => there.flush(), unexpected);
    if (now.kind === 'ready' && now.offline !== offline) {
      set({ offline });
      say(offline ? 'offline' : 'online');
      if (!offline) part?.then((there) => there.online(), unexpected);
    }
    if (now.kind === 'failed' && !offline && isPassing(now.problem)) refresh();
    schedule();
  }

  const end = effect(() => {
    const stop = world.onChange(guard(worldChanged));
    return () => {
      stop();
      cancelTimer();
      part?.then((there) => there.stop(), unexpected);
      ending.abort();
      requests.stop();
    };
  });
  const endTimes = state.subscribe(() => schedule());

  /** What became of the ask. It decides about nothing here, so a failure is not told. */
  function respond(response: 'shown' | 'dismissed'): void {
    const askIds = ready()?.offer?.asks.map(({ id }) => id);
    if (!askIds?.length || mode !== 'ask') return;
    access
      .use((session, signal) => source.respond(session, { askIds, response }, signal), ending.signal)
      .catch(() => {});
  }

  function dismiss(): void {
    const now = ready();
    if (!now) return;
    respond('dismissed');
    if (now.offer) emit({ type: 'ask-dismissed', kind: now.offer.kind });
    batch(() => {
      hidden.value = true;
      say('dismissed');
    });
  }

  function restore({ state: was, session, hidden: isHidden }: ReviewPromptSnapshot): void {
    if (session) access.hold(session);
    hidden.value = isHidden;
    if (was.kind === 'ready') {
      ({ foundBy } = was);
      state.value = { ...was, doing: null };
      // It was pressed before the element was moved, so it goes out; under its key, in case it has arrived.
      if (was.doing?.action === 'send') laterActions.send(was.doing.key);
    } else if (was.kind === 'loading' || was.kind === 'waiting')
      session ? reading.load(null) : opening.start(options.session);
    else state.value = was.kind === 'lookup' && was.phase === 'submitting' ? { ...was, phase: 'idle' } : was;
  }

  const goTo = (facts: Partial<ReadyState>): void =>
    batch(() => {
      set({ mistakes: {}, ...facts });
      say('shown');
    });

  if (options.restore) restore(options.restore);
  else opening.start(options.session);

  return {
    ...laterActions,
    state,
    hidden,
    news,
    edit: opening.edit,
    enter: opening.enter,
    find(values) {
      if (!ending.signal.aborted) opening.find(values);
    },
    lookUp() {
      if (ending.signal.aborted) return;
      requests.stop();
      kept = null;
      batch(() => {
        opening.lookup(ready() ? { values: { order: '', contact: '' } } : {});
        say('shown');
      });
    },
    setStars(key, stars) {
      const now = ready();
      if (!now) return;
      set({
        drafts: { ...now.drafts, [key]: { ...draftAt(now, key), stars } },
        skipped: now.skipped.filter((other) => other !== key),
      });
      const then = ready();
      if (!then || now.editing) return;
      // Here before its code has come, then with the backend too.
      keepHere(store, then.form.orderId, keptDrafts(then), world.now());
      later().then((there) => there.keep(), unexpected);
    },
    write(key) {
      const subject = ready() && subjectOf((ready() as ReadyState).form, key);
      if (subject) goTo({ screen: 'write', at: key, editing: false, step: stepsOf(subject)[0] ?? 'check' });
    },
    toOverview: () => goTo({ screen: 'overview', at: null, editing: false }),
    seen() {
      if (wasSeen || hidden.peek()) return;
      wasSeen = true;
      respond('shown');
    },
    dismiss,
    refresh,
    now: () => world.now(),
    snapshot: () => ({ state: state.peek(), session: access.session, hidden: hidden.peek() }),
    dispose: () => {
      endTimes();
      end();
    },
  };
});

/**
 * Makes the model of one review prompt and starts it: opens a session by what it was given, asks whether a review may be asked
 * for, and reads the form. Dispose it when the widget goes.
 */
export function createReviewPromptModel(options: ReviewPromptOptions): ReviewPromptModel {
  return new Model(options);
}
