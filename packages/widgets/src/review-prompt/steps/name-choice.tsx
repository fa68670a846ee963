import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Choice } from '../../kit/choice.tsx';
import { most } from '../mistakes.ts';
import type { Draft } from '../state.ts';
import type { Ui } from '../ui.ts';
import { LineField } from './line-field.tsx';

interface NameChoiceProps {
  readonly ui: Ui;
  /** Those that are known. */
  readonly names: readonly string[];
  /** As it is shown by now; null: anonymous. */
  readonly value: string | null;
  readonly draft: Draft;
  readonly error: string | undefined;
}

/** Which name stands above the review: one that is known, another, or none. */
export function NameChoice({ ui, names, value, draft, error }: NameChoiceProps): VNode {
  const { name: said } = draft;
  const [isOther, setOther] = useState(typeof said === 'string' && !names.includes(said));
  const chosen = isOther ? 'other' : value === null ? 'anonymous' : `name-${names.indexOf(value)}`;
  return (
    <div class="names">
      <Choice
        guard={ui.guard}
        legend={ui.say('name')}
        options={[
          ...names.map((name, index) => ({ value: `name-${index}`, label: <bdi>{name}</bdi> })),
          { value: 'anonymous', label: ui.say('name.anonymous') },
          {
            value: 'other',
            label: ui.say('name.other'),
            more: (
              <LineField
                guard={ui.guard}
                name="shown-name"
                label={ui.say('name.other.field')}
                error={error}
                value={draft.name ?? ''}
                maxLength={most.name}
                onEdit={(name) => ui.model.change({ name })}
              />
            ),
          },
        ]}
        value={chosen}
        onChoose={(option) => {
          setOther(option === 'other');
          const name = option === 'other' ? '' : (names[Number(option.slice('name-'.length))] ?? null);
          ui.model.change({ name });
        }}
      />
    </div>
  );
}
