/** Runs one piece of work at a time. */
export interface Latest {
  readonly busy: boolean;
  /**
   * Starts `work`, aborting what was under way. Exactly one of `done` and `failed` is called when it settles, and neither
   * when it was replaced or stopped meanwhile.
   */
  run<Answer>(
    work: (signal: AbortSignal) => Promise<Answer>,
    done: (answer: Answer) => void,
    failed: (error: unknown) => void,
  ): void;
  /** Aborts what is under way. */
  stop(): void;
}

/** Makes a `Latest`. `settled` is called after each `done` or `failed`. */
export function createLatest(settled: () => void): Latest {
  let current: AbortController | null = null;

  async function run<Answer>(
    work: (signal: AbortSignal) => Promise<Answer>,
    done: (answer: Answer) => void,
    failed: (error: unknown) => void,
  ): Promise<void> {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    let settle: () => void;
    try {
      const answer = await work(mine.signal);
      settle = () => done(answer);
    } catch (error) {
      settle = () => failed(error);
    }
    if (current !== mine) return;
    current = null;
    settle();
    settled();
  }

  return {
    get busy() {
      return current !== null;
    },
    run: (work, done, failed) => void run(work, done, failed),
    stop() {
      current?.abort();
      current = null;
    },
  };
}
