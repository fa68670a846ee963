import { type RewardSide, rewardSides, type StaffReferralDetail } from '@postlude/contract';
import { type Entry, readAudit } from '../../case-log/audit.ts';
import type { Tx } from '../../db/database.ts';
import { bySystem } from '../life/record.ts';
import { type LifeReader, storyWords } from '../life/sentences.ts';
import { logOf, type ReferralRow } from '../life/store.ts';
import { type StorySentences, storySentencesFor } from './story-sentences.ts';

type Told = StaffReferralDetail['story'][number];

/** Everything that happened to a referral and to its rewards, oldest first, in sentences. */
export async function readStory(tx: Tx, row: ReferralRow, reader: LifeReader): Promise<Told[]> {
  const say = storySentencesFor(reader.locale);
  const audit = (await readAudit(tx, logOf(row))).map((entry) => ({
    at: entry.at.toISOString(),
    by: entry.by,
    words: wordsOf(entry, say, reader),
  }));
  const entries = await tx
    .selectFrom('reward_ledger as entry')
    .innerJoin('rewards', (join) =>
      join
        .onRef('rewards.store_id', '=', 'entry.store_id')
        .onRef('rewards.reward_id', '=', 'entry.reward_id'),
    )
    .select(['entry.at', 'entry.side', 'entry.state'])
    .where('entry.store_id', '=', row.store_id)
    .where('rewards.referral_id', '=', row.referral_id)
    .orderBy('entry.entry_id')
    .execute();
  const rewards = entries.map(({ at, side, state }) => ({
    at: at.toISOString(),
    by: bySystem,
    words: say.reward[side][state],
  }));
  // What happened to a reward at the same moment follows from what happened to the referral.
  return [...audit, ...rewards].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

/** What is done to a referral by staff alone has words here. */
function wordsOf(entry: Entry, say: StorySentences, reader: LifeReader): string {
  const own =
    entry.action === 'resend' ? say.resent[sideOf(entry)] : entry.action === 'block' ? say.blocked : null;
  if (own === null) return storyWords(entry, reader);
  return entry.note === null ? own : `${own} (${entry.note})`;
}

const sideOf = ({ data }: Entry): RewardSide => rewardSides.find((side) => side === data.side) ?? 'advocate';
