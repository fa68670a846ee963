import type { Money } from '@postlude/contract';
import type { Ui } from '../ui.ts';

/** What a price of the shopper is called: a sum, or that it is free. */
export const price = (ui: Ui, sum: Money): string =>
  sum.amount === 0 ? ui.say('free') : ui.format.money(sum);
