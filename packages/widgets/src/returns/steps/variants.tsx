import type { ExchangeVariant, ResolutionQuote } from '@postlude/contract';
import type { VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { itemKey } from '../selection.ts';
import type { ChoosingState, ChosenItem } from '../state.ts';
import type { Ui } from '../ui.ts';

interface VariantsProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly item: ChosenItem;
  readonly offer: ResolutionQuote;
}

/** So few that it is worth saying. */
const few = 5;

/** What a thing can be exchanged for, with what is left of it and the difference in price. */
export function Variants({ ui, state, item, offer }: VariantsProps): VNode {
  const key = itemKey(item);
  return (
    <Choice
      guard={ui.guard}
      legend={ui.say('variant')}
      error={state.mistakes[`${key}.variant`] && ui.say('mistake.variant.missing')}
      options={offer.variants.map((variant) => ({
        value: variant.variantId,
        label: <bdi>{variant.title}</bdi>,
        about: stockOf(ui, variant, item.quantity),
        aside: differenceOf(ui, variant),
        closed: variant.stock !== null && variant.stock < item.quantity,
      }))}
      value={item.variantId}
      onChoose={(variantId) => ui.model.setResolution(key, 'exchange', variantId)}
    />
  );
}

function stockOf(ui: Ui, { stock, isSame }: ExchangeVariant, quantity: number): string {
  if (stock === 0) return ui.say('variant.none');
  if (stock !== null && stock < quantity) return ui.say('variant.too_few', { n: stock });
  if (stock !== null && stock <= few) return ui.say('variant.few', { n: stock });
  return isSame ? ui.say('variant.same') : '';
}

function differenceOf(ui: Ui, { difference }: ExchangeVariant): string | undefined {
  if (!difference) return undefined;
  const sum = ui.format.money({ ...difference, amount: Math.abs(difference.amount) });
  if (difference.amount === 0) return ui.say('variant.equal');
  return difference.amount > 0 ? ui.say('variant.dearer', { sum }) : ui.say('variant.cheaper', { sum });
}
