import type { Resolution, ResolutionQuote } from '@postlude/contract';
import type { VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { closedText } from '../beside/closed-wording.ts';
import { StepFrame } from '../parts/step-frame.tsx';
import { itemKey, rightsOf } from '../selection.ts';
import type { ChoosingState, ChosenItem } from '../state.ts';
import type { Ui } from '../ui.ts';
import { NoSums } from './no-sums.tsx';
import { Sum } from './sum.tsx';
import { Thing } from './thing.tsx';
import { Variants } from './variants.tsx';

/** What the shopper gets for each thing, with the sums side by side. */
export function Resolutions({ ui, state }: { readonly ui: Ui; readonly state: ChoosingState }): VNode {
  const { quote } = state.quoted;
  const isThere = quote && (state.quoted.asking || !state.quoted.problem);
  return (
    <StepFrame
      ui={ui}
      state={state}
      next={ui.say('next')}
      about={state.options.isGift ? ui.say('gift.about') : undefined}
      busy={!quote}
    >
      {isThere ? (
        state.items.map((item) => <OfItem key={itemKey(item)} ui={ui} state={state} item={item} />)
      ) : (
        <NoSums ui={ui} state={state} />
      )}
    </StepFrame>
  );
}

interface OfItemProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly item: ChosenItem;
}

function OfItem({ ui, state, item }: OfItemProps): VNode | null {
  const key = itemKey(item);
  const rights = rightsOf(state.options, item);
  const { quote, asking } = state.quoted;
  const offers = quote?.items.find((other) => itemKey(other) === key)?.resolutions ?? [];
  if (!rights) return null;
  const missing = state.mistakes[`${key}.resolution`] && ui.say('mistake.resolution.missing');
  return (
    <section class="about-thing" part="resolution">
      <Thing ui={ui} item={rights} quantity={item.quantity} isHeading />
      <Choice
        guard={ui.guard}
        legend={ui.say('resolution.of', { title: rights.title })}
        hideLegend
        error={missing}
        options={offers.map((offer) => ({
          value: offer.resolution,
          label: labelOf(ui, offer.resolution, state),
          about: aboutOf(ui, offer),
          aside: offer.value ? <Sum text={ui.format.money(offer.value)} asking={asking} /> : undefined,
          closed: offer.state === 'closed',
          more:
            offer.resolution === 'exchange' && offer.state === 'open' ? (
              <Variants ui={ui} state={state} item={item} offer={offer} />
            ) : undefined,
        }))}
        value={item.resolution}
        onChoose={(resolution) => ui.model.setResolution(key, resolution)}
      />
    </section>
  );
}

const labelOf = (ui: Ui, resolution: Resolution, { route }: ChoosingState): string =>
  ui.known(`resolution.${resolution}.${route}`) ?? ui.known(`resolution.${resolution}`) ?? resolution;

function aboutOf(ui: Ui, offer: ResolutionQuote): string {
  const { resolution, state, because, bonus } = offer;
  if (state === 'closed')
    return because === 'not_offered'
      ? ui.say('resolution.closed')
      : closedText(ui, { because, opensOn: null, sum: null } as never).join(' ');
  if (bonus && bonus.amount > 0) return ui.say('resolution.bonus', { bonus: ui.format.money(bonus) });
  return ui.known(`resolution.${resolution}.about`) ?? '';
}
