import type { ReviewSubject } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { described, FieldError } from '../../kit/field-frame.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { Ui } from '../ui.ts';

interface ScaleProps {
  readonly ui: Ui;
  readonly scale: ReviewSubject['scales'][number];
  readonly value: number | null;
  readonly error: string | undefined;
  /** Null takes the answer back. */
  readonly onChoose: (value: number | null) => void;
}

/** A question with five steps, whose ends, and where it has one whose middle, are written under it. */
export function Scale({ ui, scale, value, error, onChoose }: ScaleProps): VNode {
  const { label, low, middle, high, required } = scale;
  const id = useUniqueId();
  const words: Readonly<Record<number, string | null>> = { 1: low, 3: middle, 5: high };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML lets a fieldset be a radiogroup, which alone may be invalid.
    <fieldset class="scale-choice" part="choice" role="radiogroup" {...described(id, { error })}>
      <legend part="label">{required ? label : ui.say('optional', { label })}</legend>
      <div class="scale-steps">
        {[1, 2, 3, 4, 5].map((n) => (
          <label key={n} class="scale-step">
            <input
              type="radio"
              name={id}
              value={n}
              checked={n === value}
              aria-label={
                words[n]
                  ? ui.say('scale.value', { n: ui.format.number(n), word: words[n] ?? '' })
                  : ui.format.number(n)
              }
              onChange={ui.guard(() => onChoose(n))}
            />
            <span aria-hidden="true">{ui.format.number(n)}</span>
          </label>
        ))}
      </div>
      <div class="scale-words quiet" aria-hidden="true">
        <span>{low}</span>
        <span>{middle}</span>
        <span>{high}</span>
      </div>
      {value !== null && !required ? (
        <Button
          guard={ui.guard}
          kind="plain"
          label={ui.say('scale.clear.of', { label })}
          onPress={() => onChoose(null)}
        >
          {ui.say('scale.clear')}
        </Button>
      ) : null}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
