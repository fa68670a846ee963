import type { ItemRights, ReturnRoute } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Picture } from '../../kit/picture.tsx';
import { decisionOf, itemKey } from '../selection.ts';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { closedDecision, closedText } from './closed-wording.ts';

interface ClosedItemProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly item: ItemRights;
}

/** A thing that cannot go back: the rule and the days that closed it, and what can be done instead. */
export function ClosedItem({ ui, state, item }: ClosedItemProps): VNode {
  const decision = closedDecision(item, state.route);
  const sentences = decision ? closedText(ui, decision) : [ui.say('closed.other')];
  const instead = (['cancel', 'delivery_problem'] as const).filter(
    (route) => route !== state.route && decisionOf(item, route)?.state === 'open',
  );
  const take = (route: ReturnRoute): void => {
    ui.model.setRoute(route);
    if (route === 'cancel') ui.model.choose(itemKey(item), 1);
  };
  return (
    <li class="item closed-item" part="item">
      <Picture address={item.imageUrl} guard={ui.guard} />
      <div class="words">
        <span class="name">
          <bdi>{item.title}</bdi>
        </span>
        {item.variant ? (
          <span class="quiet">
            <bdi>{item.variant}</bdi>
          </span>
        ) : null}
        <p class="why">
          {sentences.map((sentence) => (
            <span key={sentence}>{sentence} </span>
          ))}
        </p>
        {instead.map((route) => (
          <Button key={route} guard={ui.guard} kind="plain" onPress={() => take(route)}>
            {ui.say(`instead.${route}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
