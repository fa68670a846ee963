import type { Cover, FinishInput, ReturnMessageInput } from '@postlude/contract';
import {
  type ComposedMail,
  composed,
  createWriter,
  longDate,
  type MailLanguage,
  sumText,
  type Writer,
} from '../../case-mails/compose.ts';
import { coverList } from '../../case-mails/cover-list.ts';
import { filled, quoted } from '../../mail/plain-text.ts';
import type { ClaimCase } from '../case.ts';
import { totalOf } from '../quote-rows.ts';
import { nextSteps, type Place } from './next-steps.ts';
import type { ClaimMailKey } from './texts.ts';

/** What a shopper is told of a claim by mail. */
export type ClaimMailKind =
  | 'received'
  | 'question'
  | 'message'
  | 'quote'
  | 'approved'
  | 'declined'
  | 'shipped'
  | 'done';

/** What a mail says beside what the claim is. */
export interface MailFacts {
  /** What staff wrote with the step. */
  readonly note: string | null;
  /** Where the device goes; null where nothing is sent or brought anywhere. */
  readonly place: Place | null;
  /** What stands behind the item after the step. */
  readonly covers: readonly Cover[];
  /** What the store wrote, for `message`. */
  readonly message: ReturnMessageInput | null;
}

/** Writes a mail about a claim in plain text. */
export function composeMail(
  kind: ClaimMailKind,
  of: ClaimCase,
  language: MailLanguage<ClaimMailKey>,
  told: MailFacts,
): ComposedMail {
  const { row, facts, policy } = of;
  const item = [facts.line.title, facts.line.variant].filter(Boolean).join(', ');
  const names = { store: facts.store.name, number: row.number, item };
  const writer = createWriter(language, names);
  const note = kind === 'declined' ? (row.declined?.note ?? null) : told.note;
  const body = [
    ...bodyOf(kind, of, writer, told),
    note === null ? '' : `${language.texts.storeWrites}\n${quoted(note)}`,
  ];
  return composed(writer, filled(language.texts[`${kind}Subject`], names), body, policy.mails?.page);
}

function bodyOf(
  kind: ClaimMailKind,
  of: ClaimCase,
  writer: Writer<ClaimMailKey>,
  { place, covers, message }: MailFacts,
): string[] {
  const { row, facts } = of;
  const { line, language } = writer;
  const { texts } = language;
  const expected =
    row.expected_on === null ? '' : line('expected', { date: longDate(row.expected_on, language.language) });
  switch (kind) {
    case 'received':
      return [line('received'), texts.receivedNext];
    case 'question':
      return [line('question'), quoted(row.question ?? ''), texts.answerOnPage];
    case 'message': {
      const hasFiles = (message?.uploads ?? []).length > 0;
      return [line('message'), quoted(message?.text ?? ''), texts[hasFiles ? 'filesOnPage' : 'replyOnPage']];
    }
    case 'quote':
      return [line('quote'), ...quoteLines(of, writer)];
    case 'approved':
      return [line('approved'), ...nextSteps(of, writer, place), expected];
    case 'declined':
      return [line('declined'), whyDeclined(of, writer), texts.declinedNext];
    case 'shipped':
      return [line('shipped'), parcel(of, writer)];
    case 'done': {
      const serial = row.outcome === 'replaced' ? facts.serial : null;
      return [
        line('done'),
        row.outcome === null ? '' : texts[ends[row.outcome]],
        serial === null ? '' : line('serial', { serial }),
        coverList(covers, writer),
      ];
    }
  }
}

function whyDeclined(
  { row: { declined } }: ClaimCase,
  { language: { texts } }: Writer<ClaimMailKey>,
): string {
  // For any other reason the store's own words follow.
  return declined === null || declined.code === 'other' ? '' : texts[because[declined.code]];
}

const because = {
  not_covered: 'declinedNotCovered',
  misuse: 'declinedMisuse',
  cover_ended: 'declinedCoverEnded',
  not_reproducible: 'declinedNotReproducible',
  no_proof: 'declinedNoProof',
} as const;

const ends = {
  repaired: 'doneRepaired',
  replaced: 'doneReplaced',
  kit_sent: 'doneKitSent',
  refunded: 'doneRefunded',
  credited: 'doneCredited',
  nothing_found: 'doneNothingFound',
} as const satisfies Record<FinishInput['outcome'], ClaimMailKey>;

function quoteLines({ quotes }: ClaimCase, { line, language }: Writer<ClaimMailKey>): string[] {
  const made = quotes.findLast(({ state }) => state === 'open');
  if (!made) return [];
  const total = totalOf(made.quote);
  const amount = sumText(total, language.language);
  const key = made.quote.priceKind === 'at_most' ? 'quoteAtMost' : 'quoteTotal';
  return [
    `${language.texts.quoteWork}\n${quoted(made.quote.work)}`,
    total.amount === 0 ? language.texts.quoteFree : line(key, { amount }),
    line('quoteUntil', { date: longDate(made.valid_until, language.language) }),
  ];
}

function parcel({ row }: ClaimCase, { line }: Writer<ClaimMailKey>): string {
  const { back_carrier_name: carrier, back_tracking_number: number } = row;
  if (number === null) return '';
  return carrier === null
    ? line('parcel', { parcel: number })
    : line('parcelWith', { carrier, parcel: number });
}
