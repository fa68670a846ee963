import type { VNode } from 'preact';
import type { FilingState } from '../state.ts';
import type { ClaimsUi } from '../ui.ts';
import { AddressStep } from './address.tsx';
import { Check } from './check.tsx';
import { Details } from './details.tsx';
import { Doors } from './doors.tsx';
import { Help, Solved } from './help.tsx';
import { Solution } from './solution.tsx';
import { SymptomStep } from './symptom.tsx';

interface StepProps {
  readonly ui: ClaimsUi;
  readonly state: FilingState;
}

/** The step on screen. Keyed by its name: what one step holds by itself is not the next one's. */
export function Step({ ui, state }: StepProps): VNode {
  if (state.solved) return <Solved ui={ui} state={state} />;
  switch (state.step) {
    case 'doors':
      return <Doors key="doors" ui={ui} state={state} />;
    case 'symptom':
      return <SymptomStep key="symptom" ui={ui} state={state} />;
    case 'help':
      return <Help key="help" ui={ui} state={state} />;
    case 'details':
      return <Details key="details" ui={ui} state={state} />;
    case 'solution':
      return <Solution key="solution" ui={ui} state={state} />;
    case 'address':
      return <AddressStep key="address" ui={ui} state={state} />;
    case 'check':
      return <Check key="check" ui={ui} state={state} />;
  }
}
