import type { Context } from './context.ts';
import { itemKey } from './selection.ts';
import type { ChoosingState, ChosenItem, Mistakes } from './state.ts';

/** Whether a change may bring other sums. */
interface About {
  readonly sums: boolean;
}

/** Changes what is chosen. */
export interface Change {
  /** Null changes nothing. */
  all(make: (now: ChoosingState) => ChoosingState | null, about?: About): void;
  item(key: string, make: (item: ChosenItem) => ChosenItem, about?: About): void;
}

/**
 * Makes the way in which a part of the model changes the choice: not while it is being filed, and what is put right is no
 * longer complained about.
 * @param mistakesOf what the step on screen still needs
 */
export function createChange(context: Context, mistakesOf: (state: ChoosingState) => Mistakes): Change {
  function all(make: (now: ChoosingState) => ChoosingState | null, { sums }: About = { sums: true }): void {
    const now = context.choosing();
    const next = now && now.phase !== 'filing' ? make(now) : null;
    if (!now || !next) return;
    const left = mistakesOf(next);
    // Nothing new is complained about before the next try.
    const mistakes = Object.fromEntries(Object.entries(now.mistakes).filter(([name]) => name in left));
    context.state.value = { ...next, mistakes, phase: 'idle', trouble: null };
    context.later((later) => later.changed(sums));
  }
  return {
    all,
    item: (key, make, about) =>
      all(
        (now) => ({ ...now, items: now.items.map((item) => (itemKey(item) === key ? make(item) : item)) }),
        about,
      ),
  };
}
