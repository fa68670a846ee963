import type { Mistakes } from '../state.ts';
import type { Ui } from '../ui.ts';

/** What is wrong with one field, in words; undefined when nothing is. */
export function mistakeText(ui: Ui, mistakes: Mistakes, field: string): string | undefined {
  const mistake = mistakes[field];
  if (!mistake) return undefined;
  const name = field.split('.', 1)[0] ?? field;
  return ui.known(mistake === 'sending' ? `mistake.${name}.sending` : `mistake.${name}`) ?? undefined;
}

/** Everything that is wrong, each thing once. */
export const mistakesText = (ui: Ui, mistakes: Mistakes): string[] => [
  ...new Set(Object.keys(mistakes).flatMap((field) => mistakeText(ui, mistakes, field) ?? [])),
];
