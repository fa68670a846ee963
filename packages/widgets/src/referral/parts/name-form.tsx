import type { ComponentChildren, VNode } from 'preact';
import { Field } from '../../kit/field.tsx';
import { problemText } from '../../order-session/wording.ts';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';

interface NameFormProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly children: ComponentChildren;
}

/** The name friends see, which may be left out. */
export function NameForm({ ui, state, children }: NameFormProps): VNode {
  const { trouble } = state;
  return (
    <form
      class="form"
      part="form"
      noValidate
      onSubmit={ui.guard((event: Event) => {
        event.preventDefault();
        ui.model.join();
      })}
    >
      <Field
        guard={ui.guard}
        name="name"
        label={ui.say('join.name')}
        hint={ui.say('join.hint')}
        value={state.name}
        autocomplete="given-name"
        optional
        onEdit={ui.model.editName}
      />
      {trouble?.doing === 'join' ? <p class="error">{problemText(ui, trouble.problem)}</p> : null}
      {children}
    </form>
  );
}
