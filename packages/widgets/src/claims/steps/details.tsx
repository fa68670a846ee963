import type { TargetedInputEvent, VNode } from 'preact';
import { Files } from '../../files/files.tsx';
import { described, FieldFrame } from '../../kit/field-frame.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import { symptomOf } from '../choice.ts';
import type { FilingState } from '../state.ts';
import { dayIn } from '../today.ts';
import type { ClaimsUi } from '../ui.ts';
import { ClaimFrame } from './claim-frame.tsx';

/** The longest description the wire takes. */
const longest = 4000;

/** What happens, since when, and what shows it. */
export function Details({ ui, state }: { readonly ui: ClaimsUi; readonly state: FilingState }): VNode {
  const { options, choice, mistakes, files } = state;
  const { photos = 'optional' } = symptomOf(options, choice) ?? {};
  const error = (name: string): string | undefined =>
    mistakes[name] && (ui.known(`mistake.${name}.${mistakes[name]}`) ?? undefined);
  const label = ui.say(photos === 'required' ? 'files' : 'files.optional');
  return (
    <ClaimFrame ui={ui} state={state} next={ui.say('next')}>
      <TextArea
        guard={ui.guard}
        name="description"
        label={ui.say('description')}
        hint={ui.say('description.hint')}
        error={error('description')}
        value={choice.description}
        required
        maxLength={longest}
        left={(n) => ui.say('left', { n })}
        onEdit={ui.model.setDescription}
      />
      <Since
        ui={ui}
        value={choice.since}
        latest={dayIn(options.store.timeZone, ui.model.now())}
        error={error('since')}
      />
      {photos === 'off' ? null : (
        <Files
          ui={ui}
          label={label}
          files={files}
          most={options.uploads.perItem}
          of={label}
          error={error('files')}
          onAdd={ui.model.addFiles}
          onRetry={ui.model.retryFile}
          onRemove={ui.model.removeFile}
        />
      )}
    </ClaimFrame>
  );
}

interface SinceProps {
  readonly ui: ClaimsUi;
  readonly value: string;
  readonly latest: string;
  readonly error: string | undefined;
}

/** A day, by the browser's own means, which every shopper knows in their language. */
function Since({ ui, value, latest, error }: SinceProps): VNode {
  const id = useUniqueId();
  const hint = ui.say('since.hint');
  return (
    <FieldFrame id={id} label={ui.say('since')} hint={hint} error={error}>
      <input
        id={id}
        name="since"
        part="input"
        class="day-input"
        type="date"
        value={value}
        max={latest}
        required
        {...described(id, { hint, error })}
        onInput={ui.guard((event: TargetedInputEvent<HTMLInputElement>) =>
          ui.model.setSince(event.currentTarget.value),
        )}
      />
    </FieldFrame>
  );
}
