import type { Cover } from '@postlude/contract';
import { type ComposedMail, composed, createWriter, type MailLanguage } from '../../case-mails/compose.ts';
import { coverList } from '../../case-mails/cover-list.ts';
import { type Step, tellStep } from '../../case-mails/keep.ts';
import { benefitsUsed, claimsOf, doneOf } from '../../claims/of-passports.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { filled, languageOf, quoted } from '../../mail/plain-text.ts';
import { shownCovers } from '../../passports/covers.ts';
import type { PassportFacts, RegistrationRow } from '../../passports/facts.ts';
import type { RegistrationCase } from '../staff-case.ts';
import { type RegistrationMailKey, registrationMailLanguages } from './texts.ts';

/** What an owner is told of a registration by mail. */
export type RegistrationMailKind = 'approved' | 'rejected' | 'voided';

/** The step of a registration that left it with this revision. */
export const stepOf = (row: RegistrationRow, sequence = row.revision): Step => ({
  storeId: row.store_id,
  caseId: row.registration_id,
  sequence,
});

/**
 * Tells the owner by mail what staff decided about a registration, in the transaction that makes it so. It waits a minute: see
 * `tellStep`.
 */
export async function mailOwner(
  tx: Tx,
  context: Pick<Context, 'config'>,
  kind: RegistrationMailKind,
  { row, facts, now }: RegistrationCase,
): Promise<void> {
  const language = languageOf(registrationMailLanguages, facts.reader.locale, facts.store.locale);
  const telling = { to: facts.reader.email, choice: facts.policy.policy.mails, canBeTakenBack: true };
  await tellStep(
    tx,
    context,
    stepOf(row),
    telling,
    async () => {
      const covers = kind === 'approved' ? await coversNow(tx, facts, language.language) : [];
      return composeMail(kind, { row, facts, covers }, language);
    },
    now,
  );
}

async function coversNow(tx: Tx, facts: PassportFacts, language: string): Promise<Cover[]> {
  const claims = (await claimsOf(tx, facts.storeId, [facts.id])).get(facts.id) ?? [];
  return shownCovers(facts, { done: doneOf(claims), benefitsUsed: benefitsUsed(claims) }, language);
}

/** Writes a mail about a registration in plain text. */
export function composeMail(
  kind: RegistrationMailKind,
  {
    row,
    facts,
    covers,
  }: { readonly row: RegistrationRow; readonly facts: PassportFacts; readonly covers: readonly Cover[] },
  language: MailLanguage<RegistrationMailKey>,
): ComposedMail {
  const { texts } = language;
  const item = [facts.line.title, facts.line.variant].filter(Boolean).join(', ');
  const names = { store: facts.store.name, code: row.code, item };
  const writer = createWriter(language, names);
  const { code, note = null } = row.rejected ?? {};
  const body =
    kind === 'approved'
      ? [
          facts.serial === null ? '' : writer.line('serial', { serial: facts.serial }),
          coverList(covers, writer),
        ]
      : [
          // For any other reason the store's own words follow.
          code === undefined || code === 'other' ? '' : texts[because[code]],
          note === null ? '' : `${texts.storeWrites}\n${quoted(note)}`,
          texts.rights,
        ];
  return composed(
    writer,
    filled(texts[`${kind}Subject`], names),
    [writer.line(kind), ...body],
    facts.policy.policy.mails?.page,
  );
}

const because = {
  proof_unreadable: 'proofUnreadable',
  serial_not_ours: 'serialNotOurs',
  not_covered: 'notCovered',
  duplicate: 'duplicate',
} as const;
