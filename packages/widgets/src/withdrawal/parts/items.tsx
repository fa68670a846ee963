import type { VNode } from 'preact';
import { Checkbox } from '../../kit/checkbox.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { OfferedItem } from '../state.ts';
import type { Ui } from '../ui.ts';

interface ItemsProps {
  readonly ui: Ui;
  readonly items: readonly OfferedItem[];
  readonly chosen: readonly string[];
}

/** The items of the order, to be ticked in place of described. */
export function Items({ ui, items, chosen }: ItemsProps): VNode {
  const id = useUniqueId();
  return (
    <fieldset class="choice" part="choice" aria-describedby={id}>
      <legend part="label">{ui.say('items')}</legend>
      <p id={id} class="hint">
        {ui.say('items.pick.hint')}
      </p>
      {items.map((item) => (
        <Checkbox
          key={item.id}
          guard={ui.guard}
          name={item.id}
          label={
            <bdi>
              {item.quantity > 1 ? ui.say('items.some', { n: item.quantity, title: item.title }) : item.title}
            </bdi>
          }
          hint={item.variant ? <bdi>{item.variant}</bdi> : undefined}
          checked={chosen.includes(item.id)}
          onChange={(isChosen) => ui.model.choose(item.id, isChosen)}
        />
      ))}
    </fieldset>
  );
}
