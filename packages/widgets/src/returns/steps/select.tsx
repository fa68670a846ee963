import type { TargetedEvent, VNode } from 'preact';
import { described, FieldFrame } from '../../kit/field-frame.tsx';
import type { Guard } from '../../kit/guard.ts';
import { Icon } from '../../kit/icon.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';

interface SelectProps {
  readonly guard: Guard;
  readonly label: string;
  /** Stands there while nothing is chosen. */
  readonly empty: string;
  readonly error: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
}

/** One of several in a list that opens: the browser's own, which every phone knows best how to show. */
export function Select({ guard, label, empty, error, options, value, onChoose }: SelectProps): VNode {
  const id = useUniqueId();
  return (
    <FieldFrame id={id} label={label} error={error}>
      <span class="select">
        <select
          id={id}
          part="input"
          required
          {...described(id, { error })}
          onChange={guard((event: TargetedEvent<HTMLSelectElement>) => {
            if (event.currentTarget.value) onChoose(event.currentTarget.value);
          })}
        >
          {value === null ? (
            <option value="" selected>
              {empty}
            </option>
          ) : null}
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </FieldFrame>
  );
}
