import type { ItemRights } from '@postlude/contract';
import type { TargetedEvent, VNode } from 'preact';
import { Picture } from '../../kit/picture.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { LaterSteps } from '../later.ts';
import { decisionOf, itemKey, openUnits } from '../selection.ts';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';

interface ItemCardProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly item: ItemRights;
  /** Asks how many; undefined while its code is on the way. */
  readonly Units: LaterSteps['Units'] | undefined;
}

/** A thing that can go back: pressed anywhere it is chosen, and of several one says how many. */
export function ItemCard({ ui, state, item, Units }: ItemCardProps): VNode {
  const id = useUniqueId();
  const { title, variant, imageUrl } = item;
  const key = itemKey(item);
  const most = openUnits(item, state);
  const units = state.items.find((one) => itemKey(one) === key)?.quantity ?? 0;
  const facts = factsOf(ui, state, item);
  return (
    <li class="option" part="option item">
      <label class="pick thing-pick">
        <input
          type="checkbox"
          checked={units > 0}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-facts`}
          onChange={ui.guard((event: TargetedEvent<HTMLInputElement>) =>
            // Of several the usual wish is one; nothing is sent back by mistake.
            ui.model.choose(key, event.currentTarget.checked ? 1 : 0),
          )}
        />
        <Picture address={imageUrl} guard={ui.guard} />
        <span class="words">
          <span id={`${id}-title`} class="name">
            <bdi>{title}</bdi>
          </span>
          <span id={`${id}-facts`} class="words quiet">
            {variant ? (
              <span>
                <bdi>{variant}</bdi>
              </span>
            ) : null}
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        </span>
      </label>
      {units > 0 && most > 1 ? (
        <div class="pick-more">
          {Units ? (
            <Units
              ui={ui}
              title={title}
              value={units}
              most={most}
              onChange={(next) => ui.model.choose(key, next)}
            />
          ) : (
            <Skeleton bars={['thing']} />
          )}
        </div>
      ) : null}
    </li>
  );
}

/** What is worth knowing before choosing: by when, and what it brings or costs. */
function factsOf(ui: Ui, state: ChoosingState, item: ItemRights): readonly string[] {
  const { route } = state;
  const decision = decisionOf(item, route);
  const exchange = decisionOf(item, 'exchange');
  const onlyExchange = route === 'return' && decision?.state !== 'open' && exchange?.state === 'open';
  const { lastDay, cost } = (onlyExchange ? exchange : decision) ?? { lastDay: null, cost: null };
  return [
    onlyExchange ? ui.say('only_exchange') : '',
    lastDay ? ui.say('until', { date: ui.format.day(lastDay) }) : '',
    route === 'return' && cost && cost.amount > 0
      ? ui.say('cost_from', { price: ui.format.money(cost) })
      : '',
  ].filter(Boolean);
}
