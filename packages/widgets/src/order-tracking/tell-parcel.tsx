import type { TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Field } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import type { Words } from '../order-session/words.ts';
import { english } from './parcel-back.messages.ts';

interface TellParcelProps {
  readonly words: Words;
  /** What is being done to the case it is about: `parcel` while the number is sent; null when nothing is. */
  readonly doing: string | null;
  /** Why the number did not get through. */
  readonly trouble: string | null;
  readonly onTell: (number: string, carrier: string) => void;
}

/** The number of the parcel the shopper sent on their own, so that it can be followed. */
export function TellParcel({ words, doing, trouble, onTell }: TellParcelProps): VNode {
  const [values, setValues] = useState({ number: '', carrier: '' });
  const [isMissing, setMissing] = useState(false);
  const say = (key: keyof typeof english): string => words.known(key) ?? english[key];
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    setMissing(!values.number.trim());
    onTell(values.number, values.carrier);
  };
  return (
    <form class="form tell-parcel" part="form" noValidate onSubmit={words.guard(submit)}>
      <Field
        guard={words.guard}
        name="trackingNumber"
        label={say('parcel.number')}
        hint={say('parcel.number.hint')}
        error={isMissing && !values.number.trim() ? say('parcel.number.missing') : undefined}
        value={values.number}
        autocomplete="off"
        onEdit={(number) => setValues({ ...values, number })}
      />
      <Field
        guard={words.guard}
        name="carrier"
        label={say('parcel.carrier')}
        value={values.carrier}
        autocomplete="off"
        optional
        onEdit={(carrier) => setValues({ ...values, carrier })}
      />
      {trouble ? <Notice tone="problem">{trouble}</Notice> : null}
      <div class="ways">
        <Button guard={words.guard} submit busy={doing !== null}>
          {(doing === 'parcel' && words.known('sending')) || say('parcel.tell')}
        </Button>
      </div>
    </form>
  );
}
