/**
 * Lets so many pieces of work run at once and the others wait for their turn, in the order they came. `null` instead of
 * a result means that too many wait already.
 */
export function takeTurns(atOnce: number, waiting: number) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return null;
      // Whoever ends hands its place on, so that nobody who comes later takes it.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
