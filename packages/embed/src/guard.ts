const said = new Set<string>();

/** One line in the console, once: what the page's owner should know. Never an error that a page's monitoring collects. */
export function complain(what: unknown): void {
  const text = `[postlude] ${what}`;
  if (said.has(text)) return;
  said.add(text);
  console.warn(text);
}

/** The same function, whose exceptions stay with us instead of reaching the page's error handlers. */
export function guarded<This, Arguments extends unknown[]>(
  task: (this: This, ...values: Arguments) => void,
): (this: This, ...values: Arguments) => void {
  return function (this: This, ...values: Arguments) {
    try {
      task.apply(this, values);
    } catch (error) {
      complain(error);
    }
  };
}
