import type { ReturnOptions } from '@postlude/contract';
import { emptyChoice } from './choice.ts';
import { firstChoice, fittingChoice, revivedChoice } from './choice-again.ts';
import type { Context, LaterContext } from './context.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { createFiled } from './filed.model.ts';
import { createFiling } from './filing.model.ts';
import { justFiled } from './just-filed.ts';
import type { FiledActions } from './options.ts';
import { createPhotoQueue } from './photos/photo-queue.ts';
import { createQuotes } from './quotes.ts';
import { readOptions } from './reading.ts';
import type { ChoosingState, FiledState } from './state.ts';
import { createSteps, type StepActions } from './steps.model.ts';

/** The part of a returns model that its first screen does not need. */
export interface LaterModel {
  readonly actions: StepActions & FiledActions;
  /** The choice changed: keeps it, and asks for other sums. */
  changed(sums: boolean): void;
  /** Goes on with what was kept of an earlier visit, or shows what was filed at the end of it. */
  begin(fresh: ReturnOptions): void;
  /** Goes on with what was on screen: in another place of the page, or before another session was needed. */
  goOn(was: ChoosingState | FiledState, isFresh: boolean): void;
  refresh(): void;
  /** When a return is to be read again, in milliseconds since 1970; not a finite number when never. */
  dueAt(): number;
  online(): void;
  /** The page may go. */
  flush(): void;
  stop(): void;
}

/** Makes the `LaterModel` of one model. */
export type CreateLaterModel = (context: Context) => LaterModel;

/** See `CreateLaterModel`. */
export const createLaterModel: CreateLaterModel = (base) => {
  const { source, access, world, state } = base;
  const drafts = createDraftKeeper(base.store, source, access, world);
  const prepare =
    base.preparePhoto ??
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
    change: (id, facts) => void (steps.changePhoto(id, facts) || filed.changePhoto(id, facts)),
    sessionEnded: base.sessionEnded,
  });
  const context: LaterContext = {
    ...base,
    drafts,
    queue,
    reload,
    showFiled(of, facts = {}) {
      // First, because the timer is set with the state.
      filed.shown(of);
      state.value = {
        kind: 'filed',
        filed: of,
        fresh: false,
        ...base.around(),
        asOf: new Date(world.now()).toISOString(),
        stale: false,
        refreshing: false,
        doing: null,
        trouble: null,
        photos: [],
        ...facts,
      };
    },
  };
  const quotes = createQuotes(context);
  const filing = createFiling(context, quotes);
  const steps = createSteps(context, quotes, filing);
  const filed = createFiled(context);

  function reload(after: (choosing: ChoosingState) => ChoosingState = (same) => same): void {
    const was = context.choosing();
    readOptions(
      context,
      (fresh) => {
        const now = context.choosing() ?? was;
        const around = context.around();
        context.choose(after(now ? fittingChoice(now, fresh, around) : emptyChoice(fresh, around)));
        quotes.ask();
      },
      (problem) => {
        const now = context.choosing();
        if (now) state.value = { ...now, phase: 'failed', trouble: problem };
        else context.opening.fail(problem);
      },
    );
  }

  return {
    actions: { ...steps.actions, ...filed.actions },
    changed(sums) {
      const now = context.choosing();
      if (now) drafts.save(now);
      if (now && sums) quotes.ask();
    },
    begin(fresh) {
      const draft = drafts.read(fresh.orderId)?.draft ?? fresh.draft;
      const begin = (): void => {
        context.choose(firstChoice(fresh, draft, context.around()));
        steps.resume();
      };
      const filedId = draft ? undefined : justFiled(fresh, world.now());
      if (filedId) filed.show(filedId, begin);
      else begin();
    },
    goOn(was, isFresh) {
      if (was.kind === 'filed') {
        filed.shown(was.filed);
        state.value = { ...was, ...context.around(), doing: null, refreshing: false };
        if (isFresh) filed.refresh();
      } else {
        state.value = revivedChoice(was, context.around());
        if (isFresh) reload();
        else steps.resume();
      }
    },
    refresh: () => (context.choosing() ? reload() : filed.refresh()),
    dueAt: filed.dueAt,
    online: steps.online,
    flush: drafts.flush,
    stop() {
      drafts.stop();
      queue.stop();
      quotes.stop();
      filing.stop();
      filed.stop();
    },
  };
};
