import type { ProgressStep } from '@postlude/contract';
import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import type { Tone } from '../../kit/status.tsx';
import type { Words } from '../../order-session/words.ts';

const icons = { done: 'check', current: 'dot', problem: 'bang' } as const;

interface StepsProps {
  readonly ui: Words;
  /** Each with a text `step.<name>`. */
  readonly steps: readonly (Pick<ProgressStep, 'state' | 'at'> & { readonly step: string })[];
  /** Colours a step that something is wrong with. */
  readonly tone: Tone;
}

/** How far it is, as steps on a line. Each says its state in words; narrow cards show the words of the current one. */
export function Steps({ ui, steps, tone }: StepsProps): VNode {
  return (
    <ol class={`steps ${tone}`} part="steps">
      {steps.map(({ step, state, at }) => {
        const label = ui.known(`step.${step}`) ?? step;
        const here = state === 'current' || state === 'problem';
        return (
          <li key={step} class={`step at-${state}`} part="step" aria-current={here ? 'step' : undefined}>
            <span class="mark">
              <span class="knob">{state === 'upcoming' ? null : <Icon name={icons[state] ?? 'dot'} />}</span>
            </span>
            <span class="what">
              <span class="unseen">{ui.known(`step_state.${state}`, { step: label }) ?? label}</span>
              <span aria-hidden="true">{label}</span>
              {at ? (
                <time class="quiet" dateTime={at}>
                  {ui.format.dayOf(at)}
                </time>
              ) : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
