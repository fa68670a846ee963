import type { TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ClaimState } from '../state.ts';
import { type ClaimsUi, troubleText } from '../ui.ts';

/** The number of the parcel the shopper sent on their own, so that it can be followed. */
export function TellParcel({ ui, state }: { readonly ui: ClaimsUi; readonly state: ClaimState }): VNode {
  const [values, setValues] = useState({ number: '', carrier: '' });
  const [isMissing, setMissing] = useState(false);
  const { trouble, doing } = state;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    setMissing(!values.number.trim());
    ui.model.tellParcel(values.number, values.carrier);
  };
  return (
    <form class="form tell-parcel" part="form" noValidate onSubmit={ui.guard(submit)}>
      <Field
        guard={ui.guard}
        name="trackingNumber"
        label={ui.say('parcel.number')}
        hint={ui.say('parcel.number.hint')}
        error={isMissing && !values.number.trim() ? ui.say('parcel.number.missing') : undefined}
        value={values.number}
        autocomplete="off"
        onEdit={(number) => setValues({ ...values, number })}
      />
      <Field
        guard={ui.guard}
        name="carrier"
        label={ui.say('parcel.carrier')}
        value={values.carrier}
        autocomplete="off"
        optional
        onEdit={(carrier) => setValues({ ...values, carrier })}
      />
      {trouble?.action === 'parcel' ? (
        <Notice tone="problem">{troubleText(ui, trouble.problem)}</Notice>
      ) : null}
      <div class="ways">
        <Button guard={ui.guard} submit busy={doing !== null}>
          {ui.say(doing === 'parcel' ? 'sending' : 'parcel.tell')}
        </Button>
      </div>
    </form>
  );
}
