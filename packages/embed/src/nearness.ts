import { guarded } from './guard.ts';

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls `task` once when the element comes near the viewport; at once where the browser cannot tell. */
export function whenNear(element: Element, task: () => void): void {
  if (typeof IntersectionObserver !== 'function') return task();
  if (!observer) {
    observer = new IntersectionObserver(
      guarded((entries: IntersectionObserverEntry[]) => {
        entries.forEach((entry) => {
          const due = entry.isIntersecting && waiting.get(entry.target);
          if (!due) return;
          stopWaiting(entry.target);
          due();
        });
      }),
      { rootMargin: '400px' },
    );
  }
  waiting.set(element, task);
  observer.observe(element);
}

/** Forgets what `whenNear` was to do. */
export function stopWaiting(element: Element): void {
  waiting.delete(element);
  if (observer) observer.unobserve(element);
}
