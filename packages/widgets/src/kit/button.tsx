import type { ComponentChildren, VNode } from 'preact';
import type { Guard } from './guard.ts';

interface ButtonProps {
  readonly guard: Guard;
  readonly onPress?: (() => unknown) | undefined;
  /** `primary` is for the one thing to do on a screen, `plain` looks like a link. */
  readonly kind?: 'primary' | 'secondary' | 'plain' | undefined;
  /** Submits its form in place of calling `onPress`. */
  readonly submit?: boolean | undefined;
  /** Cannot be pressed for now. It keeps the focus and its place in the order of tabs. */
  readonly busy?: boolean | undefined;
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}

/** A button. What its handler throws goes through the guard. */
export function Button(props: ButtonProps): VNode {
  const { guard, onPress, kind = 'secondary', submit, busy, label, children } = props;
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={`button ${kind}`}
      part={`button button-${kind}`}
      aria-disabled={busy ? 'true' : undefined}
      aria-label={label}
      onClick={guard((event: MouseEvent) => {
        if (!busy) return onPress?.();
        return event.preventDefault();
      })}
    >
      {children}
    </button>
  );
}
