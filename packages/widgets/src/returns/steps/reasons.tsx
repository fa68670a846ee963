import type { VNode } from 'preact';
import { StepFrame } from '../parts/step-frame.tsx';
import { itemKey, rightsOf } from '../selection.ts';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { ReasonOfItem } from './reason-of-item.tsx';

/** Why each thing goes back; and, where the store asks, more about it and photos. */
export function Reasons({ ui, state }: { readonly ui: Ui; readonly state: ChoosingState }): VNode {
  return (
    <StepFrame ui={ui} state={state} next={ui.say('next')} about={ui.known(`reasons.about.${state.route}`)}>
      {state.items.map((item) => {
        const rights = rightsOf(state.options, item);
        return rights ? (
          <ReasonOfItem key={itemKey(item)} ui={ui} state={state} item={item} rights={rights} />
        ) : null;
      })}
    </StepFrame>
  );
}
