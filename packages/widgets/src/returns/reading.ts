import type { ReturnOptions } from '@postlude/contract';
import type { ReceivedProblem } from '../order-session/problem.ts';
import { emptyChoice } from './choice.ts';
import type { Context } from './context.ts';

/** Reads what can be done with the order; a session that has ended and cannot be opened again shows the form. */
export function readOptions(
  context: Context,
  answered: (fresh: ReturnOptions) => void,
  failed: (problem: ReceivedProblem) => void,
): void {
  const { access, source } = context;
  context.ask(
    (signal) => access.use((session, inner) => source.options(session, inner), signal),
    answered,
    (problem) => {
      if (problem.code === 'session_invalid') return context.sessionEnded();
      context.tellError(problem);
      failed(problem);
    },
  );
}

/** Shows what can be done, for the first time: goes on with a draft or a return, or begins. */
export function loadOptions(context: Context): void {
  const { state, store } = context;
  if (state.peek().kind !== 'loading') state.value = { kind: 'loading' };
  const begin = (fresh: ReturnOptions): void => context.choose(emptyChoice(fresh, context.around()));
  readOptions(
    context,
    (fresh) => {
      if (fresh.draft || isKept(store, fresh.orderId) || fresh.returns.length > 0)
        context.later(
          (later) => later.begin(fresh),
          () => begin(fresh),
        );
      else begin(fresh);
    },
    context.opening.fail,
  );
}

function isKept(store: Context['store'], orderId: string): boolean {
  try {
    return Boolean(store?.read(orderId));
  } catch {
    return false;
  }
}
