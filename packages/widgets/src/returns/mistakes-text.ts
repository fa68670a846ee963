import { itemKey, rightsOf } from './selection.ts';
import type { ChoosingState } from './state.ts';
import type { Ui } from './ui.ts';

/** What is missing, a sentence each; with several things, each names the one it is about. */
export function mistakesText(ui: Ui, state: ChoosingState): readonly string[] {
  return Object.entries(state.mistakes).map(([name, kind]) => {
    const field = name.slice(name.lastIndexOf('.') + 1);
    const item = state.items.find((one) => name.startsWith(`${itemKey(one)}.`));
    const title = item ? (rightsOf(state.options, item)?.title ?? '') : '';
    const own = item && state.items.length > 1 ? ui.known(`mistake.${field}.${kind}.of`, { title }) : null;
    return own ?? ui.known(`mistake.${field}.${kind}`) ?? '';
  });
}
