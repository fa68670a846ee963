import type { VNode } from 'preact';
import { Field } from '../../kit/field.tsx';
import type { FieldMistakes } from '../state.ts';
import type { Ui } from '../ui.ts';

interface TextFieldProps {
  readonly ui: Ui;
  readonly name: 'where' | 'email' | 'name' | 'code';
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly mistakes: FieldMistakes;
  readonly autocomplete: string;
  readonly optional?: boolean;
  readonly onEdit: (value: string) => void;
}

/** A field of a form, with what is wrong with it in words. */
export function TextField({ ui, mistakes, ...rest }: TextFieldProps): VNode {
  const mistake = mistakes[rest.name];
  return (
    <Field
      guard={ui.guard}
      error={mistake && (ui.known(`${rest.name}.${mistake}`) ?? ui.say('mistakes'))}
      inputMode={rest.name === 'email' ? 'email' : 'text'}
      {...rest}
    />
  );
}
