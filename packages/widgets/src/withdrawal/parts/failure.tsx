import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Link } from '../../kit/link.tsx';
import type { TrackingProblem } from '../../order-session/state.ts';
import type { Ui } from '../ui.ts';
import { troubleText } from '../wording.ts';

interface FailureProps {
  readonly ui: Ui;
  readonly problem: TrackingProblem;
  readonly page: string | null;
  readonly retry: () => void;
}

/** The form cannot work here. The plain page, which needs nothing of this one, is the way to withdraw. */
export function Failure({ ui, problem, page, retry }: FailureProps): VNode {
  const address = ui.plainPage({ page });
  return (
    <section class="card" part="card">
      <div class="words">
        <h2 class="headline" part="headline" tabIndex={-1}>
          {ui.say('function')}
        </h2>
        <p>{troubleText(ui, problem)}</p>
        {problem.requestId ? <p class="quiet">{ui.say('problem.id', { id: problem.requestId })}</p> : null}
      </div>
      <div class="ways">
        {address ? (
          <Link class="button primary" part="button button-primary" href={address}>
            {ui.say('plain')}
          </Link>
        ) : null}
        <Button guard={ui.guard} onPress={retry}>
          {ui.say('retry')}
        </Button>
      </div>
    </section>
  );
}
