import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import type { LaterState } from '../later.ts';
import type { ElsewhereState, ReadyState, TakeOverState } from '../state.ts';
import type { Ui } from '../ui.ts';
import type { WarrantyRegistrationProps } from '../warranty-registration.tsx';

interface LaterProps {
  readonly ui: Ui;
  readonly later: LaterState;
  readonly state: ReadyState | ElsewhereState | TakeOverState;
  readonly props: WarrantyRegistrationProps;
}

/** A later screen; until its code is there, bars in its place, and a way on where it does not come. */
export function Later({ ui, later, state, props }: LaterProps): VNode {
  if (later.state !== 'ready')
    return <Coming ui={ui} retry={later.state === 'failed' ? later.retry : null} />;
  const { Done, Item, Elsewhere, TakeOver, Claims } = later.screens;
  if (state.kind === 'elsewhere') return <Elsewhere ui={ui} state={state} />;
  if (state.kind === 'takeover') return <TakeOver ui={ui} state={state} />;
  if (state.screen === 'claims') return <Claims key={state.shown[0]} ui={ui} state={state} props={props} />;
  return state.screen === 'done' ? (
    <Done ui={ui} state={state} />
  ) : (
    <Item ui={ui} state={state} claims={Boolean(props.claims)} />
  );
}

/** Code that is on its way, or did not come. */
export function Coming({ ui, retry }: { readonly ui: Ui; readonly retry: (() => void) | null }): VNode {
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
          <Skeleton bars={['short', 'tall', 'thing', 'thing', 'thing', 'short']} />
          <p class="unseen">{ui.say('loading.step')}</p>
        </>
      )}
    </section>
  );
}
