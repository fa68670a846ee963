import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { StepFrame } from '../parts/step-frame.tsx';
import { reasonAt, reasonsFor } from '../reasons.ts';
import { itemKey, rightsOf, stepsOf } from '../selection.ts';
import type { ChoosingState, ChosenItem, Step } from '../state.ts';
import type { Ui } from '../ui.ts';
import { BreakdownTable } from './breakdown.tsx';
import { methodName } from './method.tsx';
import { NoSums } from './no-sums.tsx';
import { Place } from './place.tsx';
import { price } from './price.ts';
import { reasonLabel } from './reason-choice.tsx';
import { Thing } from './thing.tsx';

/** Everything once more, with the sum, before it is filed. */
export function Check({ ui, state }: { readonly ui: Ui; readonly state: ChoosingState }): VNode {
  const { route, phase, quoted, options, changing } = state;
  const { quote, asking, problem } = quoted;
  const units = state.items.reduce((sum, { quantity }) => sum + quantity, 0);
  const label = changing
    ? ui.say('confirm.change')
    : (ui.known(`confirm.${route}`, { n: units }) ?? ui.say('next'));
  return (
    <StepFrame
      ui={ui}
      state={state}
      next={phase === 'filing' ? ui.say('confirm.busy') : label}
      onNext={ui.model.confirm}
      busy={phase === 'filing' || asking || !quote}
    >
      <Part ui={ui} step="items" state={state} title={ui.say('check.items')}>
        <ul class="things">
          {state.items.map((item) => (
            <li key={itemKey(item)}>
              <CheckedItem ui={ui} state={state} item={item} />
            </li>
          ))}
        </ul>
      </Part>
      {route === 'return' ? <How ui={ui} state={state} /> : null}
      {problem || !quote ? (
        <NoSums ui={ui} state={state} />
      ) : quote.settlement ? (
        <BreakdownTable ui={ui} settlement={quote.settlement} asking={asking} />
      ) : options.isGift ? (
        <p>{ui.say('gift.value')}</p>
      ) : null}
      {quote ? (
        <p class="quiet">
          {ui.say(quote.autoApproved ? 'check.approved' : 'check.looks', { store: options.store.name })}
        </p>
      ) : null}
    </StepFrame>
  );
}

interface CheckedItemProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly item: ChosenItem;
}

function CheckedItem({ ui, state, item }: CheckedItemProps): VNode | null {
  const rights = rightsOf(state.options, item);
  if (!rights) return null;
  const { reason, child } = reasonAt(reasonsFor(state.options, rights), item.reason);
  const offer = state.quoted.quote?.items.find((other) => itemKey(other) === itemKey(item));
  const variant = offer?.resolutions
    .flatMap(({ variants }) => variants)
    .find(({ variantId }) => variantId === item.variantId);
  const photos = item.photos.filter(({ state: at }) => at === 'kept').length;
  return (
    <Thing ui={ui} item={rights} quantity={item.quantity}>
      {reason ? <span class="quiet">{reasonLabel(ui, child ?? reason, (child ?? reason).code)}</span> : null}
      {item.note ? (
        <span class="quiet note-text">
          <bdi>{item.note}</bdi>
        </span>
      ) : null}
      {photos > 0 ? <span class="quiet">{ui.say('photos.count', { n: photos })}</span> : null}
      {item.resolution && state.route !== 'cancel' ? (
        <span>
          {variant
            ? ui.say('resolution.exchange.for', { title: variant.title })
            : (ui.known(`resolution.${item.resolution}.${state.route}`) ??
              ui.known(`resolution.${item.resolution}`))}
        </span>
      ) : null}
    </Thing>
  );
}

function How({ ui, state }: { readonly ui: Ui; readonly state: ChoosingState }): VNode | null {
  const { quote } = state.quoted;
  const method = quote?.methods.find(({ id }) => id === state.method?.id);
  if (!method) return null;
  const place = method.places.find(({ id }) => id === state.method?.placeId);
  const step = stepsOf(state).includes('method') ? 'method' : null;
  return (
    <Part ui={ui} step={step} state={state} title={ui.say('check.method')}>
      <p class="row">
        <span>{methodName(ui, method)}</span>
        <span>{price(ui, method.price)}</span>
      </p>
      {place ? (
        <div class="words quiet">
          <span>
            <bdi>{place.name}</bdi>
          </span>
          <Place ui={ui} place={place} />
        </div>
      ) : null}
    </Part>
  );
}

interface PartProps {
  readonly ui: Ui;
  /** Where it can be changed. */
  readonly step: Step | null;
  readonly state: ChoosingState;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Part({ ui, step, state, title, children }: PartProps): VNode {
  return (
    <section class="section">
      <div class="row">
        <h3 class="section-title">{title}</h3>
        {step ? (
          <Button
            guard={ui.guard}
            kind="plain"
            busy={state.phase === 'filing'}
            onPress={() => ui.model.goTo(step)}
            label={ui.say('edit.what', { what: title })}
          >
            {ui.say('edit')}
          </Button>
        ) : null}
      </div>
      {children}
    </section>
  );
}
