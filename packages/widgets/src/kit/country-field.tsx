import type { TargetedEvent, VNode } from 'preact';
import { countryCodes } from './country-codes.ts';
import { described, FieldFrame } from './field-frame.tsx';
import type { Guard } from './guard.ts';
import { useUniqueId } from './unique-id.ts';

interface CountryFieldProps {
  readonly guard: Guard;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** What stands there as long as nothing is chosen. */
  readonly choose: string;
  /** How a country is called, and in which language the names are put in order. */
  readonly nameOf: (code: string) => string;
  readonly locale: string;
  /** An ISO 3166-1 alpha-2 code, or empty. */
  readonly value: string;
  /** May be left empty. */
  readonly optional?: boolean | undefined;
  readonly onChoose: (code: string) => void;
}

/** A labelled choice of a country. */
export function CountryField(props: CountryFieldProps): VNode {
  const { guard, label, hint, error, choose, nameOf, locale, value, optional, onChoose } = props;
  const id = useUniqueId();
  const names = countryCodes
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        name="country"
        part="input"
        autocomplete="country"
        required={!optional}
        {...described(id, { hint, error })}
        onChange={guard((event: TargetedEvent<HTMLSelectElement>) => onChoose(event.currentTarget.value))}
      >
        <option value="">{choose}</option>
        {names.map(({ code, name }) => (
          <option key={code} value={code} selected={code === value}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
