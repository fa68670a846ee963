import type { TargetedEvent, VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { described, FieldFrame } from '../../kit/field-frame.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { FilingState, TypedAddress } from '../state.ts';
import type { ClaimsUi } from '../ui.ts';
import { ClaimFrame } from './claim-frame.tsx';
import { countryCodes } from './countries.ts';

interface AddressProps {
  readonly ui: ClaimsUi;
  readonly state: FilingState;
}

/** Where a device or a part goes to: the address the store knows, or another. */
export function AddressStep({ ui, state }: AddressProps): VNode {
  const { options, choice } = state;
  return (
    <ClaimFrame ui={ui} state={state} next={ui.say('next')}>
      {options.addressKnown ? (
        <Choice
          guard={ui.guard}
          legend={ui.say('check.address')}
          hideLegend
          options={[
            { value: 'known', label: ui.say('address.known') },
            {
              value: 'other',
              label: ui.say('address.other'),
              more: <AddressFields ui={ui} state={state} />,
            },
          ]}
          value={choice.addressKind}
          onChoose={ui.model.setAddressKind}
        />
      ) : (
        <AddressFields ui={ui} state={state} />
      )}
    </ClaimFrame>
  );
}

const fields = [
  ['name', 'name'],
  ['line1', 'address-line1'],
  ['line2', 'address-line2'],
  ['postcode', 'postal-code'],
  ['city', 'address-level2'],
  ['region', 'address-level1'],
] as const satisfies readonly (readonly [keyof TypedAddress, string])[];

const needed: readonly string[] = ['name', 'line1', 'city'];

function AddressFields({ ui, state }: AddressProps): VNode {
  const { choice, mistakes } = state;
  return (
    <div class="form address-fields">
      {fields.map(([name, autocomplete]) => (
        <Field
          key={name}
          guard={ui.guard}
          name={name}
          label={ui.say(`address.${name}`)}
          error={mistakes[name] && (ui.known(`mistake.${name}.missing`) ?? undefined)}
          value={choice.address[name]}
          autocomplete={autocomplete}
          optional={!needed.includes(name)}
          onEdit={(value) => ui.model.setAddress({ [name]: value })}
        />
      ))}
      <CountryField ui={ui} state={state} />
    </div>
  );
}

function CountryField({ ui, state }: AddressProps): VNode {
  const id = useUniqueId();
  const error = state.mistakes.country && ui.say('mistake.country.missing');
  const { country } = state.choice.address;
  const names = countryCodes
    .map((code) => ({ code, name: ui.format.country(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, ui.locale));
  return (
    <FieldFrame id={id} label={ui.say('address.country')} error={error}>
      <select
        id={id}
        name="country"
        part="input"
        autocomplete="country"
        required
        {...described(id, { error })}
        onChange={ui.guard((event: TargetedEvent<HTMLSelectElement>) =>
          ui.model.setAddress({ country: event.currentTarget.value }),
        )}
      >
        <option value="">{ui.say('choose')}</option>
        {names.map(({ code, name }) => (
          <option key={code} value={code} selected={code === country}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
