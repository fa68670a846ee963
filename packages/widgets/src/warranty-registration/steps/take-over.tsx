import type { VNode } from 'preact';
import { Checkbox } from '../../kit/checkbox.tsx';
import type { TakeOverState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';

/** Something from an earlier owner: the code, who takes it over, and their own choices. */
export function TakeOver({ ui, state }: { readonly ui: Ui; readonly state: TakeOverState }): VNode {
  const { values, mistakes, consents } = state;
  const set = ui.model.setTakeOver;
  return (
    <FormFrame
      ui={ui}
      state={state}
      heading={
        <header class="words">
          <h2 class="headline" part="headline" tabIndex={-1}>
            {ui.say('takeover.title')}
          </h2>
          <p class="quiet">{ui.say('takeover.about')}</p>
        </header>
      }
      next={ui.say('takeover.confirm')}
      onNext={ui.model.confirmTakeOver}
      previous={ui.say('cancel')}
      onPrevious={ui.model.toStart}
    >
      <TextField
        ui={ui}
        name="code"
        label={ui.say('takeover.code')}
        hint={ui.say('takeover.code.hint')}
        value={values.code}
        mistakes={mistakes}
        autocomplete="off"
        onEdit={(code) => set({ code })}
      />
      <TextField
        ui={ui}
        name="email"
        label={ui.say('email')}
        hint={ui.say('email.hint')}
        value={values.email}
        mistakes={mistakes}
        autocomplete="email"
        onEdit={(email) => set({ email })}
      />
      <TextField
        ui={ui}
        name="name"
        label={ui.say('name')}
        value={values.name}
        mistakes={mistakes}
        autocomplete="name"
        optional
        onEdit={(name) => set({ name })}
      />
      <fieldset class="choice" part="choice">
        <legend part="label">{ui.say('stay')}</legend>
        <Checkbox
          guard={ui.guard}
          name="safety"
          label={ui.say('consent.safety')}
          hint={ui.say('consent.safety.hint')}
          checked={consents.safety}
          onChange={(safety) => ui.model.setTakeOverConsents({ safety })}
        />
      </fieldset>
    </FormFrame>
  );
}
