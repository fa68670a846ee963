import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import type { LaterState } from '../later.ts';
import type { ChoosingState, FiledState } from '../state.ts';
import type { Ui } from '../ui.ts';

interface LaterProps {
  readonly ui: Ui;
  readonly later: LaterState;
  readonly state: ChoosingState | FiledState;
}

/** A later step; until its code is there, bars in its place, and a way on where it does not come. */
export function Later({ ui, later, state }: LaterProps): VNode {
  if (later.state === 'ready') {
    const { Step, Filed } = later.steps;
    return state.kind === 'choosing' ? <Step ui={ui} state={state} /> : <Filed ui={ui} state={state} />;
  }
  return (
    <section class="card" part="card" aria-busy={later.state === 'loading'}>
      {later.state === 'loading' ? (
        <>
          <Skeleton bars={['short', 'tall', 'thing', 'thing', 'thing', 'short']} />
          <p class="unseen">{ui.say('loading.step')}</p>
        </>
      ) : (
        <>
          <h2 class="headline" part="headline" tabIndex={-1}>
            {ui.say('code_failed')}
          </h2>
          <p>{ui.t('problem.unreachable')}</p>
          <Button guard={ui.guard} kind="primary" onPress={later.retry}>
            {ui.t('retry')}
          </Button>
        </>
      )}
    </section>
  );
}
