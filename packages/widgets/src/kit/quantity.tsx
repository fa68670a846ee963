import type { TargetedEvent, TargetedInputEvent, VNode } from 'preact';
import type { Guard } from './guard.ts';
import { useUniqueId } from './unique-id.ts';

interface QuantityProps {
  readonly guard: Guard;
  /** In full for who does not see what it stands beside: `Quantity of Lamp "Arc"`. */
  readonly label: string;
  /** Shows the label; otherwise it is for screen readers only. */
  readonly showLabel?: boolean | undefined;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The words for one less and one more; they name the thing too. */
  readonly less: string;
  readonly more: string;
  readonly onChange: (value: number) => void;
  /** Says the new number aloud after a press, when the focus is not on it. */
  readonly announce?: ((value: number) => void) | undefined;
}

/** How many: a number that can be typed, with a button for one less and one more. Tells whole numbers within its limits only. */
export function Quantity(props: QuantityProps): VNode {
  const { guard, label, showLabel, value, min, max, onChange } = props;
  const id = useUniqueId();
  const button = (sign: string, name: string, next: number): VNode => (
    <button
      type="button"
      class="button quantity-button"
      part="button"
      aria-label={name}
      aria-controls={id}
      aria-disabled={next < min || next > max ? 'true' : undefined}
      onClick={guard(() => {
        if (next < min || next > max) return;
        onChange(next);
        props.announce?.(next);
      })}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div class="quantity" part="quantity">
      <label for={id} class={showLabel ? undefined : 'unseen'} part="label">
        {label}
      </label>
      <div class="quantity-row">
        {button('\u2212', props.less, value - 1)}
        <input
          id={id}
          part="input"
          type="number"
          inputMode="numeric"
          autocomplete="off"
          min={min}
          max={max}
          step={1}
          value={value}
          onInput={guard((event: TargetedInputEvent<HTMLInputElement>) => {
            const typed = event.currentTarget.valueAsNumber;
            if (Number.isInteger(typed) && typed >= min && typed <= max) onChange(typed);
          })}
          // What was left half typed, or is more than there is, becomes the nearest number that can be.
          onChange={guard((event: TargetedEvent<HTMLInputElement>) => {
            const typed = Math.round(event.currentTarget.valueAsNumber);
            const meant = Number.isNaN(typed) ? value : Math.min(max, Math.max(min, typed));
            event.currentTarget.value = `${meant}`;
            if (meant !== value) onChange(meant);
          })}
        />
        {button('+', props.more, value + 1)}
      </div>
    </div>
  );
}
