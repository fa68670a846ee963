import type { TargetedInputEvent, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import { most } from '../mistakes.ts';
import type { Ui } from '../ui.ts';

interface PointListProps {
  readonly ui: Ui;
  readonly kind: 'pros' | 'cons';
  readonly points: readonly string[];
  readonly onChange: (points: string[]) => void;
}

/** Short points, added and taken out one at a time. Enter adds; taking one out leads to the next, or back to the field. */
export function PointList({ ui, kind, points, onChange }: PointListProps): VNode {
  const [typed, type] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useUniqueId();
  const label = ui.say(kind);
  const add = (): void => {
    const point = typed.trim();
    type('');
    field.current?.focus();
    if (!point || points.includes(point) || points.length >= most.points) return;
    onChange([...points, point]);
    ui.said.value = { text: ui.say('points.added', { point }) };
  };
  const remove = (index: number): void => {
    const point = points[index] ?? '';
    const buttons = list.current?.querySelectorAll('button');
    (buttons?.[index + 1] ?? buttons?.[index - 1] ?? field.current)?.focus();
    onChange(points.filter((_, at) => at !== index));
    ui.said.value = { text: ui.say('points.removed', { point }) };
  };
  return (
    <div class="field" part="field">
      <label for={id} part="label">
        {ui.say('optional', { label })}
      </label>
      {points.length > 0 ? (
        <ul ref={list} class="chip-list">
          {points.map((point, index) => (
            <li key={point} class={kind === 'pros' ? 'chip-said success' : 'chip-said neutral'}>
              <Icon name={kind === 'pros' ? 'check' : 'dot'} />
              <span>{point}</span>
              <button
                type="button"
                class="chip-remove"
                aria-label={ui.say('points.remove', { point })}
                onClick={ui.guard(() => remove(index))}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {points.length < most.points ? (
        <div class="chip-row">
          <input
            ref={field}
            id={id}
            name={kind}
            part="input"
            type="text"
            dir="auto"
            autocomplete="off"
            enterkeyhint="done"
            value={typed}
            maxLength={most.point}
            onInput={ui.guard((event: TargetedInputEvent<HTMLInputElement>) =>
              type(event.currentTarget.value),
            )}
            onKeyDown={ui.guard((event: KeyboardEvent) => {
              // While a word is being composed, Enter belongs to that.
              if (event.key !== 'Enter' || event.isComposing) return;
              event.preventDefault();
              add();
            })}
            onBlur={ui.guard((event: FocusEvent) => {
              // What was typed and not added is meant all the same.
              const to = event.relatedTarget as Node | null;
              if (typed.trim() && !(event.currentTarget as HTMLElement).parentElement?.contains(to)) {
                const point = typed.trim();
                type('');
                if (!points.includes(point)) onChange([...points, point]);
              }
            })}
          />
          <Button guard={ui.guard} label={ui.say('points.add.of', { label })} onPress={add}>
            {ui.say('points.add')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
