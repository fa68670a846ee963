import { batch } from '@preact/signals';
import { createLatest } from '../kit/latest.ts';
import { problemOf, type ReceivedProblem } from './problem.ts';

/** The requests of one model, one at a time. */
export interface Requests {
  readonly busy: boolean;
  /** Starts `work` in place of what was under way. What it answers or fails with changes all signals at once. */
  ask<Answer>(
    work: (signal: AbortSignal) => Promise<Answer>,
    answered: (answer: Answer) => void,
    failed: (problem: ReceivedProblem) => void,
  ): void;
  /** Aborts what is under way. */
  stop(): void;
}

/**
 * Makes the `Requests` of one model.
 * @param settled called after each answer and each failure
 * @param unexpected told errors nobody foresaw
 */
export function createRequests(settled: () => void, unexpected: (error: unknown) => void): Requests {
  const latest = createLatest(settled);
  return {
    get busy() {
      return latest.busy;
    },
    ask(work, answered, failed) {
      const refused = (error: unknown): void => {
        const problem = problemOf(error);
        if (problem.code === 'unexpected') unexpected(error);
        batch(() => failed(problem));
      };
      latest.run(
        work,
        (answer) => {
          try {
            batch(() => answered(answer));
          } catch (error) {
            // What came is not an order, whatever its status said.
            refused(error);
          }
        },
        refused,
      );
    },
    stop: latest.stop,
  };
}
