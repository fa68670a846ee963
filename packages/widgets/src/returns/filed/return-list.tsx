import type { ReturnSummary } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Status } from '../../kit/status.tsx';
import type { Ui } from '../ui.ts';
import { statusIcon, statusTone } from './status-signs.ts';

/** The returns of the order so far, each a way to what became of it. */
export function ReturnList(props: {
  readonly ui: Ui;
  readonly returns: readonly ReturnSummary[];
}): VNode | null {
  const { ui, returns } = props;
  if (returns.length === 0) return null;
  return (
    <section class="section" part="returns">
      <h3 class="section-title">{ui.say('returns')}</h3>
      <ul class="things">
        {returns.map(({ id, number, route, status, createdAt, units }) => (
          <li key={id} class="filed-row" part="return">
            <div class="words">
              <span class="name">{ui.say(`number.${route}`, { number })}</span>
              <span class="dots quiet">
                <time dateTime={createdAt}>{ui.format.dayOf(createdAt)}</time>
                <span>{ui.say('units', { n: units })}</span>
              </span>
              <Status
                tone={statusTone(status)}
                icon={statusIcon(status)}
                text={ui.known(`state.${status}`) ?? ui.say('state.other')}
              />
            </div>
            <Button
              guard={ui.guard}
              onPress={() => ui.model.openReturn(id)}
              label={ui.say('show.what', { number })}
            >
              {ui.say('show')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
