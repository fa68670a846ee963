import type { ReferralClaim, Store } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { codeEnd } from '../codes/pool.ts';
import type { ReferralRow } from '../life/store.ts';
import { rewardLabel, termsOf } from '../programme/labels.ts';
import { programmeOfVersion } from '../programme/store.ts';
import type { RewardRow } from '../rewards/ledger.ts';
import { claimToken } from './token.ts';
import { offerTexts } from './words.ts';

/** Seconds after which a code that is being made is asked for again. */
const pause = 5;

/** Who reads a claim. */
export interface ClaimReader {
  readonly store: Store;
  readonly locale: string;
}

/** A claim as its friend sees it. */
export async function showClaim(
  tx: Tx,
  context: Context,
  row: ReferralRow,
  { store, locale }: ClaimReader,
): Promise<ReferralClaim> {
  const { store_id: storeId, referral_id: referralId } = row;
  const programme = await programmeOfVersion(tx, storeId, row.programme_id, row.programme_version);
  if (!programme) throw new Error(`Referral ${referralId} has no programme`);
  const advocate = await tx
    .selectFrom('referral_advocates')
    .select('code')
    .where('store_id', '=', storeId)
    .where('advocate_id', '=', row.advocate_id)
    .executeTakeFirstOrThrow();
  const reward = await tx
    .selectFrom('rewards')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('referral_id', '=', referralId)
    .where('side', '=', 'friend')
    .executeTakeFirst();
  // Credit is no code: what connects the order then is the advocate's.
  const mention = hasNoCode(reward) ? advocate.code : null;
  return {
    closed: null,
    words: wordsOf(reward, locale),
    token: claimToken(context, { storeId, referralId }),
    reward: reward
      ? {
          state: reward.state,
          label: rewardLabel(reward.reward, locale),
          code: reward.state === 'revoked' ? null : reward.code,
        }
      : null,
    mention,
    until: await endOf(tx, row, programme.programme.attributionDays, reward),
    terms: termsOf(programme.programme, { locale, timeZone: store.timeZone }),
    refreshAfter: reward && (reward.state === 'earned' || reward.state === 'failed') ? pause : null,
  };
}

/** True where nothing is given, and where what is given is no code. */
const hasNoCode = (reward: RewardRow | undefined): boolean =>
  reward === undefined || (reward.code === null && (reward.state === 'issued' || reward.state === 'sent'));

/** Until when a friend has to order: as long as the claim counts, and the code is good. */
async function endOf(
  tx: Tx,
  { store_id: storeId, claimed_at: claimedAt }: ReferralRow,
  days: number,
  reward: RewardRow | undefined,
): Promise<string | null> {
  if (claimedAt === null) return null;
  const counts = new Date(claimedAt.getTime() + days * 86_400_000);
  const good = reward ? await codeEnd(tx, storeId, reward.reward_id) : null;
  return (good !== null && good < counts ? good : counts).toISOString();
}

function wordsOf(reward: RewardRow | undefined, locale: string): string {
  const texts = offerTexts(locale);
  switch (reward?.state) {
    case undefined:
      return texts.mention;
    case 'earned':
    case 'failed':
      return texts.waiting;
    case 'revoked':
      return texts.revoked;
    case 'redeemed':
      return texts.redeemed;
    default:
      return hasNoCode(reward) ? texts.credit : texts.claimed;
  }
}
