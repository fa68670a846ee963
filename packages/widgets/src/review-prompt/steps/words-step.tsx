import type { VNode } from 'preact';
import { TextArea } from '../../kit/text-area.tsx';
import { most } from '../mistakes.ts';
import { LineField } from './line-field.tsx';
import { mistakeText } from './mistakes-text.ts';
import type { StepProps } from './write.tsx';

/** Title and text, with questions that help to write. */
export function WordsStep({ ui, state, subject, draft }: StepProps): VNode {
  const { fields, prompts } = subject;
  const label = (name: 'title' | 'text'): string =>
    fields[name] === 'required'
      ? ui.say(`field.${name}`)
      : ui.say('optional', { label: ui.say(`field.${name}`) });
  return (
    <>
      {prompts.length > 0 && fields.text !== 'off' ? (
        <div class="panel-box prompts" part="prompts">
          <p class="quiet">{ui.say('prompts')}</p>
          <ul>
            {prompts.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {fields.text === 'off' ? null : (
        <TextArea
          guard={ui.guard}
          name="review"
          label={label('text')}
          error={mistakeText(ui, state.mistakes, 'text')}
          value={draft.text}
          required={fields.text === 'required'}
          maxLength={most.text}
          left={(n) => ui.say('left.characters', { n })}
          onEdit={(text) => ui.model.change({ text })}
        />
      )}
      {fields.title === 'off' ? null : (
        <LineField
          guard={ui.guard}
          name="review-title"
          label={label('title')}
          error={mistakeText(ui, state.mistakes, 'title')}
          value={draft.title}
          maxLength={most.title}
          required={fields.title === 'required'}
          onEdit={(title) => ui.model.change({ title })}
        />
      )}
    </>
  );
}
