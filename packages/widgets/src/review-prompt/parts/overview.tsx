import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { LaterState } from '../later.ts';
import type { ReadyState } from '../state.ts';
import { isOpen, keyOf, settled } from '../subjects.ts';
import type { Ui } from '../ui.ts';
import { Entry } from './entry.tsx';

interface OverviewProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly later: LaterState;
}

/** What is reviewed in this sitting, each with its stars; under it, what was reviewed before. */
export function Overview({ ui, state, later }: OverviewProps): VNode {
  const { form, sitting, offer } = state;
  const mine = form.subjects.filter((subject) => sitting.includes(keyOf(subject)));
  const { length: open } = mine.filter(isOpen);
  const { length: total } = mine;
  // An ask is about what it is about; the plain form shows everything there is.
  const shown =
    ui.isAsk && offer ? mine : [...mine, ...form.subjects.filter((subject) => !mine.includes(subject))];
  const n = settled(state);
  const title = open > 0 ? 'title' : shown.some(({ review }) => review) ? 'title.done' : 'title.empty';
  return (
    <section class="card" part="card" aria-busy={state.doing !== null}>
      <header class="words">
        {ui.isAsk ? null : (
          <p class="quiet" part="order">
            {ui.t('order', { number: form.orderNumber })}
          </p>
        )}
        {total > 1 ? (
          <>
            <p class="quiet">{ui.say('progress', { n, total })}</p>
            <div class="way" aria-hidden="true">
              {mine.map((subject, index) => (
                <span key={keyOf(subject)} class={index < n ? 'way-part gone' : 'way-part'} />
              ))}
            </div>
          </>
        ) : null}
        <h2 class="headline" part="headline" tabIndex={-1}>
          {ui.known(title, { n: open || shown.length })}
        </h2>
        {open > 0 ? <p class="quiet">{ui.say('about')}</p> : null}
      </header>
      {state.offline ? <Notice tone="warning">{ui.t('offline')}</Notice> : null}
      <ul class="entries">
        {shown.map((subject) => (
          <Entry
            key={keyOf(subject)}
            ui={ui}
            state={state}
            later={later}
            subject={subject}
            alone={shown.length === 1}
          />
        ))}
      </ul>
      {ui.isAsk && open > 0 ? (
        <Button guard={ui.guard} kind="plain" onPress={ui.model.dismiss}>
          {ui.say('not_now')}
        </Button>
      ) : null}
    </section>
  );
}
