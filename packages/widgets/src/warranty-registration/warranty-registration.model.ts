import { batch, createModel, effect, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { browserEnvironment } from '../order-session/browser-environment.ts';
import { createOpening } from '../order-session/opening.ts';
import { isPassing } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import { type Access, createAccess, heldSession } from '../returns/access.ts';
import { newKey } from '../returns/idempotency-key.ts';
import type { Context } from './context.ts';
import { elsewhereForm, takeOverForm } from './first-forms.ts';
import type { LaterModel } from './later.model.ts';
import { laterNames } from './later-names.ts';
import type { LaterActions, RegistrationModel, RegistrationOptions } from './options.ts';
import { createReading } from './reading.ts';
import type {
  ReadyState,
  RegistrationEvent,
  RegistrationNews,
  RegistrationSnapshot,
  RegistrationState,
} from './state.ts';

/** The longest wait every browser keeps, in milliseconds. */
const longestTimer = 3_600_000;

/** `createModel` adds the rest. */
type Made = Omit<RegistrationModel, typeof Symbol.dispose>;

const Model = createModel((options: RegistrationOptions): Made => {
  const { source, environment: world = browserEnvironment() } = options;
  const guard = createGuard(options.report);
  const unexpected = guard((error: unknown) => options.report?.(error));
  const emit = guard((event: RegistrationEvent) => options.onEvent?.(event));
  const state = signal<RegistrationState>({ kind: 'loading' });
  const news = signal<RegistrationNews | null>(null);
  const ending = new AbortController();
  const keys = new Map<string, string>();
  let from: ReturnType<Context['from']> = { foundBy: 'session', origin: 'here' };
  /** What was on screen when the session ended, to go on with once there is another. */
  let kept: ReadyState | null = null;
  let cancelTimer = (): void => {};

  const say = (code: RegistrationNews['code']): void => {
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
    current: () => {
      const now = state.peek();
      return /^(ready|start|elsewhere|takeover)$/.test(now.kind)
        ? { kind: 'ready' }
        : (now as Exclude<typeof now, { kind: 'ready' | 'start' | 'elsewhere' | 'takeover' }>);
    },
    show: (next) => {
      state.value = next;
    },
    say,
    tellError,
    opened(session, foundBy) {
      if (foundBy !== 'session') emit({ type: 'session-opened', by: foundBy });
      from = { foundBy, origin: from.origin === 'here' || !kept ? 'here' : from.origin };
      hold(opening.proof, heldSession(session));
      load();
    },
  });
  let access = createAccess(source, opening.proof, world.now, ending.signal);
  /** What was not bought here is opened by no proof of the page's order. */
  function hold(proof: typeof opening.proof, session: NonNullable<Access['session']>): void {
    access = createAccess(source, from.origin === 'here' ? proof : null, world.now, ending.signal);
    access.hold(session);
  }

  const context: Context = {
    source,
    world,
    get access() {
      return access;
    },
    preparePhoto: options.preparePhoto,
    state,
    requests,
    ready,
    set,
    say,
    emit,
    tellError,
    fail: opening.fail,
    renew(list, facts = {}) {
      reading.forget();
      set({ list, asOf: new Date(world.now()).toISOString(), ...facts });
    },
    enter(session, origin, facts) {
      kept = null;
      from = { foundBy: 'session', origin };
      hold(null, heldSession(session));
      load(facts);
    },
    sessionEnded() {
      kept = ready();
      const order = kept?.list.items[0]?.passport.orderNumber ?? '';
      opening.lookup({ because: 'session_ended', values: { order, contact: '' } });
    },
    keyFor(content) {
      const name = JSON.stringify(content);
      const key = keys.get(name) ?? newKey(world.random);
      keys.set(name, key);
      return key;
    },
    from: () => from,
    claims: null,
    claimsLeft: options.restore?.claims,
  };
  const reading = createReading(context);

  function load(facts?: Partial<ReadyState>): void {
    reading.load(kept, facts);
    kept = null;
  }

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
      const problem = { code: 'unreachable', retryable: true, requestId: null, retryAt: null };
      tellError(problem);
      set({ trouble: { action: 'register', ids: [], problem } });
      say('trouble');
      return;
    }
    if (!ending.signal.aborted) (there.actions[name] as (...given: readonly unknown[]) => void)(...values);
  }
  const laterActions = Object.fromEntries(
    laterNames.map((name) => [name, guard((...values: unknown[]) => useLater(name, values))]),
  ) as Pick<LaterActions, (typeof laterNames)[number]>;

  function refresh(): void {
    const { kind } = state.peek();
    if (ending.signal.aborted || requests.busy) return;
    if (kind === 'waiting') opening.ask();
    else if (kind === 'failed') access.session ? load() : opening.start(null);
    else if (kind === 'ready') reading.again();
  }

  const dueAt = (): number => (ready() ? reading.dueAt() : opening.dueAt());

  /** Sets the one timer. Nothing runs while nobody looks or nothing is reachable. */
  function schedule(): void {
    cancelTimer();
    const at = dueAt();
    if (ending.signal.aborted || !Number.isFinite(at)) return;
    cancelTimer = world.after(Math.min(Math.max(0, at - world.now()), longestTimer), guard(tick));
  }

  function tick(): void {
    if (!ready()) opening.due();
    else if (world.now() >= dueAt()) refresh();
    schedule();
  }

  function worldChanged(): void {
    const now = state.peek();
    const offline = !world.isOnline();
    if (now.kind === 'ready' && now.offline !== offline) {
      set({ offline });
      say(offline ? 'offline' : 'online');
    }
    if (now.kind === 'failed' && !offline && isPassing(now.problem)) refresh();
    schedule();
  }

  const end = effect(() => {
    const stop = world.onChange(guard(worldChanged));
    return () => {
      stop();
      cancelTimer();
      ending.abort();
      requests.stop();
      context.claims?.dispose();
      part?.then((there) => there.stop(), unexpected);
    };
  });
  const endTimes = state.subscribe(() => schedule());

  function restore({ state: was, session }: RegistrationSnapshot): void {
    if (was.kind === 'ready') from = { foundBy: was.foundBy, origin: was.origin };
    if (session) hold(opening.proof, session);
    if (was.kind === 'ready') {
      reading.known(session?.orderId ?? null);
      state.value = { ...was, doing: null, proof: was.proof.filter(({ uploadId }) => uploadId) };
      // It was pressed before the element was moved, so it goes out; under its key, in case it has arrived.
      if (was.doing?.action === 'register') laterActions.register(was.doing.ids);
    } else if (was.kind === 'loading' || was.kind === 'waiting')
      session ? load() : opening.start(options.session);
    else
      state.value =
        'phase' in was && was.phase !== 'failed' ? ({ ...was, phase: 'idle' } as RegistrationState) : was;
  }

  /** Shows something else. What was under way for what was here is of no use any more. */
  function goTo(next: () => void): void {
    if (ending.signal.aborted) return;
    requests.stop();
    kept = null;
    batch(() => {
      next();
      say('shown');
    });
  }
  const show = (next: RegistrationState): void =>
    goTo(() => {
      state.value = next;
    });

  if (options.restore) restore(options.restore);
  else if (!options.session && !options.request && !options.orderNumber) state.value = { kind: 'start' };
  else opening.start(options.session);

  return {
    ...laterActions,
    pasteSerials: async (text) => (await later()).actions.pasteSerials(text),
    state,
    news,
    around: () => context,
    edit: opening.edit,
    enter: opening.enter,
    find(values) {
      if (!ending.signal.aborted) opening.find(values);
    },
    lookUp: () => goTo(() => opening.lookup(ready() ? { values: { order: '', contact: '' } } : {})),
    toStart: () => show({ kind: 'start' }),
    tellElsewhere: () => show(elsewhereForm),
    takeOver: () => show(takeOverForm),
    setSerial(passportId, typed) {
      const { [passportId]: _, ...mistakes } = ready()?.mistakes ?? {};
      set({ serials: { ...ready()?.serials, [passportId]: typed }, mistakes });
    },
    setConsents: (consents) =>
      set({ consents: { safety: false, marketing: false, ...ready()?.consents, ...consents } }),
    open: (id) => set({ screen: 'item', shown: [id], trouble: null }),
    openClaims: (...shown: string[]) => set({ screen: 'claims', shown, trouble: null }),
    toItems: () => set({ screen: 'items', shown: [], trouble: null, mistakes: {} }),
    refresh() {
      refresh();
      context.claims?.refresh();
    },
    now: () => world.now(),
    snapshot: () => ({
      state: state.peek(),
      session: access.session,
      claims: context.claims?.snapshot(),
    }),
    dispose: () => {
      endTimes();
      end();
    },
  };
});

/**
 * Makes the model of one registration widget and starts it: opens a session by what it was given, or asks where the thing was
 * bought, and reads what stands behind the items. Dispose it when the widget goes.
 */
export function createRegistrationModel(options: RegistrationOptions): RegistrationModel {
  return new Model(options);
}
