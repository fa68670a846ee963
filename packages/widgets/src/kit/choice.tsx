import type { ComponentChildren, VNode } from 'preact';
import { described, FieldError } from './field-frame.tsx';
import type { Guard } from './guard.ts';
import { useUniqueId } from './unique-id.ts';

/** One of the things to choose from. */
export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: ComponentChildren;
  /** More about it, under its label. */
  readonly about?: ComponentChildren;
  /** What it costs or gives, at the end of its line. */
  readonly aside?: ComponentChildren;
  /** Cannot be chosen; `about` says why. */
  readonly closed?: boolean | undefined;
  /** What else there is to say or choose once it is chosen; stands under its card. */
  readonly more?: ComponentChildren;
}

interface ChoiceProps<Value extends string> {
  readonly guard: Guard;
  readonly legend: ComponentChildren;
  /** For screen readers only, where a heading above says the same. */
  readonly hideLegend?: boolean | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly options: readonly ChoiceOption<Value>[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChoose: (value: Value) => void;
}

/** One of several, each a card that can be pressed anywhere: a real group of radio buttons, with the keys of one. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): VNode {
  const { guard, legend, hideLegend, hint, error, options, value, onChoose } = props;
  // The name that ties the buttons together; no other group of the page may have it.
  const id = useUniqueId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML lets a fieldset be a radiogroup, which alone may be invalid.
    <fieldset class="choice" part="choice" role="radiogroup" {...described(id, props)}>
      <legend class={hideLegend ? 'unseen' : undefined} part="label">
        {legend}
      </legend>
      {hint ? (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      ) : null}
      {options.map((option, index) => {
        const own = `${id}-${index}`;
        return (
          <div key={option.value} class="option" part="option">
            <label class="pick">
              <input
                type="radio"
                name={id}
                value={option.value}
                checked={option.value === value}
                disabled={option.closed}
                aria-labelledby={own}
                aria-describedby={option.about || option.aside ? `${own}-about` : undefined}
                onChange={guard(() => onChoose(option.value))}
              />
              <span id={own} class="pick-label">
                {option.label}
              </span>
              {option.about || option.aside ? (
                <span id={`${own}-about`} class="pick-facts">
                  {option.about ? <span class="pick-about">{option.about}</span> : null}
                  {option.aside ? <span class="pick-aside">{option.aside}</span> : null}
                </span>
              ) : null}
            </label>
            {option.more && option.value === value ? <div class="pick-more">{option.more}</div> : null}
          </div>
        );
      })}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
