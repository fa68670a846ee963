import type { TargetedInputEvent, VNode } from 'preact';
import { described, FieldFrame } from './field-frame.tsx';
import type { Guard } from './guard.ts';
import { useUniqueId } from './unique-id.ts';

interface FieldProps {
  readonly guard: Guard;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly autocomplete: string;
  readonly inputMode?: 'text' | 'email' | 'numeric' | undefined;
  /** May be left empty. */
  readonly optional?: boolean | undefined;
  readonly onEdit: (value: string) => void;
}

/** A labelled input of one line. */
export function Field(props: FieldProps): VNode {
  const { guard, name, value, autocomplete, inputMode, optional, onEdit } = props;
  const id = useUniqueId();
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error}>
      <input
        id={id}
        name={name}
        part="input"
        type="text"
        dir="auto"
        value={value}
        required={!optional}
        autocomplete={autocomplete}
        inputMode={inputMode}
        autocapitalize="none"
        spellcheck={false}
        {...described(id, props)}
        onInput={guard((event: TargetedInputEvent<HTMLInputElement>) => onEdit(event.currentTarget.value))}
      />
    </FieldFrame>
  );
}
