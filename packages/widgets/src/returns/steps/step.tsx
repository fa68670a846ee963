import type { VNode } from 'preact';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { Check } from './check.tsx';
import { Method } from './method.tsx';
import { Reasons } from './reasons.tsx';
import { Resolutions } from './resolutions.tsx';

/** The step that is on, of those after the first. */
export function Step({ ui, state }: { readonly ui: Ui; readonly state: ChoosingState }): VNode | null {
  switch (state.step) {
    case 'reasons':
      return <Reasons ui={ui} state={state} />;
    case 'resolutions':
      return <Resolutions ui={ui} state={state} />;
    case 'method':
      return <Method ui={ui} state={state} />;
    case 'check':
      return <Check ui={ui} state={state} />;
    default:
      return null;
  }
}
