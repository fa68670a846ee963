import type { Draft, Mistakes, ReadyState, Step } from './state.ts';
import { draftAt, stepsOf, subjectOf } from './subjects.ts';

/** The most of each list the store takes. */
export const most = { points: 10, point: 80, title: 150, text: 5000, name: 60 } as const;

/** What of a step is missing or still under way. */
export function mistakesIn(state: ReadyState, step: Step): Mistakes {
  const { at, form } = state;
  const subject = subjectOf(form, at);
  if (!subject || !at) return {};
  const draft = draftAt(state, at);
  const { fields, scales } = subject;
  const found: Record<string, 'missing' | 'sending'> = {};
  const needs = (name: keyof Draft & ('title' | 'text')): void => {
    if (fields[name] === 'required' && !draft[name].trim()) found[name] = 'missing';
  };
  if (step === 'words') {
    needs('title');
    needs('text');
  }
  if (step === 'points')
    for (const { id, required } of scales)
      if (required && !draft.scales[id]) found[`scale.${id}`] = 'missing';
  if (step === 'media') {
    const { photos } = draft;
    if (photos.some(({ state: of }) => of === 'preparing' || of === 'sending')) found.photos = 'sending';
    else if (fields.photos === 'required' && !photos.some(({ uploadId }) => uploadId))
      found.photos = 'missing';
  }
  if (step === 'check') {
    if (!draft.stars) found.stars = 'missing';
    if (draft.name !== undefined && draft.name !== null && !draft.name.trim()) found.name = 'missing';
    if (form.terms && !state.termsAgreed && !state.editing) found.terms = 'missing';
  }
  return found;
}

/** The first step with something to put right, and what; null when all is well. */
export function firstMistake(state: ReadyState): { readonly step: Step; readonly mistakes: Mistakes } | null {
  const subject = subjectOf(state.form, state.at);
  for (const step of subject ? stepsOf(subject) : []) {
    const mistakes = mistakesIn(state, step);
    if (Object.keys(mistakes).length > 0) return { step, mistakes };
  }
  return null;
}
