const said = new Set<string>();

/** One line in the console, once: what the page's owner should know. Never an error that a page's monitoring collects. */
export function complain(what: unknown): void {
  const text = `[postlude] ${what}`;
  if (!said.has(text)) console.warn(text);
  said.add(text);
}

/** The same function, whose exceptions stay with us instead of reaching the page's error handlers. */
export function guarded<Arguments extends unknown[]>(
  task: (...values: Arguments) => void,
): (...values: Arguments) => void {
  return (...values) => {
    try {
      task(...values);
    } catch (error) {
      complain(error);
    }
  };
}
