import type { ReturnOptions } from '@postlude/contract';
import { openRoutes } from './selection.ts';
import type { ChoosingState } from './state.ts';

/** What a choice takes from the model around it. */
export type Around = Pick<ChoosingState, 'foundBy' | 'offline'>;

/** Nothing chosen yet, on the first way that is open. */
export const emptyChoice = (options: ReturnOptions, around: Around): ChoosingState => ({
  kind: 'choosing',
  options,
  step: 'items',
  route: [...openRoutes(options).keys()][0] ?? 'return',
  problem: null,
  items: [],
  method: null,
  quoted: { quote: null, asking: false, problem: null },
  mistakes: {},
  phase: 'idle',
  trouble: null,
  changing: null,
  ...around,
});
