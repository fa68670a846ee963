import { effect } from '@preact/signals';
import type { Guard } from '../../kit/guard.ts';
import type { ReturnsModel } from '../options.ts';
import { stepNames } from '../state.ts';

const mark = 'postludeStep';

/**
 * Lets the browser's Back go one step back. Each step forward makes an entry of the history with the page's own address and
 * state, plus a mark of ours; what a router of the page keeps in the state stays. Returns what ends it.
 */
export function followHistory(model: ReturnsModel, guard: Guard): () => void {
  const depthOf = (): number | null => {
    const now = model.state.value;
    return now.kind === 'choosing' ? stepNames.indexOf(now.step) : null;
  };
  let depth: number | null = null;
  const popped = guard((event: PopStateEvent): void => {
    const to = (event.state as Record<string, unknown> | null)?.[mark];
    const wanted = typeof to === 'number' ? to : 0;
    const now = depthOf();
    if (now === null || wanted >= now) return;
    depth = wanted;
    const step = stepNames[wanted];
    if (step) model.goTo(step);
  });
  window.addEventListener('popstate', popped);
  const stop = effect(() => {
    const now = depthOf();
    if (depth !== null && now !== null && now > depth)
      history.pushState({ ...(history.state as object | null), [mark]: now }, '');
    depth = now;
  });
  return () => {
    window.removeEventListener('popstate', popped);
    stop();
  };
}
