import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { LaterState } from '../later.ts';
import { openItems } from '../open-items.ts';
import type { ReadyState } from '../state.ts';
import { troubleText, type Ui } from '../ui.ts';
import { ItemEntry } from './item-entry.tsx';
import { OtherWays } from './start.tsx';

interface ItemsProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly later: LaterState;
  /** True where something can be done when something is wrong. */
  readonly claims: boolean;
  readonly elsewhere: boolean;
}

/** So many stand there at first; of a hundred units nobody looks at each. */
const most = 8;

/** The items of an order: what stands behind each, and registering them in one press. */
export function Items({ ui, state, later, claims, elsewhere }: ItemsProps): VNode {
  const { list, consents, doing, trouble, origin, mistakes } = state;
  const [all, showAll] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const news = ui.model.news.value;
  useEffect(() => {
    if (news?.code === 'mistakes')
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid]:is(input, textarea), [aria-invalid] input')
        ?.focus();
  }, [news]);
  const open = openItems(list);
  const screens = later.state === 'ready' ? later.screens : null;
  const { length: n } = list.items;
  const busy = doing !== null;
  const isNew = origin !== 'here' && open.length > 0;
  const title =
    n === 0 ? 'title.empty' : isNew ? (`title.${origin}` as const) : open.length > 0 ? 'title' : 'title.done';
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    ui.model.register();
  };
  const entries = all || n <= most + 1 ? list.items : list.items.slice(0, most);
  const order = list.items[0]?.passport.orderNumber;
  return (
    <section class="card" part="card">
      <form
        ref={form}
        class="registration"
        part="form"
        noValidate
        onSubmit={ui.guard(submit)}
        aria-busy={busy}
      >
        <header class="words">
          {order ? (
            <p class="quiet" part="order">
              {ui.t('order', { number: order })}
            </p>
          ) : null}
          <h2 class="headline" part="headline" tabIndex={-1}>
            {ui.known(title, { n: open.length || n })}
          </h2>
          <p class="quiet">{ui.say('rights')}</p>
        </header>
        {state.offline ? <Notice tone="warning">{ui.t('offline')}</Notice> : null}
        <ul class="entries" part="items">
          {entries.map((item) => (
            <ItemEntry
              key={item.passport.id}
              ui={ui}
              state={state}
              item={item}
              screens={screens}
              claims={claims}
              alone={open.length < 2}
            />
          ))}
        </ul>
        {entries.length < n ? (
          <Button guard={ui.guard} onPress={() => showAll(true)}>
            {ui.say('more', { n })}
          </Button>
        ) : null}
        {screens && open.length > 0 ? <screens.Missing ui={ui} state={state} /> : null}
        {open.length > 0 ? (
          <fieldset class="choice" part="choice">
            <legend part="label">{ui.say('stay')}</legend>
            <Checkbox
              guard={ui.guard}
              name="safety"
              label={ui.say('consent.safety')}
              hint={ui.say('consent.safety.hint')}
              checked={consents.safety}
              onChange={(safety) => ui.model.setConsents({ safety })}
            />
            {list.askMarketing ? (
              <Checkbox
                guard={ui.guard}
                name="marketing"
                label={ui.say('consent.marketing')}
                checked={consents.marketing}
                onChange={(marketing) => ui.model.setConsents({ marketing })}
              />
            ) : null}
          </fieldset>
        ) : null}
        {trouble && !state.offline ? (
          <Notice tone="problem">
            <p>{troubleText(ui, trouble.problem)}</p>
            {trouble.problem.requestId ? (
              <p class="quiet">{ui.t('problem.id', { id: trouble.problem.requestId })}</p>
            ) : null}
          </Notice>
        ) : null}
        {Object.keys(mistakes).length > 0 ? <Notice tone="problem">{ui.say('mistakes')}</Notice> : null}
        {open.length > 0 ? (
          <Button guard={ui.guard} kind="primary" submit busy={busy}>
            {doing?.action === 'register' ? ui.say('registering') : ui.say('register', { n: open.length })}
          </Button>
        ) : null}
      </form>
      <OtherWays ui={ui} elsewhere={elsewhere} />
    </section>
  );
}
