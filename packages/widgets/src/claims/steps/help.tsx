import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Link, safeAddress } from '../../kit/link.tsx';
import { symptomOf } from '../choice.ts';
import type { FilingState } from '../state.ts';
import type { ClaimsUi } from '../ui.ts';
import { ClaimFrame } from './claim-frame.tsx';

interface HelpProps {
  readonly ui: ClaimsUi;
  readonly state: FilingState;
}

/** What the store advises for the symptom, to be ticked off, and whether it helped. */
export function Help({ ui, state }: HelpProps): VNode {
  const [done, setDone] = useState<readonly number[]>([]);
  const help = symptomOf(state.options, state.choice)?.help;
  const steps = help?.steps ?? [];
  return (
    <ClaimFrame ui={ui} state={state} about={ui.say('help.about')}>
      {steps.length > 0 ? (
        <ol class="first-help">
          {steps.map((text, index) => (
            <li key={text}>
              <Checkbox
                guard={ui.guard}
                name={`help-${index}`}
                label={text}
                checked={done.includes(index)}
                onChange={(checked) =>
                  setDone(checked ? [...done, index] : done.filter((one) => one !== index))
                }
              />
            </li>
          ))}
        </ol>
      ) : null}
      {safeAddress(help?.videoUrl) ? (
        <p>
          <Link
            class="button secondary"
            part="button button-secondary"
            href={help?.videoUrl}
            newTab={ui.t('new_window')}
          >
            <span>{ui.say('help.video')}</span>
            <Icon name="out" />
          </Link>
        </p>
      ) : null}
      <section class="section help-question">
        <h3 class="section-title">{ui.say('help.question')}</h3>
        <div class="ways">
          <Button guard={ui.guard} onPress={() => ui.model.answerHelp(true)}>
            {ui.say('help.yes')}
          </Button>
          <Button guard={ui.guard} kind="primary" onPress={() => ui.model.answerHelp(false)}>
            {ui.say('help.no')}
          </Button>
        </div>
      </section>
    </ClaimFrame>
  );
}

/** It helped: the way ends here, and stays open. */
export function Solved({ ui }: HelpProps): VNode {
  return (
    <section class="card claim-page" part="card">
      <div class="hero success">
        <span class="badge" part="badge">
          <Icon name="check" />
        </span>
        <div class="words">
          <h2 class="headline" part="headline" tabIndex={-1}>
            {ui.say('help.solved')}
          </h2>
          <p class="quiet">{ui.say('help.solved.about')}</p>
        </div>
      </div>
      <div class="ways">
        <Button guard={ui.guard} kind="primary" onPress={ui.model.leave}>
          {ui.say('items')}
        </Button>
        <Button guard={ui.guard} onPress={ui.model.goOnAnyway}>
          {ui.say('help.not_solved')}
        </Button>
      </div>
    </section>
  );
}
