import type { AskOffer, ReferralCard } from '@postlude/contract';
import { batch, createModel, effect, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { browserEnvironment } from '../order-session/browser-environment.ts';
import { createOpening } from '../order-session/opening.ts';
import { isPassing, type ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import { type Access, createAccess, heldSession } from '../returns/access.ts';
import type { ReferralModel, ReferralOptions } from './options.ts';
import { sharedMessage } from './shared-message.ts';
import { shown } from './shown.ts';
import type { ReadyState, ReferralEvent, ReferralNews, ReferralSnapshot, ReferralState } from './state.ts';

/** The longest wait every browser keeps, in milliseconds. */
const longestTimer = 3_600_000;

/** After how long news that could not be fetched are asked for again, in milliseconds. */
const retryMs = 60_000;

/** `createModel` adds the rest. */
type Made = Omit<ReferralModel, typeof Symbol.dispose>;

const Model = createModel((options: ReferralOptions): Made => {
  const { source, mode = 'always', environment: world = browserEnvironment() } = options;
  const guard = createGuard(options.report);
  const unexpected = guard((error: unknown) => options.report?.(error));
  const emit = guard((event: ReferralEvent) => options.onEvent?.(event));
  const state = signal<ReferralState>({ kind: 'loading' });
  const hidden = signal(mode === 'ask');
  const news = signal<ReferralNews | null>(null);
  const ending = new AbortController();
  let foundBy: ReadyState['foundBy'] = 'session';
  let nextAt = Number.NaN;
  let told: string | null = null;
  let wasSeen = false;
  let cancelTimer = (): void => {};

  const ready = (): ReadyState | null => {
    const now = state.peek();
    return now.kind === 'ready' ? now : null;
  };
  const set = (facts: Partial<ReadyState>): void => {
    const now = ready();
    if (now) state.value = { ...now, ...facts };
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
    current: () => state.peek(),
    show: (next) => {
      state.value = next;
    },
    say: (code) => {
      news.value = { code };
    },
    tellError,
    opened(session, by) {
      if (by !== 'session') emit({ type: 'session-opened', by });
      foundBy = by;
      access.hold(heldSession(session));
      load();
    },
  });
  const access: Access = createAccess(source, opening.proof, world.now, ending.signal);

  /** What a session that has ended leads to; everything else stays as it is, and is said where somebody waits for it. */
  const refused = (problem: ReceivedProblem): void => {
    tellError(problem);
    const { doing = null } = ready() ?? {};
    if (/^(session|proof|gift_code)_invalid$/.test(problem.code))
      opening.lookup({ because: 'session_ended' });
    else if (doing) {
      const { fields: _, ...trouble } = problem;
      set({ doing: null, trouble: { doing, problem: trouble } });
      news.value = { code: 'trouble' };
    } else if (ready()) {
      nextAt = world.now() + retryMs;
      set({ stale: true });
    } else opening.fail(problem);
  };

  function load(): void {
    nextAt = Number.NaN;
    if (/^(failed|waiting)$/.test(state.peek().kind)) state.value = { kind: 'loading' };
    if (mode === 'ask' && hidden.peek()) mayAsk();
    else read(ready()?.offer ?? null);
  }

  function mayAsk(): void {
    requests.ask(
      (signal) => access.use((session, inner) => source.ask(session, inner), signal),
      ({ offer, refreshAfter }) => {
        if (refreshAfter !== null) nextAt = world.now() + refreshAfter * 1000;
        if (offer?.kind !== 'referral') return;
        emit({ type: 'ask-due', kind: offer.kind, asks: offer.asks.length });
        read(offer);
      },
      refused,
    );
  }

  function read(offer: AskOffer | null): void {
    requests.ask(
      (signal) => access.use((session, inner) => source.card(session, inner), signal),
      (card) => show(card, offer),
      refused,
    );
  }

  function show(card: ReferralCard, offer: AskOffer | null): void {
    const before = ready();
    const { refreshAfter, invitation } = card;
    nextAt = refreshAfter === null ? Number.NaN : world.now() + refreshAfter * 1000;
    // Nobody is asked for what is not on offer any more.
    if (mode === 'ask' && !before && card.programme === null) return;
    state.value = shown(card, before, { foundBy, offer });
    hidden.value = false;
    const orderId = access.session?.orderId ?? '';
    if (told !== orderId) {
      told = orderId;
      emit({ type: 'referral-shown', orderId, joined: invitation !== null });
      news.value = { code: 'shown' };
    }
  }

  /** What became of the ask. It decides about nothing here, so a failure is not told. */
  function respond(response: 'shown' | 'dismissed'): void {
    const askIds = ready()?.offer?.asks.map(({ id }) => id);
    if (!askIds?.length) return;
    access
      .use((session, signal) => source.respond(session, { askIds, response }, signal), ending.signal)
      .catch(() => {});
  }

  function refresh(): void {
    const { kind } = state.peek();
    if (ending.signal.aborted || requests.busy) return;
    if (kind === 'waiting') opening.ask();
    else if (kind === 'failed') access.session ? load() : opening.start(null);
    else if (kind === 'ready' || (kind === 'loading' && access.session)) load();
  }

  const dueAt = (): number =>
    Number.isFinite(nextAt) && world.isVisible() && world.isOnline() ? nextAt : opening.dueAt();

  /** Sets the one timer. Nothing runs while nobody looks or nothing is reachable. */
  function schedule(): void {
    cancelTimer();
    const at = dueAt();
    if (ending.signal.aborted || !Number.isFinite(at)) return;
    cancelTimer = world.after(Math.min(Math.max(0, at - world.now()), longestTimer), guard(tick));
  }

  function tick(): void {
    opening.due();
    if (world.now() >= nextAt) refresh();
    schedule();
  }

  function worldChanged(): void {
    const now = state.peek();
    if (now.kind === 'failed' && world.isOnline() && isPassing(now.problem)) refresh();
    schedule();
  }

  const end = effect(() => {
    const stop = world.onChange(guard(worldChanged));
    return () => {
      stop();
      cancelTimer();
      ending.abort();
      requests.stop();
    };
  });
  const endTimes = state.subscribe(() => schedule());

  function restore({ state: was, session, hidden: isHidden }: ReferralSnapshot): void {
    if (session) access.hold(session);
    hidden.value = isHidden;
    if (was.kind === 'ready') {
      ({ foundBy } = was);
      told = session?.orderId ?? null;
      state.value = { ...was, doing: null };
    } else if (was.kind === 'lookup') state.value = { ...was, phase: 'idle' };
    else session ? load() : opening.start(options.session);
  }

  if (options.restore) restore(options.restore);
  else opening.start(options.session);

  return {
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
      opening.lookup(ready() ? { values: { order: '', contact: '' } } : {});
    },
    editName: (name) => set({ name }),
    nameAgain(isNaming) {
      set({ isNaming, name: ready()?.card.invitation?.name ?? '' });
    },
    join() {
      const now = ready();
      const programmeId = now?.card.programme?.id;
      if (!now || !programmeId || now.doing) return;
      const isNew = now.card.invitation === null;
      const name = now.name.trim() || null;
      set({ doing: 'join', trouble: null });
      requests.ask(
        (signal) =>
          access.use((session, inner) => source.join(session, { programmeId, name }, inner), signal),
        (card) => {
          set({ isNaming: false });
          show(card, now.offer);
          const { invitation } = card;
          if (isNew) emit({ type: 'referral-joined' });
          news.value = isNew
            ? { code: 'joined', invitation: invitation?.code ?? '' }
            : { code: 'named', name: invitation?.name ?? null };
        },
        refused,
      );
    },
    editMessage: (message) => set({ message }),
    writeMessage: (isWriting) => set({ isWriting }),
    resetMessage: () => set({ message: null }),
    messageToShare() {
      const now = ready();
      return now?.card.invitation ? sharedMessage(now.card.invitation, now.message) : '';
    },
    shared(channel) {
      emit({ type: 'referral-shared', channel });
      access
        .use((session, signal) => source.share(session, { channel }, signal), ending.signal)
        .catch(() => {});
    },
    more() {
      const now = ready();
      const { next: cursor = null } = now ?? {};
      if (!now || cursor === null || now.doing) return;
      set({ doing: 'more', trouble: null });
      requests.ask(
        (signal) => access.use((session, inner) => source.list(session, cursor, inner), signal),
        ({ items, next }) => {
          const known = new Set(now.referrals.map(({ id }) => id));
          const more = items.filter(({ id }) => !known.has(id));
          set({ referrals: [...now.referrals, ...more], next, doing: null });
          news.value = { code: 'more', count: more.length };
        },
        refused,
      );
    },
    seen() {
      if (wasSeen || hidden.peek()) return;
      wasSeen = true;
      respond('shown');
    },
    dismiss() {
      const now = ready();
      if (!now) return;
      respond('dismissed');
      if (now.offer) emit({ type: 'ask-dismissed', kind: now.offer.kind });
      batch(() => {
        hidden.value = true;
        news.value = { code: 'dismissed' };
      });
    },
    refresh,
    now: () => world.now(),
    snapshot: () => ({ state: state.peek(), session: access.session, hidden: hidden.peek() }),
    dispose: () => {
      endTimes();
      end();
    },
  };
});

/** Makes the model of recommending and starts it. Dispose it when the widget goes. */
export function createReferralModel(options: ReferralOptions): ReferralModel {
  return new Model(options);
}
