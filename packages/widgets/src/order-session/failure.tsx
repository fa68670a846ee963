import type { VNode } from 'preact';
import { Button } from '../kit/button.tsx';
import type { TrackingProblem } from './state.ts';
import { problemText } from './wording.ts';
import type { SessionUi } from './words.ts';

interface FailureProps {
  readonly ui: SessionUi;
  readonly problem: TrackingProblem;
  /** How to try again, where that is of use. */
  readonly retry: (() => void) | null;
  /** Shows the form instead. */
  readonly lookUp: () => void;
}

/** No order could be shown: what happened, and the ways on. */
export function Failure({ ui, problem, retry, lookUp }: FailureProps): VNode {
  return (
    <section class="card" part="card">
      <div class="words">
        <h2 class="headline" part="headline" tabIndex={-1}>
          {ui.t('problem.title')}
        </h2>
        <p>{problemText(ui, problem)}</p>
        {problem.requestId ? <p class="quiet">{ui.t('problem.id', { id: problem.requestId })}</p> : null}
      </div>
      <div class="ways">
        {retry ? (
          <Button guard={ui.guard} kind="primary" onPress={retry}>
            {ui.t('retry')}
          </Button>
        ) : null}
        <Button guard={ui.guard} onPress={lookUp}>
          {ui.t('lookup.find')}
        </Button>
      </div>
    </section>
  );
}
