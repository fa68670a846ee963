import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { claimSteps, needsAddress, placeOf, symptomOf } from '../choice.ts';
import type { ClaimStep, FilingState } from '../state.ts';
import type { ClaimsUi } from '../ui.ts';
import { ClaimFrame } from './claim-frame.tsx';
import { ItemLine } from './item-line.tsx';
import { PlaceFacts } from './place-facts.tsx';

/** Everything once more, before it is sent. */
export function Check({ ui, state }: { readonly ui: ClaimsUi; readonly state: FilingState }): VNode {
  const { options, choice, files, phase } = state;
  const symptom = symptomOf(options, choice);
  const place = placeOf(options, choice);
  const kept = files.filter(({ state: at }) => at === 'kept').length;
  const { name, line1, line2, postcode, city, region, country } = choice.address;
  const label = ui.say(choice.route === 'repair' ? 'confirm.repair' : 'confirm');
  return (
    <ClaimFrame
      ui={ui}
      state={state}
      next={phase === 'sending' ? ui.say('confirm.busy') : label}
      onNext={ui.model.confirm}
    >
      <ItemLine ui={ui} />
      <Part ui={ui} state={state} step="doors" title={ui.say('check.way')}>
        <p>{choice.route ? ui.say(`door.${choice.route}`) : null}</p>
      </Part>
      {symptom ? (
        <Part ui={ui} state={state} step="symptom" title={ui.say('check.symptom')}>
          <p>
            <bdi>{symptom.label}</bdi>
          </p>
        </Part>
      ) : null}
      <Part ui={ui} state={state} step="details" title={ui.say('check.details')}>
        <p class="told-text" dir="auto">
          {choice.description}
        </p>
        <p class="quiet">{ui.say('check.since', { date: ui.format.day(choice.since) })}</p>
        {kept > 0 ? <p class="quiet">{ui.say('files.count', { n: kept })}</p> : null}
      </Part>
      <Part ui={ui} state={state} step="solution" title={ui.say('check.solution')}>
        <p>{choice.resolution ? ui.say(`resolution.${choice.resolution}`) : null}</p>
        {place ? (
          <div class="quiet words">
            <span>
              <bdi>{place.name}</bdi>
            </span>
            <PlaceFacts ui={ui} place={place} />
          </div>
        ) : null}
      </Part>
      {needsAddress(options, choice) ? (
        <Part ui={ui} state={state} step="address" title={ui.say('check.address')}>
          {choice.addressKind === 'known' ? (
            <p>{ui.say('address.known')}</p>
          ) : (
            <address class="words">
              {[name, line1, line2, [postcode, city].filter(Boolean).join(' '), region]
                .filter((line) => line.trim())
                .map((line) => (
                  <span key={line}>
                    <bdi>{line}</bdi>
                  </span>
                ))}
              <span>{ui.format.country(country)}</span>
            </address>
          )}
        </Part>
      ) : null}
      <p class="quiet">{ui.say('check.looks', { store: options.store.name })}</p>
    </ClaimFrame>
  );
}

interface PartProps {
  readonly ui: ClaimsUi;
  readonly state: FilingState;
  /** Where it can be changed, if there is such a step. */
  readonly step: ClaimStep;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Part({ ui, state, step, title, children }: PartProps): VNode {
  const isThere = claimSteps(state.options, state.choice).includes(step);
  return (
    <section class="check-part">
      <div class="check-words">
        <h3 class="quiet">{title}</h3>
        {children}
      </div>
      {isThere ? (
        <Button
          guard={ui.guard}
          kind="plain"
          busy={state.phase === 'sending'}
          label={ui.say('edit.what', { what: title })}
          onPress={() => ui.model.goTo(step)}
        >
          {ui.say('edit')}
        </Button>
      ) : null}
    </section>
  );
}
