import type { ReturnMessageInput } from '@postlude/contract';
import type { ComposedMail, MailLanguage } from '../../case-mails/compose.ts';
import { type Step, tellStep } from '../../case-mails/keep.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { languageOf } from '../../mail/plain-text.ts';
import { shownCovers } from '../../passports/covers.ts';
import type { ClaimCase } from '../case.ts';
import { isAwaited, placeOf } from '../life.ts';
import { benefitsUsed, claimsOf, doneOf } from '../of-passports.ts';
import { sendInPlace } from '../postal.ts';
import type { ClaimRow } from '../store.ts';
import { type ClaimMailKind, composeMail, type MailFacts } from './compose.ts';
import type { Place } from './next-steps.ts';
import { type ClaimMailKey, claimMailLanguages } from './texts.ts';

/** The step of a claim that left it with this revision. */
export const stepOf = (row: ClaimRow, sequence = row.revision): Step => ({
  storeId: row.store_id,
  caseId: row.claim_id,
  sequence,
});

/** What is no step of a claim, and is taken back with none. */
const noStep = 0;

/**
 * Tells the shopper by mail what happened to a claim, in the transaction that makes it so. What staff did waits a minute: see
 * `tellStep`.
 *
 * @param note what staff wrote with it
 */
export function mailShopper(
  tx: Tx,
  context: MailContext,
  kind: Exclude<ClaimMailKind, 'message'>,
  of: ClaimCase,
  note: string | null = null,
): Promise<void> {
  const step = { ...stepOf(of.row), canBeTakenBack: kind !== 'received' };
  return tell(tx, context, of, step, async (language) =>
    composeMail(kind, of, language, {
      ...nothing,
      note,
      place: kind === 'approved' ? await placeFor(tx, of, language.language) : null,
      covers: kind === 'done' ? await coversNow(tx, of, language.language) : [],
    }),
  );
}

/** Tells the shopper what the store wrote. It is written and cannot be taken back: the mail leaves at once. */
export function mailMessage(
  tx: Tx,
  context: MailContext,
  of: ClaimCase,
  message: ReturnMessageInput,
): Promise<void> {
  const step = { ...stepOf(of.row, noStep), canBeTakenBack: false };
  return tell(tx, context, of, step, (language) =>
    composeMail('message', of, language, { ...nothing, message }),
  );
}

type MailContext = Pick<Context, 'config'>;

const nothing: MailFacts = { note: null, place: null, covers: [], message: null };

function tell(
  tx: Tx,
  context: MailContext,
  { row, facts, policy, now }: ClaimCase,
  { canBeTakenBack, ...step }: Step & { readonly canBeTakenBack: boolean },
  compose: (language: MailLanguage<ClaimMailKey>) => ComposedMail | Promise<ComposedMail>,
): Promise<void> {
  const language = languageOf(claimMailLanguages, row.locale, facts.reader.locale, facts.store.locale);
  const telling = { to: facts.reader.email, choice: policy.mails, canBeTakenBack };
  return tellStep(tx, context, step, telling, () => compose(language), now);
}

async function placeFor(tx: Tx, of: ClaimCase, language: string): Promise<Place | null> {
  return placeOf(of.row, of.policy) ?? (isAwaited(of) ? sendInPlace(tx, of, language) : null);
}

async function coversNow(tx: Tx, { row, facts }: ClaimCase, language: string) {
  const claims = (await claimsOf(tx, row.store_id, [row.passport_id])).get(row.passport_id) ?? [];
  return shownCovers(facts, { done: doneOf(claims), benefitsUsed: benefitsUsed(claims) }, language);
}
