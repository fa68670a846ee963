import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Field } from '../kit/field.tsx';
import { Icon } from '../kit/icon.tsx';
import type { LookupField, LookupState } from './state.ts';
import { lookupProblemText } from './wording.ts';
import type { SessionUi } from './words.ts';

/** The form that finds an order. */
export function Lookup({ ui, state }: { readonly ui: SessionUi; readonly state: LookupState }): VNode {
  const { because, phase, values, fields, gift } = state;
  const { lookUpGift } = ui.model;
  const form = useRef<HTMLFormElement>(null);
  const busy = phase === 'submitting';
  const problem = lookupProblemText(ui, state);
  useEffect(() => {
    const [first] = Object.keys(fields);
    if (first) form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  }, [fields]);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    // What password managers and old browsers fill in is not always told by an event, so it is read here.
    const data = new FormData(event.currentTarget);
    ui.model.find({ order: `${data.get('order') ?? ''}`, contact: `${data.get('contact') ?? ''}` });
  };
  const field = (name: LookupField): Parameters<typeof Field>[0] => {
    const mistake = fields[name];
    const isCode = gift === true && name === 'contact';
    const words = (end: string): string => ui.known(`lookup.${isCode ? 'gift.code' : name}${end}`) ?? '';
    return {
      guard: ui.guard,
      name,
      label: words(''),
      hint: words('.hint'),
      error: mistake && words(`.${mistake}`),
      value: values[name],
      // A phone number or a postcode may be typed as well; the address is what browsers have at hand.
      autocomplete: name === 'order' || isCode ? 'off' : 'email',
      inputMode: name === 'order' || isCode ? 'text' : 'email',
      onEdit: (value) => ui.model.edit(name, value),
    };
  };

  return (
    <section class="card" part="card">
      <header class="words">
        <h2 class="headline" part="headline" tabIndex={-1}>
          {(gift && ui.known('lookup.gift')) || ui.t('lookup')}
        </h2>
        <p class="quiet">
          {(gift && ui.known('lookup.gift.intro')) ||
            ui.t(because === 'asked' ? 'lookup.intro' : `lookup.${because}`)}
        </p>
      </header>
      <form ref={form} class="form" part="form" noValidate onSubmit={ui.guard(submit)}>
        <Field {...field('order')} />
        <Field {...field('contact')} />
        {problem ? (
          <p class="panel-box problem" part="problem">
            <Icon name="alert" />
            <span>{problem}</span>
          </p>
        ) : null}
        <Button guard={ui.guard} kind="primary" submit busy={busy || state.lockedUntil !== null}>
          {ui.t(busy ? 'lookup.finding' : 'lookup.find')}
        </Button>
        {lookUpGift ? (
          <Button guard={ui.guard} kind="plain" busy={busy} onPress={() => lookUpGift(!gift)}>
            {ui.known(gift ? 'lookup.to_order' : 'lookup.to_gift')}
          </Button>
        ) : null}
      </form>
    </section>
  );
}
