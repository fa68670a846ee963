import type { VNode } from 'preact';
import { Quantity } from '../../kit/quantity.tsx';
import type { Ui } from '../ui.ts';

/** How many of a thing go back. */
export interface UnitsProps {
  readonly ui: Ui;
  readonly title: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** How many of a thing go back, of how many. */
export function Units({ ui, title, value, most, onChange }: UnitsProps): VNode {
  return (
    <>
      <Quantity
        guard={ui.guard}
        label={ui.say('quantity.of', { title })}
        value={value}
        min={1}
        max={most}
        less={ui.say('quantity.less', { title })}
        more={ui.say('quantity.more', { title })}
        onChange={onChange}
        announce={(n) => {
          ui.said.value = { text: ui.say('quantity.chosen', { n, most }) };
        }}
      />
      <span class="quiet">{ui.say('quantity.most', { n: most })}</span>
    </>
  );
}
