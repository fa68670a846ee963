import type { Context } from './context.ts';
import type { ItemAction, ReadyState } from './state.ts';

/** What is done to items, and what becomes of it. */
export interface Doing<Answer> {
  readonly action: ItemAction;
  readonly ids: readonly string[];
  readonly work: (signal: AbortSignal) => Promise<Answer>;
  readonly done: (answer: Answer, state: ReadyState) => void;
  /** Given what it was refused with, before that is told; true when it was told another way. */
  readonly refused?: (error: unknown) => boolean;
}

/** Does something to items, one thing at a time, and shows what became of it. */
export function act<Answer>(context: Context, doing: Doing<Answer>): void {
  const { action, ids, work, done, refused } = doing;
  if (!context.ready() || context.ready()?.doing) return;
  context.set({ doing: { action, ids }, trouble: null });
  let reason: unknown;
  const noted = async (signal: AbortSignal): Promise<Answer> => {
    try {
      return await work(signal);
    } catch (error) {
      reason = error;
      throw error;
    }
  };
  context.requests.ask(
    noted,
    (answer) => {
      context.set({ doing: null });
      const then = context.ready();
      if (then) done(answer, then);
    },
    ({ fields: _, ...problem }) => {
      context.set({ doing: null });
      if (problem.code === 'session_invalid') return context.sessionEnded();
      context.tellError(problem);
      if (refused?.(reason)) return;
      context.set({ trouble: { action, ids, problem } });
      context.say('trouble');
    },
  );
}
