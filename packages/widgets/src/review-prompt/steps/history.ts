import { effect } from '@preact/signals';
import type { Guard } from '../../kit/guard.ts';
import type { ReviewPromptModel } from '../options.ts';
import { stepNames } from '../state.ts';

const mark = 'postludeReviewStep';

/**
 * Lets the browser's own Back go one step back. Each step forward makes an entry of the history with the page's own address and
 * state, plus a mark of ours; what a router of the page keeps in the state stays. Returns what ends it.
 */
export function followHistory(model: ReviewPromptModel, guard: Guard): () => void {
  /** 0 for the stars, then the steps. */
  const depthOf = (): number | null => {
    const now = model.state.value;
    if (now.kind !== 'ready' || now.editing) return null;
    if (now.screen === 'overview') return 0;
    return now.screen === 'write' ? stepNames.indexOf(now.step) + 1 : null;
  };
  let depth: number | null = null;
  const popped = guard((event: PopStateEvent): void => {
    const to = (event.state as Record<string, unknown> | null)?.[mark];
    const wanted = typeof to === 'number' ? to : 0;
    const now = depthOf();
    if (now === null || wanted >= now) return;
    depth = wanted;
    const step = stepNames[wanted - 1];
    if (step) model.goTo(step);
    else model.toOverview();
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
