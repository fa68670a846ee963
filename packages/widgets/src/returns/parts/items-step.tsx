import type { ReturnOptions } from '@postlude/contract';
import type { VNode } from 'preact';
import { Skeleton } from '../../kit/skeleton.tsx';
import type { LaterState } from '../later.ts';
import { itemKey, openRoutes, openUnits } from '../selection.ts';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { ItemCard } from './item-card.tsx';
import { StepFrame } from './step-frame.tsx';

interface ItemsStepProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly later: LaterState;
  readonly withdrawalUrl: string | undefined;
}

/** What goes back: the things of the order as cards, those that cannot go with the reason why, and the other ways there are. */
export function ItemsStep({ ui, state, later, withdrawalUrl }: ItemsStepProps): VNode {
  const { options, route, items, changing } = state;
  const open = options.items.filter((item) => openUnits(item, state) > 0);
  const steps = later.state === 'ready' ? later.steps : null;
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
        steps ? (
          <steps.Beside ui={ui} state={state} closed={closed} withdrawalUrl={withdrawalUrl} />
        ) : (
          <Skeleton bars={besideBars(options, closed.length)} />
        )
      }
    >
      {changing || options.returns.length === 0 ? null : steps ? (
        <steps.ReturnList ui={ui} returns={options.returns} />
      ) : (
        <Skeleton bars={['short', ...options.returns.map(() => 'thing')]} />
      )}
      {route !== 'delivery_problem' ? null : steps ? (
        <steps.Problem ui={ui} state={state} />
      ) : (
        <Skeleton bars={['thing', 'thing', 'thing']} />
      )}
      {open.length > 0 && (route !== 'delivery_problem' || state.problem) ? (
        <ul class="things" part="items">
          {open.map((item) => (
            <ItemCard key={itemKey(item)} ui={ui} state={state} item={item} Units={steps?.Units} />
          ))}
        </ul>
      ) : null}
    </StepFrame>
  );
}

/** As tall as what will stand below the items: things that cannot go back, the other ways, the right of withdrawal, the rules. */
function besideBars(options: ReturnOptions, closed: number): readonly string[] {
  return [
    ...Array.from({ length: closed }, () => 'thing'),
    ...[openRoutes(options).size > 1, options.withdrawal?.state === 'open', options.policyWords[0]].flatMap(
      (isThere) => (isThere ? ['row'] : []),
    ),
  ];
}
