/** Takes an error that nobody else will see. */
export type Reporter = (error: unknown) => void;

/** Wraps a callback so that nothing it throws, now or later, leaves it. */
export type Guard = <Arguments extends unknown[]>(
  callback: (...values: Arguments) => unknown,
) => (...values: Arguments) => void;

/**
 * The one wall between a widget and the page it is a guest on: every listener, timer and host callback goes through it.
 * What is thrown goes to `report` and never to `window.onerror`, where shops count their own errors.
 */
export function createGuard(report: Reporter | undefined): Guard {
  const caught = (error: unknown): void => {
    try {
      report?.(error);
    } catch {
      // A reporter that fails has nobody left to tell.
    }
  };
  return (callback) =>
    (...values) => {
      try {
        // A host's callback may be async without saying so.
        const result = callback(...values) as PromiseLike<unknown> | undefined;
        result?.then?.(undefined, caught);
      } catch (error) {
        caught(error);
      }
    };
}
