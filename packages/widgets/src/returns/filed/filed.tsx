import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Confirm } from '../../kit/confirm.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Code } from '../../order-tracking/parts/carrier.tsx';
import type { FiledState } from '../state.ts';
import { BreakdownTable } from '../steps/breakdown.tsx';
import type { Ui } from '../ui.ts';
import { troubleText } from '../wording.ts';
import { FiledItems } from './filed-items.tsx';
import { Messages } from './messages.tsx';
import { ParcelBack } from './parcel-back.tsx';
import { Progress } from './progress.tsx';
import { Settled } from './settled.tsx';
import { statusIcon, statusTone } from './status-signs.ts';
import { WhatNext } from './what-next.tsx';

/** A return that was filed: what became of it, what happens next, and what can still be done. */
export function Filed({ ui, state }: { readonly ui: Ui; readonly state: FiledState }): VNode {
  const { filed, doing, trouble } = state;
  const { status, route, number } = filed;
  const isOver = status === 'declined' || status === 'cancelled' || status === 'closed';
  return (
    <article class="card filed" part="card" aria-busy={state.refreshing || doing !== null}>
      <header>
        <div class={`hero ${statusTone(status)}`}>
          <span class="badge" part="badge">
            <Icon name={statusIcon(status)} />
          </span>
          <div class="words">
            <h2 class="headline" part="headline" tabIndex={-1}>
              {titleOf(ui, state)}
            </h2>
            <p class="quiet">{aboutOf(ui, state)}</p>
          </div>
        </div>
        <div class="number">
          <span class="quiet">{ui.say(`number.name.${route}`)}</span>
          <Code ui={ui} value={number} what={ui.say(`number.name.${route}`)} />
        </div>
      </header>
      <Freshness ui={ui} state={state} />
      {status === 'declined' ? <Declined ui={ui} state={state} /> : null}
      {isOver || filed.settled ? null : <Progress ui={ui} filed={filed} />}
      {filed.question === null ? null : <Messages ui={ui} state={state} />}
      {filed.settled ? <Settled ui={ui} filed={filed} /> : null}
      <WhatNext ui={ui} state={state} />
      <ParcelBack ui={ui} state={state} />
      <FiledItems ui={ui} filed={filed} />
      {filed.settlement && !filed.settled && !isOver ? (
        <section class="section" part="sums">
          <h3 class="section-title">{ui.say('filed.sums')}</h3>
          <BreakdownTable ui={ui} settlement={filed.settlement} />
        </section>
      ) : null}
      {filed.question === null ? <Messages ui={ui} state={state} /> : null}
      {trouble && (trouble.action === 'cancel' || trouble.action === 'open') ? (
        <Notice tone="problem">{troubleText(ui, trouble.problem)}</Notice>
      ) : null}
      <footer class="ways filed-ways">
        {filed.canChange ? (
          <Button guard={ui.guard} onPress={ui.model.changeReturn} busy={doing !== null}>
            {ui.say('change')}
          </Button>
        ) : null}
        {filed.canCancel ? (
          <Confirm
            guard={ui.guard}
            label={ui.say(`cancel.${route}`)}
            question={ui.say(`cancel.question.${route}`)}
            about={ui.say('cancel.about')}
            yes={ui.say(`cancel.yes`)}
            no={ui.say('cancel.no')}
            busy={doing === 'cancel'}
            onConfirm={ui.model.cancelReturn}
          />
        ) : null}
        <Button guard={ui.guard} kind="plain" onPress={ui.model.closeReturn}>
          {ui.say('all_items')}
        </Button>
      </footer>
    </article>
  );
}

const titleOf = (ui: Ui, { filed: { status, route } }: FiledState): string =>
  ui.known(`filed.title.${status}.${route}`) ??
  ui.known(`filed.title.${status}`) ??
  ui.say('filed.title.other');

/** What its state means: by how it goes back, by what it is, or in general. */
function aboutOf(ui: Ui, { filed }: FiledState): string {
  const { status, route, method, store } = filed;
  const values = { store: store.name };
  return (
    (method && ui.known(`filed.about.${status}.${method.kind}`, values)) ??
    ui.known(`filed.about.${status}.${route}`, values) ??
    ui.known(`filed.about.${status}`, values) ??
    ''
  );
}

function Declined({ ui, state }: { readonly ui: Ui; readonly state: FiledState }): VNode | null {
  const { declined } = state.filed;
  if (!declined) return null;
  const { code, note } = declined;
  return (
    <Notice tone="problem" title={ui.known(`declined.${code}`) ?? ui.say('declined.other')}>
      {note ? <bdi>{note}</bdi> : null}
    </Notice>
  );
}

/** Says that what is shown may be old, and since when. */
function Freshness({ ui, state }: { readonly ui: Ui; readonly state: FiledState }): VNode | null {
  const { stale, offline, asOf, refreshing } = state;
  if (!stale && !offline) return null;
  return (
    <Notice tone="warning">
      <p>
        <span>{ui.t(offline ? 'offline' : 'stale')}</span>{' '}
        <span>{ui.t('as_of', { time: ui.format.moment(asOf) })}</span>
      </p>
      <Button guard={ui.guard} kind="plain" onPress={ui.model.refresh} busy={refreshing}>
        {ui.t('refresh')}
      </Button>
    </Notice>
  );
}
