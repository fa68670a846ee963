import type { ReturnOptions } from '@postlude/contract';
import type { ReceivedProblem } from '../order-session/problem.ts';
import type { Requests } from '../order-session/requests.ts';
import { emptyChoice, firstChoice, fittingChoice } from './choice.ts';
import type { Context } from './context.ts';
import { openUnits } from './selection.ts';
import type { ChoosingState } from './state.ts';

/** Reads what can be done with an order. */
export interface Reading {
  /** For the first time: goes on with a draft, or begins. */
  load(): void;
  /** Again: what is chosen stays as far as it fits. */
  reload(after?: (choosing: ChoosingState) => ChoosingState): void;
  /** The options of this order were told already. */
  known(orderId: string): void;
}

/** What reading needs beside the context. */
export interface ReadingOptions {
  readonly ask: Requests['ask'];
  readonly around: () => Pick<ChoosingState, 'foundBy' | 'offline'>;
  /** A choice is on screen for the first time. */
  readonly begun: () => void;
  /** A choice is on screen again. */
  readonly again: () => void;
}

/** Makes the part of the model that reads what can be done. */
export function createReading(context: Context, { ask, around, begun, again }: ReadingOptions): Reading {
  const { access, source, state, drafts, opening } = context;
  let told: string | null = null;

  const read = (answered: (fresh: ReturnOptions) => void, failed: (problem: ReceivedProblem) => void): void =>
    ask(
      (signal) => access.use((session, inner) => source.options(session, inner), signal),
      answered,
      (problem) => {
        if (problem.code === 'session_invalid') return context.sessionEnded();
        context.tellError(problem);
        failed(problem);
      },
    );

  function choose(next: ChoosingState): void {
    state.value = next;
    const { orderId, items } = next.options;
    if (told !== orderId) {
      told = orderId;
      const open = items.filter((item) => openUnits(item, next) > 0).length;
      context.emit({ type: 'returns-shown', orderId, open });
    }
    context.say({ code: next.trouble ? 'trouble' : 'step' });
  }

  return {
    load() {
      if (state.peek().kind !== 'loading') state.value = { kind: 'loading' };
      read((fresh) => {
        choose(firstChoice(fresh, drafts.read(fresh.orderId)?.draft ?? fresh.draft, around()));
        begun();
      }, opening.fail);
    },
    reload(after = (same) => same) {
      const was = context.choosing();
      read(
        (fresh) => {
          const now = context.choosing() ?? was;
          choose(after(now ? fittingChoice(now, fresh, around()) : emptyChoice(fresh, around())));
          again();
        },
        (problem) => {
          const now = context.choosing();
          if (now) state.value = { ...now, phase: 'failed', trouble: problem };
          else opening.fail(problem);
        },
      );
    },
    known(orderId) {
      told = orderId;
    },
  };
}
