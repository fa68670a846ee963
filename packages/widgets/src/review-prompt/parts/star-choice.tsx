import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { Ui } from '../ui.ts';
import { starShape } from './star-shape.ts';

interface StarChoiceProps {
  readonly ui: Ui;
  /** What is rated, for who does not see what it stands beside. */
  readonly title: string;
  readonly value: number | null;
  /** True where what was tapped is kept at once. */
  readonly kept?: boolean | undefined;
  readonly onChoose: (stars: number) => void;
}

/**
 * Five stars: a real group of radio buttons, with the keys of one and Home and End beside. What a star means stands under them
 * in words.
 */
export function StarChoice({ ui, title, value, kept, onChoose }: StarChoiceProps): VNode {
  const id = useUniqueId();
  const word = (n: number): string => ui.say(`star.${n as 1 | 2 | 3 | 4 | 5}`);
  const choose = (n: number, group: HTMLElement): void => {
    onChoose(n);
    group.querySelectorAll('input')[n - 1]?.focus();
  };
  return (
    <fieldset
      class="star-choice"
      part="stars"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML lets a fieldset be a radiogroup.
      role="radiogroup"
      onKeyDown={ui.guard((event: KeyboardEvent) => {
        const to = { Home: 1, End: 5 }[event.key];
        if (!to) return;
        event.preventDefault();
        choose(to, event.currentTarget as HTMLElement);
      })}
    >
      <legend class="unseen">{ui.say('stars', { title })}</legend>
      <div class="star-row">
        {[1, 2, 3, 4, 5].map((n) => (
          <label key={n} class={n <= (value ?? 0) ? 'star on' : 'star'} title={word(n)}>
            <input
              type="radio"
              name={id}
              value={n}
              checked={n === value}
              aria-label={ui.say('stars.n', { n, word: word(n) })}
              onChange={ui.guard(() => onChoose(n))}
            />
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={starShape} />
            </svg>
          </label>
        ))}
      </div>
      {value ? (
        <p class="star-word">
          <strong>{word(value)}</strong>
          {kept ? (
            <span class="status success">
              <Icon name="check" />
              <span>{ui.say('kept')}</span>
            </span>
          ) : null}
        </p>
      ) : null}
    </fieldset>
  );
}
