import type { ComponentChildren, TargetedEvent, VNode } from 'preact';
import { described, FieldError } from './field-frame.tsx';
import type { Guard } from './guard.ts';
import { useUniqueId } from './unique-id.ts';

interface CheckboxProps {
  readonly guard: Guard;
  readonly name: string;
  readonly label: ComponentChildren;
  /** More about it, under its label. */
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly checked: boolean;
  /** Cannot be changed; `hint` says why. */
  readonly closed?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
}

/** One thing to tick: a card that can be pressed anywhere. */
export function Checkbox(props: CheckboxProps): VNode {
  const { guard, name, label, hint, error, checked, closed, onChange } = props;
  const id = useUniqueId();
  return (
    <div class="option" part="option">
      <label class="pick">
        <input
          type="checkbox"
          name={name}
          checked={checked}
          disabled={closed}
          aria-labelledby={id}
          {...described(id, props)}
          onChange={guard((event: TargetedEvent<HTMLInputElement>) => onChange(event.currentTarget.checked))}
        />
        <span id={id} class="pick-label">
          {label}
        </span>
        {hint ? (
          <span id={`${id}-hint`} class="pick-facts">
            <span class="pick-about">{hint}</span>
          </span>
        ) : null}
      </label>
      <FieldError id={id} error={error} />
    </div>
  );
}
