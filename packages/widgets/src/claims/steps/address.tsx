import type { VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { CountryField } from '../../kit/country-field.tsx';
import { Field } from '../../kit/field.tsx';
import type { FilingState, TypedAddress } from '../state.ts';
import type { ClaimsUi } from '../ui.ts';
import { ClaimFrame } from './claim-frame.tsx';

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
      <CountryField
        guard={ui.guard}
        label={ui.say('address.country')}
        error={mistakes.country && ui.say('mistake.country.missing')}
        choose={ui.say('choose')}
        nameOf={ui.format.country}
        locale={ui.locale}
        value={choice.address.country}
        onChoose={(country) => ui.model.setAddress({ country })}
      />
    </div>
  );
}
