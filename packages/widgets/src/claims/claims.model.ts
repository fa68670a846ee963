import type { ClaimOptions } from '@postlude/contract';
import { signal } from '@preact/signals';
import { prepareFile } from '../files/prepare-file.ts';
import { createGuard } from '../kit/guard.ts';
import type { ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import { createPhotoQueue } from '../returns/photos/photo-queue.ts';
import { preparePhoto } from '../returns/photos/prepare-photo.ts';
import { emptyChoice, fitting } from './choice.ts';
import { createClaimPart } from './claim.model.ts';
import type { ClaimsContext } from './context.ts';
import { browserClaimDrafts } from './drafts.ts';
import { createFilingPart } from './filing.model.ts';
import type { ClaimsModel } from './options.ts';
import type { ClaimsOptions } from './seam.ts';
import type { ClaimsNews, ClaimsState, FilingState } from './state.ts';

/** Makes the model of one item's claims, and begins: with what can be done, with a draft, or with a claim. */
export function createClaims(options: ClaimsOptions): ClaimsModel {
  const { source, access, item, world, report } = options;
  const guard = createGuard(report);
  const state = signal<ClaimsState>(options.restore?.state ?? { kind: 'loading' });
  const news = signal<ClaimsNews | null>(null);
  const drafts =
    options.drafts === undefined
      ? browserClaimDrafts(() => globalThis.localStorage, world.now)
      : options.drafts;
  const requests = createRequests(() => schedule(), guard(report));
  let isChanged = false;
  let isOver = false;
  let cancelTimer = (): void => {};

  const queue = createPhotoQueue({
    prepare: prepareFile(options.preparePhoto ?? preparePhoto),
    send: (file, how) =>
      access.use(
        (session, inner) =>
          source.upload(session, file, {
            ...how,
            signal: inner,
            purpose: state.peek().kind === 'claim' ? 'message' : 'claim',
          }),
        how.signal,
      ),
    change: (id, facts) => void (filing.changeFile(id, facts) || claim.changeFile(id, facts)),
    sessionEnded: options.sessionEnded,
  });
  const context: ClaimsContext = {
    source,
    access,
    item,
    world,
    drafts,
    queue,
    state,
    say(one) {
      news.value = one;
    },
    emit: guard(options.onEvent),
    tellError: ({ code, requestId }) => context.emit({ type: 'error', code, requestId }),
    unexpected: report,
    filing: () => {
      const now = state.peek();
      return now.kind === 'filing' ? now : null;
    },
    claim: () => {
      const now = state.peek();
      return now.kind === 'claim' ? now : null;
    },
    sessionEnded: guard(options.sessionEnded),
    reload,
    showClaim(of, facts = {}) {
      claim.shown(of);
      state.value = {
        kind: 'claim',
        claim: of,
        fresh: false,
        asOf: new Date(world.now()).toISOString(),
        stale: false,
        offline: !world.isOnline(),
        refreshing: false,
        doing: null,
        trouble: null,
        files: [],
        ...facts,
      };
      schedule();
    },
    changed() {
      isChanged = true;
    },
    leave() {
      filing.flush();
      guard(options.leave)(isChanged);
    },
    settled: () => schedule(),
  };
  const filing = createFilingPart(context);
  const claim = createClaimPart(context);

  const begun = (fresh: ClaimOptions): FilingState => ({
    kind: 'filing',
    options: fresh,
    step: 'doors',
    choice: fitting(fresh, emptyChoice(countryOf(fresh))),
    solved: false,
    files: [],
    mistakes: {},
    phase: 'idle',
    trouble: null,
    offline: !world.isOnline(),
  });

  function read(answered: (fresh: ClaimOptions) => void, failed: (problem: ReceivedProblem) => void): void {
    requests.ask(
      (inner) => access.use((session, own) => source.options(session, item.id, own), inner),
      answered,
      (problem) => {
        failed(problem);
        if (problem.code === 'session_invalid') context.sessionEnded();
        else context.tellError(problem);
      },
    );
  }

  function fail({ fields: _, ...problem }: ReceivedProblem): void {
    state.value = { kind: 'failed', problem };
    context.say({ code: 'failed' });
  }

  function begin(): void {
    state.value = { kind: 'loading' };
    read((fresh) => {
      state.value = filing.begin(begun(fresh));
      context.say({ code: 'step' });
      filing.resume();
    }, fail);
  }

  function openFirst(claimId: string): void {
    state.value = { kind: 'loading' };
    claim.open(claimId, (problem) => {
      fail(problem);
      if (problem.code === 'session_invalid') context.sessionEnded();
      else context.tellError(problem);
    });
  }

  function reload(after: (fresh: FilingState) => FilingState = (same) => same): void {
    const was = context.filing();
    read(
      (fresh) => {
        const now = context.filing() ?? was;
        const next = begun(fresh);
        state.value = after(
          now ? { ...next, step: now.step, choice: fitting(fresh, now.choice), files: now.files } : next,
        );
        if (!now) context.say({ code: 'step' });
      },
      (problem) => {
        const now = context.filing();
        const { fields: _, ...trouble } = problem;
        if (now) state.value = { ...now, phase: 'failed', trouble };
        else fail(problem);
      },
    );
  }

  function refresh(): void {
    const now = state.peek();
    if (now.kind === 'claim') claim.refresh();
    else if (now.kind === 'filing') {
      if (now.phase === 'failed' && now.trouble?.code === 'session_invalid') filing.resume();
      else if (now.phase !== 'sending')
        reload((fresh) => {
          const { solved, mistakes } = context.filing() ?? now;
          return { ...fresh, solved, mistakes };
        });
    } else if (openedClaim()) openFirst(openedClaim() ?? '');
    else begin();
  }

  const openedClaim = (): string | null => options.restore?.claimId ?? options.claimId ?? null;

  function schedule(): void {
    cancelTimer();
    if (isOver) return;
    const due = claim.dueAt();
    if (!Number.isFinite(due)) return;
    cancelTimer = world.after(Math.max(0, due - world.now()), tick);
  }

  const tick = guard(() => {
    if (claim.dueAt() <= world.now()) claim.refresh();
    else schedule();
  });

  const unlisten = world.onChange(
    guard(() => {
      const now = state.peek();
      const offline = !world.isOnline();
      if ('offline' in now && now.offline !== offline) {
        state.value = { ...now, offline };
        context.say({ code: offline ? 'offline' : 'online' });
        if (!offline) filing.online();
      }
      if (!world.isVisible()) filing.flush();
      schedule();
    }),
  );
  // Each answer may have set another time.
  const unwatch = state.subscribe(() => schedule());

  const first = state.peek();
  if (first.kind === 'claim') {
    claim.shown(first.claim);
    state.value = { ...first, doing: null, refreshing: false };
    schedule();
  } else if (first.kind === 'filing') state.value = settled(first);
  else refresh();

  return {
    ...filing.actions,
    ...claim.actions,
    state,
    news,
    item,
    now: world.now,
    retryFile(id) {
      const now = state.peek();
      const file = 'files' in now ? now.files.find((one) => one.id === id) : undefined;
      if (file?.state === 'failed') queue.retry(file);
    },
    removeFile(id) {
      queue.drop(id);
      if (!filing.removeFile(id)) claim.removeFile(id);
    },
    leave: context.leave,
    refresh,
    snapshot: () => {
      const now = state.peek();
      return { itemId: item.id, state: now, claimId: now.kind === 'claim' ? now.claim.id : openedClaim() };
    },
    dispose() {
      isOver = true;
      unlisten();
      unwatch();
      cancelTimer();
      filing.stop();
      claim.stop();
      queue.stop();
      requests.stop();
    },
  };
}

/** The country a typed address begins with: that of the law behind the item, or where the store's language is at home. */
function countryOf({ covers, store }: ClaimOptions): string {
  const known = covers.find(({ country }) => country)?.country;
  if (known) return known;
  try {
    return new Intl.Locale(store.locale).maximize().region ?? '';
  } catch {
    return '';
  }
}

/** A choice as it was left: nothing of it is under way any more. */
function settled(now: FilingState): FilingState {
  const files = now.files.map((file) =>
    file.state === 'preparing' || file.state === 'sending'
      ? { ...file, state: 'failed' as const, problem: 'unreachable' }
      : file,
  );
  return { ...now, files, phase: now.phase === 'sending' ? 'failed' : now.phase };
}
