import type { OfferedMethod } from '@postlude/contract';
import type { VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { StepFrame } from '../parts/step-frame.tsx';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { NoSums } from './no-sums.tsx';
import { Place } from './place.tsx';
import { price } from './price.ts';

/** How it goes back: by what, where to, for how much. */
export function Method({ ui, state }: { readonly ui: Ui; readonly state: ChoosingState }): VNode {
  const { quote } = state.quoted;
  return (
    <StepFrame ui={ui} state={state} next={ui.say('next')} busy={!quote}>
      {quote ? (
        <Choice
          guard={ui.guard}
          legend={ui.say('method.title')}
          hideLegend
          error={state.mistakes.method && ui.say('mistake.method.missing')}
          options={quote.methods.map((method) => ({
            value: method.id,
            label: methodName(ui, method),
            about: aboutOf(ui, method),
            aside: price(ui, method.price),
            more: method.places.length > 0 ? <Places ui={ui} state={state} method={method} /> : undefined,
          }))}
          value={state.method?.id ?? null}
          onChoose={(id) => ui.model.setMethod(id)}
        />
      ) : (
        <NoSums ui={ui} state={state} />
      )}
    </StepFrame>
  );
}

/** The store's name for a method, or ours for its kind. */
export const methodName = (ui: Ui, { name, kind }: Pick<OfferedMethod, 'name' | 'kind'>): string =>
  name ?? ui.known(`method.${kind}`) ?? kind;

function aboutOf(ui: Ui, { note, kind, waived }: OfferedMethod): string {
  return (waived ? ui.say('method.waived') : null) ?? note ?? ui.known(`method.${kind}.about`) ?? '';
}

interface PlacesProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly method: OfferedMethod;
}

function Places({ ui, state, method }: PlacesProps): VNode {
  return (
    <Choice
      guard={ui.guard}
      legend={ui.say('where')}
      error={state.mistakes.place && ui.say('mistake.place.missing')}
      options={method.places.map((place) => ({
        value: place.id,
        label: <bdi>{place.name}</bdi>,
        about: <Place ui={ui} place={place} />,
      }))}
      value={state.method?.placeId ?? null}
      onChoose={(placeId) => ui.model.setMethod(method.id, placeId)}
    />
  );
}
