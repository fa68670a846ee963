import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ReadyState } from '../state.ts';
import { keyOf, settled } from '../subjects.ts';
import type { Ui } from '../ui.ts';
import { Entry } from './entry.tsx';

/** What is reviewed in this sitting, each with its stars; under it, what was reviewed before. */
export function Overview({ ui, state }: { readonly ui: Ui; readonly state: ReadyState }): VNode {
  const { form, sitting, offer } = state;
  const mine = form.subjects.filter((subject) => sitting.includes(keyOf(subject)));
  const open = mine.filter(({ review, closed }) => !review && !closed);
  // An ask is about what it is about; the plain form shows everything there is.
  const others = ui.isAsk && offer ? [] : form.subjects.filter((subject) => !mine.includes(subject));
  const rewards = new Set(open.map(({ reward }) => reward?.label));
  const [reward] = rewards.size === 1 ? rewards : [];
  const { length: total } = mine;
  const n = settled(state);
  const title =
    open.length > 0
      ? 'title'
      : others.some(({ review }) => review) || total > 0
        ? 'title.done'
        : 'title.empty';
  const list = (subjects: typeof mine): VNode => (
    <ul class="entries">
      {subjects.map((subject) => (
        <Entry
          key={keyOf(subject)}
          ui={ui}
          state={state}
          subject={subject}
          reward={reward ? null : (subject.reward?.label ?? null)}
          alone={total === 1 && subject === mine[0]}
        />
      ))}
    </ul>
  );
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
          {ui.known(title, { n: open.length || total || others.length })}
        </h2>
        {open.length > 0 ? <p class="quiet">{ui.say('about')}</p> : null}
      </header>
      {state.offline ? <Notice tone="warning">{ui.t('offline')}</Notice> : null}
      {reward ? <p class="panel-box reward">{ui.say('reward', { reward })}</p> : null}
      {total > 0 ? list(mine) : null}
      {others.length > 0 ? (
        <div class="others">
          {total > 0 ? <h3 class="section-title">{ui.say('others')}</h3> : null}
          {list(others)}
        </div>
      ) : null}
      {ui.isAsk && open.length > 0 ? (
        <Button guard={ui.guard} kind="plain" onPress={ui.model.dismiss}>
          {ui.say('not_now')}
        </Button>
      ) : null}
    </section>
  );
}
