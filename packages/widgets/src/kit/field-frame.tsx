import type { ComponentChildren, VNode } from 'preact';

interface FieldFrameProps {
  /** Of the input inside; hint and error are named after it. */
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** Label, hint and error around an input. They stand in one root with it, where assistive technology can follow. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps): VNode {
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
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** What is wrong with an input, under it. */
export function FieldError({ id, error }: Pick<FieldFrameProps, 'id' | 'error'>): VNode | null {
  return error ? (
    <p id={`${id}-error`} class="error" part="error">
      {error}
    </p>
  ) : null;
}

/** What an input inside a frame says of itself: whether it is wrong, and where that and its hint are written. */
export function described(
  id: string,
  { hint, error }: Pick<FieldFrameProps, 'hint' | 'error'>,
): { 'aria-invalid': 'true' | undefined; 'aria-describedby': string | undefined } {
  const names = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean);
  return {
    'aria-invalid': error ? 'true' : undefined,
    'aria-describedby': names.join(' ') || undefined,
  };
}
