import type { ReviewRejection, Store } from '@postlude/contract';
import { type ComposedMail, longDate } from '../../case-mails/compose.ts';
import type { Mail } from '../../mail/mail.ts';
import { apart, filled, languageOf, oneLine, quoted } from '../../mail/plain-text.ts';
import { dayIn } from '../../tracking/calendar.ts';
import { type ReportLanguage, reportLanguages } from './texts.ts';

/** Whom a mail goes to. */
export interface Reader {
  readonly to: string;
  readonly name: string | null;
}

/** What a report was about. */
export interface Reported {
  readonly id: string;
  /** Null: the shop itself. */
  readonly product: string | null;
  readonly at: Date;
}

/** What was decided. */
export interface Decision {
  readonly outcome: 'kept' | 'hidden';
  readonly reason: ReviewRejection | null;
  readonly note: string | null;
}

/** Says that a report has arrived (Regulation (EU) 2022/2065, Article 16(4)). Nothing of what was typed is in it but the name. */
export function composeReceipt(
  store: Store,
  reader: Reader,
  reported: Reported,
  locale: string | null | undefined,
): Mail {
  return written(store, reader, locale, 'receivedSubject', (say) => [
    say('received', wordsOf(store, say.language, reported)),
  ]);
}

/** Says what was decided, by whom, and what can be done about it (Article 16(5) and (6)). */
export function composeDecision(
  store: Store,
  reader: Reader,
  reported: Reported,
  { outcome, reason, note }: Decision,
  locale: string | null | undefined,
): Mail {
  return written(store, reader, locale, 'decidedSubject', (say) => [
    say(outcome, wordsOf(store, say.language, reported)),
    ...statement(store, say, reason, note),
  ]);
}

/** What became of somebody's review. `reported`: hidden because of a report. */
export type Fate = 'rejected' | 'hidden' | 'reported';

/** Why, and where it can be read and changed. */
export interface Statement {
  readonly reason: ReviewRejection;
  readonly note: string | null;
  /** The page of the shop where reviews are written and followed. */
  readonly page: string | undefined;
}

/** Says to the author why a review is not shown, or not any more (Article 17). */
export function composeToAuthor(
  store: Store,
  {
    fate,
    product,
    locale,
  }: { readonly fate: Fate; readonly product: string | null; readonly locale: string | null },
  { reason, note, page }: Statement,
): ComposedMail {
  const isRejected = fate === 'rejected';
  const about = { to: '', name: null };
  const { subject, text } = written(
    store,
    about,
    locale,
    isRejected ? 'authorRejectedSubject' : 'authorSubject',
    (say) => [
      say(saidOf[fate], { what: whatIs(say.language, product) }),
      ...statement(store, say, reason, note),
      say(isRejected ? 'authorEditAgain' : 'authorEdit', {}),
      page ? say('page', { page: oneLine(page) }) : null,
    ],
  );
  return { subject, text };
}

const saidOf = { rejected: 'authorRejected', hidden: 'authorHidden', reported: 'authorReported' } as const;

type Said = Exclude<keyof ReportLanguage['texts'], 'reasons'>;
type Say = ((text: Said, values: Readonly<Record<string, string>>) => string) & {
  readonly language: ReportLanguage;
};

function written(
  store: Store,
  { to, name }: Reader,
  locale: string | null | undefined,
  subject: Said,
  body: (say: Say) => readonly (string | null)[],
): Mail {
  const language = languageOf(reportLanguages, locale, store.locale);
  const { texts, direction } = language;
  const say: Say = Object.assign(
    (text: Said, values: Readonly<Record<string, string>>) => filled(texts[text], values),
    { language },
  );
  const hello = name ? say('helloName', { name: apart(oneLine(name), direction) }) : texts.hello;
  const paragraphs = [hello, ...body(say), `-- \n${apart(oneLine(store.name), direction)}`];
  return {
    to,
    subject: texts[subject],
    text: `${paragraphs.filter((each) => each !== null).join('\n\n')}\n`,
  };
}

function wordsOf(
  store: Store,
  language: ReportLanguage,
  { id, product, at }: Reported,
): Record<string, string> {
  const what = whatIs(language, product);
  return { id, what, date: longDate(dayIn(store.timeZone, at.getTime()), language.language) };
}

const whatIs = ({ texts, direction }: ReportLanguage, product: string | null): string =>
  product === null
    ? texts.aboutShop
    : filled(texts.aboutProduct, { product: apart(oneLine(product), direction) });

function statement(
  { contact }: Store,
  say: Say,
  reason: ReviewRejection | null,
  note: string | null,
): (string | null)[] {
  const { texts, direction } = say.language;
  const reach = contact.email ?? contact.url ?? contact.phone;
  return [
    reason && say('reason', { reason: texts.reasons[reason] }),
    note ? `${texts.storeWrites}\n${quoted(note)}` : null,
    texts.byPeople,
    reach ? say('disagree', { contact: apart(oneLine(reach), direction) }) : null,
  ];
}
