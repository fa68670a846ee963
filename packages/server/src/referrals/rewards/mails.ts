import { type ComposedMail, composed, createWriter } from '../../case-mails/compose.ts';
import { tellStep } from '../../case-mails/keep.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { filled, languageOf } from '../../mail/plain-text.ts';
import { codeEnd } from '../codes/pool.ts';
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
  if (row.side !== 'advocate' || context.config.mail === null) return;
  const reader = await tx
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
  if (!reader) return;
  const step = { storeId: row.store_id, caseId: row.reward_id, sequence: row.revision };
  const telling = { to: reader.email, choice: undefined, canBeTakenBack: false };
  const end = await codeEnd(tx, row.store_id, row.reward_id);
  await tellStep(tx, context, step, telling, () => rewardMail(row, { ...reader, end }), now);
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
