import type { VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import type { FilingState } from '../state.ts';
import type { ClaimsUi } from '../ui.ts';
import { ClaimFrame } from './claim-frame.tsx';

/** What is wrong, from the store's list for this product. */
export function SymptomStep({ ui, state }: { readonly ui: ClaimsUi; readonly state: FilingState }): VNode {
  const { options, choice, mistakes } = state;
  return (
    <ClaimFrame ui={ui} state={state} next={ui.say('next')}>
      <Choice
        guard={ui.guard}
        legend={ui.say('symptom.title')}
        hideLegend
        error={mistakes.symptom && ui.say('mistake.symptom.missing')}
        options={options.symptoms.map(({ id, label }) => ({ value: id, label: <bdi>{label}</bdi> }))}
        value={choice.symptom}
        onChoose={ui.model.setSymptom}
      />
    </ClaimFrame>
  );
}
