import type { AskDecision, AskKind, AskReason, Store } from '@postlude/contract';
import { dayIn, firstZone } from '../tracking/calendar.ts';
import { type AskSentences, arabic, type ByKind, english, german } from './sentences.ts';

const languages: Readonly<Record<string, AskSentences>> = { en: english, de: german, ar: arabic };

/** Who reads why somebody is asked, or is not. */
export interface AskReader {
  /** The store's own language unless told. */
  readonly locale: string | undefined;
  readonly store: Pick<Store, 'locale' | 'timeZone'>;
  readonly now: Date;
}

function languageOf({ locale, store }: AskReader): AskSentences {
  const language = (locale ?? store.locale).replaceAll('_', '-').split('-')[0]?.toLowerCase() ?? 'en';
  return languages[language] ?? english;
}

/** A decision in a sentence or two: how it stands since when, why, and when it is looked at again. */
export function decisionWords(kind: AskKind, decision: AskDecision, reader: AskReader): string {
  const say = languageOf(reader);
  const { state, reason, because, at, lookAgainAt } = decision;
  const numbered = say.numbered[reason];
  const why =
    (because && numbered && ofKind(numbered, kind)(because.number)) ?? ofKind(say.reasons[reason], kind);
  const first = say.since[state](dayWords(new Date(at), say, reader), why);
  if (state === 'due' || state === 'ended') return first;
  const again =
    lookAgainAt === null ? say.when[reason] : say.again(dayWords(new Date(lookAgainAt), say, reader));
  return again === undefined ? first : `${first} ${again}`;
}

/** A reason by itself, for a table. */
export const reasonWords = (kind: AskKind, reason: AskReason, reader: AskReader): string =>
  ofKind(languageOf(reader).reasons[reason], kind);

const ofKind = <Words>(words: ByKind<Words>, kind: AskKind): Words =>
  typeof words === 'object' && words !== null && 'other' in words ? (words[kind] ?? words.other) : words;

/** A day in the store's time zone; with its year where that is another one. */
function dayWords(at: Date, { tag }: AskSentences, { store, now }: AskReader): string {
  const timeZone = firstZone(store.timeZone);
  const yearOf = (moment: Date): string => dayIn(timeZone, moment.getTime()).slice(0, 4);
  const year = yearOf(at) === yearOf(now) ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', ...year, timeZone }).format(at);
}
