import type { Id, ReferralOffer, ReferralVisitInput, Store } from '@postlude/contract';
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { newId } from '../../secrets/ids.ts';
import { hourOf } from '../advocates/share.ts';
import { offerSentence, rewardLabel, termsOf } from '../programme/labels.ts';
import { type FoundOffer, findOffer } from './find-offer.ts';
import { type Asker, countAsker } from './limits.ts';
import { offerTexts } from './words.ts';

/** Visits of a link in one hour that get a row of their own; the others are only counted, so that a flood makes no rows. */
const rowsPerHour = 50;

/** Who looks at an offer, in which language. */
export interface Visitor extends Asker {
  readonly store: Store;
  readonly locale: string;
}

/** Reads the offer of a code. A link that was followed is counted, whoever follows it and however often. */
export async function visitOffer(
  tx: Tx,
  context: Context,
  visitor: Visitor,
  { code, followed, country = null }: ReferralVisitInput,
): Promise<ReferralOffer> {
  await countAsker(tx, context, visitor, 'visit');
  const { storeId, store, locale } = visitor;
  const now = context.clock.now();
  const found = await findOffer(tx, { storeId, timeZone: store.timeZone, code, country }, now);
  if (found === null) {
    await countAsker(tx, context, visitor, 'wrong');
    return { ...unknownOffer, words: offerTexts(locale).closed.code_unknown };
  }
  const referralId = followed ? await countVisit(tx, found, { locale, country, now }) : null;
  return showOffer(found, { locale, timeZone: store.timeZone, referralId });
}

const unknownOffer = {
  closed: 'code_unknown',
  ...{
    code: null,
    advocate: null,
    reward: null,
    terms: [],
    needsEmail: false,
    endsAt: null,
    referralId: null,
  },
} as const;

function showOffer(
  { advocate, programme: { programme }, closed }: FoundOffer,
  {
    locale,
    timeZone,
    referralId,
  }: { readonly locale: string; readonly timeZone: string; readonly referralId: Id<'referral'> | null },
): ReferralOffer {
  const { friend, friendEmail, endsAt } = programme;
  return {
    closed,
    words:
      closed === null
        ? offerSentence(programme, { locale, advocate: advocate.name })
        : offerTexts(locale).closed[closed],
    code: advocate.code,
    advocate: advocate.name,
    reward: friend && rewardLabel(friend, locale),
    terms: termsOf(programme, { locale, timeZone }),
    needsEmail: friendEmail,
    endsAt: endsAt === null ? null : new Date(endsAt).toISOString(),
    referralId: closed === null ? referralId : null,
  };
}

async function countVisit(
  tx: Tx,
  { advocate, programme: { id, version, programme }, closed }: FoundOffer,
  { locale, country, now }: { readonly locale: string; readonly country: string | null; readonly now: Date },
): Promise<Id<'referral'> | null> {
  const { store_id: storeId, advocate_id: advocateId } = advocate;
  const { rows } = await sql<{ visits: number }>`
    insert into referral_visits as known (store_id, advocate_id, hour, visits)
    values (${storeId}, ${advocateId}, ${hourOf(now)}, 1)
    on conflict (store_id, advocate_id, hour) do update set visits = known.visits + 1
    returning visits`.execute(tx);
  if (closed !== null || (rows[0]?.visits ?? 1) > rowsPerHour) return null;
  const referralId = newId('referral', now.getTime());
  await tx
    .insertInto('referrals')
    .values({
      store_id: storeId,
      referral_id: referralId,
      programme_id: id,
      programme_version: version,
      advocate_id: advocateId,
      state: 'clicked',
      locale,
      country,
      clicked_at: now,
      look_again_at: new Date(now.getTime() + programme.attributionDays * 86_400_000),
      changed_at: now,
    })
    .execute();
  return referralId;
}
