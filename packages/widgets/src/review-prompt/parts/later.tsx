import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import type { LaterState } from '../later.ts';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';

interface LaterProps {
  readonly ui: Ui;
  readonly later: LaterState;
  readonly state: ReadyState;
}

/** A later screen; until its code is there, bars in its place, and a way on where it does not come. */
export function Later({ ui, later, state }: LaterProps): VNode {
  if (later.state !== 'ready')
    return <Coming ui={ui} retry={later.state === 'failed' ? later.retry : null} />;
  const { Write, Own, Done } = later.screens;
  if (state.screen === 'done') return <Done ui={ui} state={state} />;
  return state.screen === 'own' ? <Own ui={ui} state={state} /> : <Write ui={ui} state={state} />;
}

function Coming({ ui, retry }: { readonly ui: Ui; readonly retry: (() => void) | null }): VNode {
  return (
    <section class="card" part="card" aria-busy={!retry}>
      {retry ? (
        <>
          <h2 class="headline" part="headline" tabIndex={-1}>
            {ui.say('code_failed')}
          </h2>
          <p>{ui.t('problem.unreachable')}</p>
          <Button guard={ui.guard} kind="primary" onPress={retry}>
            {ui.t('retry')}
          </Button>
        </>
      ) : (
        <>
          <Skeleton bars={['short', 'tall', 'thing', 'thing', 'short']} />
          <p class="unseen">{ui.say('loading.step')}</p>
        </>
      )}
    </section>
  );
}
