import type { ItemRights, ReturnRoute } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { itemKey, openRoutes, openUnits } from '../selection.ts';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { ClosedItem } from './closed-item.tsx';
import { ItemCard } from './item-card.tsx';
import { ProblemChoice } from './problem-choice.tsx';
import { ReturnList } from './return-list.tsx';
import { StepFrame } from './step-frame.tsx';
import { Withdrawal } from './withdrawal.tsx';

interface ItemsStepProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly withdrawalUrl: string | undefined;
}

/** What goes back: the things of the order as cards, those that cannot go with the reason why, and the other ways there are. */
export function ItemsStep({ ui, state, withdrawalUrl }: ItemsStepProps): VNode {
  const { options, route, items, changing } = state;
  const open = options.items.filter((item) => openUnits(item, state) > 0);
  const routes = openRoutes(options);
  // Of a delivery that arrived well there is nothing to explain.
  const closed = route === 'delivery_problem' ? [] : options.items.filter((item) => !open.includes(item));
  const units = items.reduce((sum, { quantity }) => sum + quantity, 0);
  const isEnd = open.length === 0;
  return (
    <StepFrame
      ui={ui}
      state={state}
      about={isEnd ? ui.say('empty.about') : (options.message ?? undefined)}
      next={units > 0 ? ui.say('next.units', { n: units }) : ui.say('next')}
      end={isEnd ? ui.say('empty') : undefined}
      after={
        <>
          {closed.length > 0 ? <Closed ui={ui} state={state} items={closed} hasOpen={!isEnd} /> : null}
          {changing ? null : <OtherWays ui={ui} state={state} routes={routes} />}
          <Withdrawal ui={ui} options={options} url={withdrawalUrl} />
          {options.policyWords.length > 0 ? (
            <Disclosure guard={ui.guard} label={ui.say('policy', { store: options.store.name })}>
              {() => (
                <ul class="rules">
                  {options.policyWords.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              )}
            </Disclosure>
          ) : null}
        </>
      }
    >
      {changing ? null : <ReturnList ui={ui} returns={options.returns} />}
      {route === 'delivery_problem' ? <ProblemChoice ui={ui} state={state} /> : null}
      {open.length > 0 && (route !== 'delivery_problem' || state.problem) ? (
        <ul class="things" part="items">
          {open.map((item) => (
            <ItemCard key={itemKey(item)} ui={ui} state={state} item={item} />
          ))}
        </ul>
      ) : null}
    </StepFrame>
  );
}

interface ClosedProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly items: readonly ItemRights[];
  readonly hasOpen: boolean;
}

function Closed({ ui, state, items, hasOpen }: ClosedProps): VNode {
  return (
    <section class="section" part="closed">
      {hasOpen ? <h3 class="section-title">{ui.say('closed')}</h3> : null}
      <ul class="things">
        {items.map((item) => (
          <ClosedItem key={itemKey(item)} ui={ui} state={state} item={item} />
        ))}
      </ul>
    </section>
  );
}

interface OtherWaysProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly routes: ReadonlyMap<ReturnRoute, number>;
}

/** The ways beside the one on screen. */
function OtherWays({ ui, state, routes }: OtherWaysProps): VNode | null {
  const others = [...routes.keys()].filter((route) => route !== state.route);
  if (others.length === 0) return null;
  return (
    <div class="ways" part="other-ways">
      {others.map((route) => (
        <Button key={route} guard={ui.guard} kind="plain" onPress={() => ui.model.setRoute(route)}>
          {ui.say(`way.${route}`)}
        </Button>
      ))}
    </div>
  );
}
