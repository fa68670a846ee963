import type { TargetedInputEvent, VNode } from 'preact';
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
  readonly onEdit: (value: string) => void;
}

/**
 * A labelled input. Hint and error are tied to it within the same root, where assistive technology can follow.
 */
export function Field(props: FieldProps): VNode {
  const { guard, name, label, hint, error, value, autocomplete, inputMode, onEdit } = props;
  const id = useUniqueId();
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div class="field" part="field">
      <label for={id} part="label">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        name={name}
        part="input"
        type="text"
        dir="auto"
        value={value}
        required
        autocomplete={autocomplete}
        inputMode={inputMode}
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={guard((event: TargetedInputEvent<HTMLInputElement>) => onEdit(event.currentTarget.value))}
      />
      {error ? (
        <p id={`${id}-error`} class="error" part="error">
          {error}
        </p>
      ) : null}
    </div>
  );
}
