import type { TargetedInputEvent, VNode } from 'preact';
import { described, FieldFrame } from './field-frame.tsx';
import type { Guard } from './guard.ts';
import { useUniqueId } from './unique-id.ts';

interface TextAreaProps {
  readonly guard: Guard;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  /** May not be left empty. */
  readonly required?: boolean | undefined;
  /** In UTF-16 units, as `maxlength` and the wire count. */
  readonly maxLength?: number | undefined;
  /** Says how many characters are left; shown once a fifth of them or less is. */
  readonly left?: ((characters: number) => string) | undefined;
  readonly onEdit: (value: string) => void;
}

/** A labelled text of several lines, which grows with what is written where the browser can do that. */
export function TextArea(props: TextAreaProps): VNode {
  const { guard, name, value, required, maxLength, onEdit } = props;
  const id = useUniqueId();
  const left = maxLength === undefined ? Number.POSITIVE_INFINITY : maxLength - value.length;
  const isShort = maxLength !== undefined && left <= maxLength / 5;
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error}>
      <textarea
        id={id}
        name={name}
        part="input"
        dir="auto"
        rows={3}
        value={value}
        required={required}
        maxLength={maxLength}
        {...described(id, props)}
        onInput={guard((event: TargetedInputEvent<HTMLTextAreaElement>) => onEdit(event.currentTarget.value))}
      />
      {isShort && props.left ? <p class="hint">{props.left(left)}</p> : null}
    </FieldFrame>
  );
}
