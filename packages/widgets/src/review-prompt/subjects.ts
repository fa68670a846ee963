import type { AskOffer, ReviewForm, ReviewSubject } from '@postlude/contract';
import { emptyDraft } from './draft.ts';
import type { Draft, ReadyState, Step, SubjectKey } from './state.ts';

/** What a subject is called in a state. */
export const keyOf = ({ lineId }: Pick<ReviewSubject, 'lineId'>): SubjectKey => lineId ?? 'store';

/** The subject of that key; null where the form has none any more. */
export const subjectOf = ({ subjects }: ReviewForm, key: SubjectKey | null): ReviewSubject | null =>
  subjects.find((subject) => keyOf(subject) === key) ?? null;

/** True where a review can be written and none is there. */
export const isOpen = ({ closed, review }: ReviewSubject): boolean => closed === null && review === null;

/** What was written of a subject so far. */
export const draftAt = ({ drafts }: Pick<ReadyState, 'drafts'>, key: SubjectKey): Draft =>
  drafts[key] ?? emptyDraft;

/** What is reviewed in one sitting: what the ask is about, and the shop after it; everything open where nothing was asked. */
export function sittingOf({ subjects }: ReviewForm, offer: AskOffer | null): SubjectKey[] {
  const asked = offer && new Set<string | null>(offer.asks.map(({ lineId }) => lineId));
  return subjects
    .filter((subject) =>
      offer?.kind === 'media'
        ? asked?.has(subject.lineId) && subject.review
        : isOpen(subject) && (!asked || subject.lineId === null || asked.has(subject.lineId)),
    )
    .map(keyOf);
}

/** The steps behind the stars of this subject. */
export function stepsOf({ fields, scales }: ReviewSubject): Step[] {
  const asks = (...modes: readonly string[]): boolean => modes.some((mode) => mode !== 'off');
  const steps: Step[] = [];
  if (asks(fields.title, fields.text)) steps.push('words');
  if (scales.length > 0 || asks(fields.prosAndCons, fields.recommend)) steps.push('points');
  if (asks(fields.photos, fields.videos)) steps.push('media');
  return [...steps, 'check'];
}

/** True where the stars alone make a review: the store asks for nothing else. */
export const starsAreEnough = ({ fields, scales }: ReviewSubject, { terms }: ReviewForm): boolean =>
  !terms && !Object.values(fields).includes('required') && !scales.some(({ required }) => required);

/** How many of a sitting are sent or skipped. */
export const settled = ({ sitting, sent, skipped }: ReadyState): number =>
  sitting.filter((key) => sent.includes(key) || skipped.includes(key)).length;
