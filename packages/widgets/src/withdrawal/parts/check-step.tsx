import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { StepHeading } from '../../kit/step-heading.tsx';
import { inputOf } from '../entered.ts';
import type { CheckState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { troubleText } from '../wording.ts';
import { WayOn } from './way-on.tsx';

/** The second step the law asks for: what is declared, and the button that declares it. */
export function CheckStep({ ui, state }: { readonly ui: Ui; readonly state: CheckState }): VNode {
  const { known, phase, problem } = state;
  const { name, contract, email, items } = inputOf(state);
  const isSending = phase === 'sending';
  const rows = [
    [ui.say('name'), name],
    [ui.say('contract'), contract],
    [ui.say('check.email'), email],
    [ui.say('check.items'), items ?? ui.say('whole')],
  ] as const;
  return (
    <section class="card" part="card" aria-busy={isSending}>
      <StepHeading
        title={ui.say('check')}
        progress={ui.say('step', { n: 2, total: 2 })}
        step={2}
        total={2}
        about={
          known.storeName ? ui.say('check.about', { store: known.storeName }) : ui.say('check.about.shop')
        }
      />
      <dl class="panel-box declared" part="declared">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt class="quiet">{term}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {problem ? (
        <Notice tone="problem" title={troubleText(ui, problem)}>
          {ui.say('kept')}
          {problem.requestId ? (
            <div class="quiet">{ui.say('problem.id', { id: problem.requestId })}</div>
          ) : null}
        </Notice>
      ) : null}
      <div class="ways">
        <Button guard={ui.guard} kind="primary" busy={isSending} onPress={() => ui.model.confirm(ui.locale)}>
          {ui.say(isSending ? 'confirming' : 'confirm')}
        </Button>
        <Button guard={ui.guard} busy={isSending} onPress={ui.model.back}>
          {ui.say('change')}
        </Button>
      </div>
      <WayOn ui={ui} entered={state} />
    </section>
  );
}
