import { kindsOf, needsAddress, openDoor, placesOf, symptomOf } from './choice.ts';
import type { ClaimMistakes, ClaimStep, FilingState } from './state.ts';
import { dayIn } from './today.ts';

/** What a step still needs before the next one, by the field it is about. */
export function claimMistakes(state: FilingState, step: ClaimStep, now: number): ClaimMistakes {
  const { options, choice, files } = state;
  const mistakes: Record<string, 'missing' | 'sending' | 'impossible'> = {};
  const need = (name: string, isThere: unknown): void => {
    if (!isThere) mistakes[name] = 'missing';
  };
  switch (step) {
    case 'doors':
      need('route', openDoor(options, choice.route));
      break;
    case 'symptom':
      need('symptom', symptomOf(options, choice));
      break;
    case 'help':
      break;
    case 'details':
      need('description', choice.description.trim());
      need('since', choice.since);
      if (choice.since && !isPossible(choice.since, dayIn(options.store.timeZone, now)))
        mistakes.since = 'impossible';
      if (symptomOf(options, choice)?.photos === 'required')
        need(
          'files',
          files.some(({ state: at }) => at === 'kept'),
        );
      if (files.some(({ state: at }) => at === 'preparing' || at === 'sending')) mistakes.files = 'sending';
      break;
    case 'solution':
      need('resolution', choice.resolution && kindsOf(options, choice).includes(choice.resolution));
      if (placesOf(options, choice).length > 0) need('place', choice.placeId);
      break;
    case 'address':
      if (choice.addressKind === 'known' || !needsAddress(options, choice)) break;
      for (const field of ['name', 'line1', 'city', 'country'] as const)
        need(field, choice.address[field].trim());
      break;
    case 'check':
      break;
  }
  return mistakes;
}

/** A day that was, and not longer ago than anything a shop sold. */
const isPossible = (day: string, today: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && day <= today && day >= '1990';
