import type { ReferralCard, ReferralTotals, Store } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { namesToShow } from '../../reviews/names.ts';
import { bothGet, rewardLabel, termsOf } from '../programme/labels.ts';
import { programmeInForce, type StoredProgramme } from '../programme/store.ts';
import { invitationOf } from './invitation.ts';
import { nextLook } from './next-look.ts';
import { type AdvocateClosed, participation, type Shopper } from './person.ts';
import { pageOfReferrals, type Reader, rewardsOf, totalsOf } from './view.ts';

/** Referrals on the card; the list goes on from there. */
const onCard = 10;

/** The longest name that can be taken part with (`ReferralJoin`). */
const longestName = 40;

const none: ReferralTotals = {
  ...{ visits: 0, claimed: 0, waiting: 0, qualified: 0, ended: 0 },
  ...{ earned: [], pending: [] },
};

/** What somebody reads who cannot take part at all. */
export const closedCard = (closed: AdvocateClosed): ReferralCard => ({
  ...{ programme: null, closed, invitation: null, suggestedName: null, totals: none },
  ...{ referrals: [], next: null, rewards: [], refreshAfter: null },
});

/** Everything the shopper reads about recommending. What is over is told as long as there is something to tell. */
export async function showCard(
  tx: Tx,
  shopper: Shopper,
  { store, reader, now }: { readonly store: Store; readonly reader: Reader; readonly now: Date },
): Promise<ReferralCard> {
  const { storeId, buyer } = shopper;
  const { programme, closed, advocate, all } = await participation(tx, shopper, now);
  const mine = { ...shopper, reader };
  const { items, next } = await pageOfReferrals(tx, mine, { limit: onCard });
  const suggested = namesToShow(buyer).findLast((name) => name.length <= longestName) ?? null;
  // Where nothing goes on, the link of before is shown: somebody may have it, and it says so. One that can be joined comes first.
  const last = programme === null ? (all[0] ?? null) : advocate;
  const ofLast = last && (programme ?? (await programmeInForce(tx, storeId, last.programme_id)));
  return {
    programme: programme && showProgramme(programme, reader),
    closed,
    invitation:
      last && ofLast
        ? invitationOf(last, ofLast, { locale: reader.locale, storeLocale: store.locale })
        : null,
    suggestedName: all[0]?.name ?? suggested,
    totals: all.length === 0 ? none : await totalsOf(tx, shopper),
    referrals: items,
    next,
    rewards: await rewardsOf(tx, mine),
    refreshAfter: await nextLook(tx, shopper, now),
  };
}

function showProgramme(
  { id, version, programme }: StoredProgramme,
  { locale, timeZone }: Reader,
): NonNullable<ReferralCard['programme']> {
  const { advocate, friend, endsAt } = programme;
  return {
    id,
    version,
    offer: bothGet(programme, locale),
    advocateReward: advocate && rewardLabel(advocate, locale),
    friendReward: friend && rewardLabel(friend, locale),
    terms: termsOf(programme, { locale, timeZone }),
    endsAt: endsAt === null ? null : new Date(endsAt).toISOString(),
  };
}
