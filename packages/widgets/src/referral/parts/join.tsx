import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { NameForm } from './name-form.tsx';

interface JoinProps {
  readonly ui: Ui;
  readonly state: ReadyState;
}

/** Taking part: what each of the two gets, and the name friends see. */
export function Join({ ui, state }: JoinProps): VNode {
  const { advocateReward, friendReward } = state.card.programme ?? {};
  return (
    <>
      <dl class="both">
        <Gets who={ui.say('advocate')} what={advocateReward} />
        <Gets who={ui.say('friend')} what={friendReward} />
      </dl>
      <NameForm ui={ui} state={state}>
        <Button guard={ui.guard} kind="primary" submit busy={state.doing === 'join'}>
          {ui.say(state.doing === 'join' ? 'join.busy' : 'join.press')}
        </Button>
      </NameForm>
    </>
  );
}

/** One of the two; nothing where there is nothing for them. */
function Gets({
  who,
  what,
}: {
  readonly who: string;
  readonly what: string | null | undefined;
}): VNode | null {
  if (!what) return null;
  return (
    <div class="panel-box">
      <dt class="quiet">{who}</dt>
      <dd>{what}</dd>
    </div>
  );
}
