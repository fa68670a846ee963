import type { DeliveryProblem } from '@postlude/contract';
import type { VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { decisionOf } from '../selection.ts';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';

const problems = ['damaged', 'wrong', 'missing', 'lost'] as const satisfies readonly DeliveryProblem[];

/** What went wrong with the delivery; only what may be told by now. */
export function ProblemChoice({ ui, state }: { readonly ui: Ui; readonly state: ChoosingState }): VNode {
  const told = new Set(
    state.options.items.flatMap((item) => decisionOf(item, 'delivery_problem')?.problems ?? []),
  );
  return (
    <Choice
      guard={ui.guard}
      legend={ui.say('problem_choice')}
      hideLegend
      error={state.mistakes.problem && ui.say('mistake.problem.missing')}
      options={problems
        .filter((problem) => told.has(problem))
        .map((value) => ({
          value,
          label: ui.say(`delivery.${value}`),
          about: ui.say(`delivery.${value}.about`),
        }))}
      value={state.problem}
      onChoose={(problem) => ui.model.setRoute('delivery_problem', problem)}
    />
  );
}
