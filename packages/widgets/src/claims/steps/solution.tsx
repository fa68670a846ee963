import type { VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { kindsOf, placesOf } from '../choice.ts';
import type { FilingState } from '../state.ts';
import type { ClaimsUi } from '../ui.ts';
import { ClaimFrame } from './claim-frame.tsx';
import { PlaceFacts } from './place-facts.tsx';

/** What can be done, and where. */
export function Solution({ ui, state }: { readonly ui: ClaimsUi; readonly state: FilingState }): VNode {
  const { options, choice, mistakes } = state;
  const kinds = kindsOf(options, choice);
  const places = placesOf(options, choice);
  return (
    <ClaimFrame ui={ui} state={state} next={ui.say('next')}>
      {kinds.length > 1 ? (
        <Choice
          guard={ui.guard}
          legend={ui.say('solution.title')}
          hideLegend
          error={mistakes.resolution && ui.say('mistake.resolution.missing')}
          options={kinds.map((kind) => ({
            value: kind,
            label: ui.say(`resolution.${kind}`),
            about: ui.say(`resolution.${kind}.about`),
          }))}
          value={choice.resolution}
          onChoose={ui.model.setResolution}
        />
      ) : null}
      {places.length > 1 ? (
        <Choice
          guard={ui.guard}
          legend={ui.say('where')}
          error={mistakes.place && ui.say('mistake.place.missing')}
          options={places.map((place) => ({
            value: place.id,
            label: <bdi>{place.name}</bdi>,
            about: <PlaceFacts ui={ui} place={place} />,
            aside: ui.say(`place.${place.kind}`),
          }))}
          value={choice.placeId}
          onChoose={ui.model.setPlace}
        />
      ) : null}
    </ClaimFrame>
  );
}
