import type { ReferralReason } from '@postlude/contract';
import { type ComposedMail, composed, createWriter } from '../../case-mails/compose.ts';
import { tellStep } from '../../case-mails/keep.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { filled, languageOf } from '../../mail/plain-text.ts';
import { codeEnd } from '../codes/pool.ts';
import { endingWords } from '../life/sentences.ts';
import { rewardLabel } from '../programme/labels.ts';
import type { RewardRow } from './ledger.ts';
import { rewardMailLanguages } from './mail-texts.ts';

/**
 * Tells an advocate by mail of a reward that is there. A friend is told on the page: their address, where there is one, is for
 * recognising customers and for nothing else. Does nothing without a mail server.
 */
export async function mailWinner(
  tx: Tx,
  context: Pick<Context, 'config'>,
  row: RewardRow,
  now: Date,
): Promise<void> {
  const reader = await readReader(tx, context, row);
  if (!reader) return;
  const end = await codeEnd(tx, row.store_id, row.reward_id);
  await tellReader(tx, context, row, reader, () => rewardMail(row, { ...reader, end }), now);
}

/**
 * Tells an advocate by mail that a reward they hold was taken back, and why: the widget says so only to who looks. A friend is told on
 * the page, as of what they got. Does nothing without a mail server.
 */
export async function mailRevoked(
  tx: Tx,
  context: Pick<Context, 'config'>,
  row: RewardRow,
  because: ReferralReason,
  now: Date,
): Promise<void> {
  const reader = await readReader(tx, context, row);
  if (reader) await tellReader(tx, context, row, reader, () => revokedMail(row, because, reader), now);
}

/** The advocate a reward is for, who is written to; undefined when nobody is. */
async function readReader(tx: Tx, context: Pick<Context, 'config'>, row: RewardRow) {
  if (row.side !== 'advocate' || context.config.mail === null) return undefined;
  return tx
    .selectFrom('referral_advocates as advocate')
    .innerJoin('stores as store', 'store.store_id', 'advocate.store_id')
    .select([
      'advocate.email',
      'advocate.locale',
      'store.name',
      'store.locale as storeLocale',
      'store.time_zone',
    ])
    .where('advocate.store_id', '=', row.store_id)
    .where('advocate.advocate_id', '=', row.advocate_id)
    .executeTakeFirst();
}

function tellReader(
  tx: Tx,
  context: Pick<Context, 'config'>,
  row: RewardRow,
  { email: to }: { readonly email: string },
  compose: () => ComposedMail,
  now: Date,
): Promise<void> {
  const step = { storeId: row.store_id, caseId: row.reward_id, sequence: row.revision };
  return tellStep(tx, context, step, { to, choice: undefined, canBeTakenBack: false }, compose, now);
}

/** Whom a mail is written to. */
export interface RewardReader {
  readonly locale: string | null;
  readonly name: string;
  readonly storeLocale: string;
  readonly time_zone: string;
  /** Until when the code is good; null: without an end. */
  readonly end: Date | null;
}

/** Writes the mail about a reward in plain text. */
export function rewardMail(
  { reward, code }: Pick<RewardRow, 'reward' | 'code'>,
  { locale, name, storeLocale, time_zone: timeZone, end }: RewardReader,
): ComposedMail {
  const language = languageOf(rewardMailLanguages, locale, storeLocale);
  const names = { store: name, reward: rewardLabel(reward, language.language) };
  const writer = createWriter(language, names);
  const until = new Intl.DateTimeFormat(language.language, {
    ...{ dateStyle: 'long', timeZone, calendar: 'gregory', numberingSystem: 'latn' },
  });
  // The last moment that is good is before the end.
  const date = end && until.format(new Date(end.getTime() - 1));
  return composed(
    writer,
    filled(language.texts.subject, names),
    [
      writer.line('earned'),
      code === null ? language.texts.noCode : writer.line('code', { code }),
      date === null ? '' : writer.line('until', { date }),
    ],
    undefined,
  );
}

/** Writes the mail about a reward that was taken back in plain text. */
export function revokedMail(
  { reward, code }: Pick<RewardRow, 'reward' | 'code'>,
  because: ReferralReason,
  { locale, name, storeLocale }: Pick<RewardReader, 'locale' | 'name' | 'storeLocale'>,
): ComposedMail {
  const language = languageOf(rewardMailLanguages, locale, storeLocale);
  const names = { store: name, reward: rewardLabel(reward, language.language) };
  const writer = createWriter(language, names);
  return composed(
    writer,
    filled(language.texts.revokedSubject, names),
    [
      writer.line('revoked'),
      endingWords(because, language.language),
      code === null ? '' : writer.line('revokedCode', { code }),
    ],
    undefined,
  );
}
