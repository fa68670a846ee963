/** How long something may have to wait for a page that is never idle, in milliseconds. */
const patience = 2000;

/** Runs `task` once when the page has nothing better to do; the returned function takes it back. */
export function whenIdle(task: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(task, patience / 10);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(task, { timeout: patience });
  return () => cancelIdleCallback(request);
}
