import type { TargetedInputEvent, VNode } from 'preact';
import { described, FieldFrame } from '../../kit/field-frame.tsx';
import type { Guard } from '../../kit/guard.ts';
import { useUniqueId } from '../../kit/unique-id.ts';

interface LineFieldProps {
  readonly guard: Guard;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly maxLength: number;
  readonly required?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly onEdit: (value: string) => void;
}

/** A line of somebody's own words: capital letters and the browser's spelling stay as they are there. */
export function LineField(props: LineFieldProps): VNode {
  const { guard, name, label, hint, error, value, maxLength, required, autocomplete = 'off', onEdit } = props;
  const id = useUniqueId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={name}
        part="input"
        type="text"
        dir="auto"
        value={value}
        required={required}
        maxLength={maxLength}
        autocomplete={autocomplete}
        {...described(id, props)}
        onInput={guard((event: TargetedInputEvent<HTMLInputElement>) => onEdit(event.currentTarget.value))}
      />
    </FieldFrame>
  );
}
