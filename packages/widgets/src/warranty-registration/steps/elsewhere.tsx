import type { TargetedEvent, VNode } from 'preact';
import { Checkbox } from '../../kit/checkbox.tsx';
import { CountryField } from '../../kit/country-field.tsx';
import { described, FieldFrame } from '../../kit/field-frame.tsx';
import { Quantity } from '../../kit/quantity.tsx';
import { StepHeading } from '../../kit/step-heading.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { ElsewhereState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { FormFrame } from './form-frame.tsx';
import { Product } from './product.tsx';
import { TextField } from './text-field.tsx';

interface ElsewhereProps {
  readonly ui: Ui;
  readonly state: ElsewhereState;
}

/** Something bought elsewhere: which product, then when and where; serial number and proof follow with the item. */
export function Elsewhere({ ui, state }: ElsewhereProps): VNode {
  const isFirst = state.step === 'product';
  const step = isFirst ? 1 : 2;
  return (
    <FormFrame
      ui={ui}
      state={state}
      heading={
        <StepHeading
          title={ui.say(`${state.step}.title`)}
          progress={ui.say('step', { n: step, total: 3 })}
          step={step}
          total={3}
          about={isFirst ? undefined : state.product?.title}
        />
      }
      next={ui.say('next')}
      onNext={ui.model.next}
      previous={ui.say(isFirst ? 'cancel' : 'previous')}
      onPrevious={isFirst ? ui.model.toStart : ui.model.back}
    >
      {isFirst ? <Product ui={ui} state={state} /> : <Purchase ui={ui} state={state} />}
    </FormFrame>
  );
}

function Purchase({ ui, state }: ElsewhereProps): VNode {
  const { values, mistakes, about, quantity } = state;
  const id = useUniqueId();
  const set = ui.model.setPurchase;
  const mistake = mistakes.purchasedOn;
  const error = mistake && ui.say(`purchasedOn.${mistake}`);
  return (
    <>
      <FieldFrame id={id} label={ui.say('purchase.day')} error={error}>
        <input
          id={id}
          name="purchasedOn"
          part="input"
          type="date"
          required
          max={new Date(ui.model.now()).toISOString().slice(0, 10)}
          value={values.purchasedOn}
          {...described(id, { error })}
          onChange={ui.guard((event: TargetedEvent<HTMLInputElement>) =>
            set({ purchasedOn: event.currentTarget.value }),
          )}
        />
      </FieldFrame>
      <Checkbox
        guard={ui.guard}
        name="about"
        label={ui.say('purchase.day.about')}
        hint={about ? ui.say('purchase.day.about.hint') : undefined}
        checked={about}
        onChange={(next) => set({ about: next })}
      />
      <TextField
        ui={ui}
        name="where"
        label={ui.say('where')}
        hint={ui.say('where.hint')}
        value={values.where}
        mistakes={mistakes}
        autocomplete="off"
        onEdit={(where) => set({ where })}
      />
      <CountryField
        guard={ui.guard}
        label={ui.say('country')}
        hint={ui.say('country.hint')}
        error={mistakes.country && ui.say('mistakes')}
        choose={ui.say('country.choose')}
        nameOf={ui.format.country}
        locale={ui.locale}
        value={values.country}
        optional
        onChoose={(country) => set({ country })}
      />
      <Quantity
        guard={ui.guard}
        label={ui.say('purchase.quantity')}
        showLabel
        value={quantity}
        min={1}
        max={20}
        less={ui.say('less')}
        more={ui.say('more_units')}
        onChange={(next) => set({ quantity: next })}
        announce={(n) => {
          ui.said.value = { text: ui.t('quantity', { n }) };
        }}
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
    </>
  );
}
