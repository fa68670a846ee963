import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { StepHeading } from '../../kit/step-heading.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { offeredItems } from '../entered.ts';
import type { FormState, WithdrawalField } from '../state.ts';
import type { Ui } from '../ui.ts';
import { mistakeText } from '../wording.ts';
import { Items } from './items.tsx';
import { WayOn } from './way-on.tsx';

/** The first step: who, which contract, where the acknowledgement goes. */
export function FormStep({ ui, state }: { readonly ui: Ui; readonly state: FormState }): VNode {
  const { values, mistakes, known } = state;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const [first] = Object.keys(mistakes);
    if (first) form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  }, [mistakes]);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    // What password managers and old browsers fill in is not always told by an event, so it is read here.
    const data = new FormData(event.currentTarget);
    const entered = (name: WithdrawalField): string => `${data.get(name) ?? ''}`;
    ui.model.next({
      name: entered('name'),
      contract: entered('contract'),
      email: entered('email'),
      items: entered('items'),
    });
  };
  const field = (name: 'name' | 'contract' | 'email', autocomplete: string): Parameters<typeof Field>[0] => ({
    guard: ui.guard,
    name,
    label: ui.say(name),
    hint: name === 'contract' ? ui.say('contract.hint') : undefined,
    error: mistakeText(ui, name, mistakes),
    value: values[name],
    autocomplete,
    inputMode: name === 'email' ? 'email' : 'text',
    onEdit: (value) => ui.model.edit(name, value),
  });
  const offered = offeredItems(state);
  const isPicked = offered.length > 0;

  return (
    <section class="card" part="card">
      <StepHeading
        title={ui.say('function')}
        progress={ui.say('step', { n: 1, total: 2 })}
        step={1}
        total={2}
        about={known.storeName ? ui.say('intro', { store: known.storeName }) : ui.say('intro.shop')}
      />
      <form ref={form} class="form" part="form" noValidate onSubmit={ui.guard(submit)}>
        <Field {...field('name', 'name')} />
        <Field {...field('contract', 'off')} />
        <Field {...field('email', 'email')} />
        {isPicked ? <Items ui={ui} items={offered} chosen={state.chosen} /> : null}
        <TextArea
          guard={ui.guard}
          name="items"
          label={ui.say(isPicked ? 'items.words' : 'items')}
          hint={isPicked ? undefined : ui.say('items.hint')}
          error={mistakeText(ui, 'items', mistakes)}
          value={values.items}
          maxLength={2000}
          onEdit={(value) => ui.model.edit('items', value)}
        />
        <Button guard={ui.guard} kind="primary" submit>
          {ui.say('next')}
        </Button>
      </form>
      <WayOn ui={ui} entered={state} />
    </section>
  );
}
