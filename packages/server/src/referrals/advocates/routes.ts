import type { ReferralCard } from '@postlude/contract';
import { touchAsks } from '../../asks/touch.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { SessionCaller } from '../../http/access.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { defaultLimit } from '../../http/cursor.ts';
import type { Handlers } from '../../http/implement.ts';
import { defaultReviewPolicy } from '../../review-policy/defaults.ts';
import { flagsOf } from '../../reviews/flags.ts';
import { cleanLine, isName } from '../../reviews/hygiene.ts';
import { settleAdvocate } from '../life/settle.ts';
import { closedCard, showCard } from './card.ts';
import { participation, type Shopper, shopperOf } from './person.ts';
import { countShare } from './share.ts';
import { joinProgramme } from './store.ts';
import { pageOfReferrals, type Reader } from './view.ts';

type AdvocateCall = SessionCaller & {
  readonly context: Context;
  readonly params: { readonly orderId: string };
};

type AskedIn = { readonly query: { readonly locale?: string | undefined } };

/** Answers the endpoints of who recommends. A session sees what its person gave and got, over all their orders. */
export const advocateRoutes = {
  getReferralCard: (call) => call.inStore((tx) => cardFor(tx, call)),

  joinReferrals: (call) =>
    call.inStore(async (tx) => {
      const shopper = await participant(tx, call);
      const now = call.context.clock.now();
      const { programmeId, name } = call.body;
      const { programme, closed } = await participation(tx, shopper, now);
      if (programme?.id !== programmeId) {
        throw new ApiProblem('referral_closed', closed === null ? {} : { detail: sentences[closed] });
      }
      // Before anything is written: who decides holds what is decided about first.
      await settleAdvocate(tx, call.context, shopper, now);
      await joinProgramme(tx, { ...shopper, programmeId, name: nameOf(name) }, now);
      return showCard(tx, shopper, { store: call.store, reader: readerOf(call, shopper), now });
    }),

  listReferrals: (call) =>
    call.inStore(async (tx) => {
      const shopper = await known(tx, call);
      if (shopper === null) return { items: [], next: null };
      const { cursor, limit = defaultLimit } = call.query;
      return pageOfReferrals(tx, { ...shopper, reader: readerOf(call, shopper) }, { cursor, limit });
    }),

  shareReferral: (call) =>
    call.inStore(async (tx) => {
      const now = call.context.clock.now();
      const shopper = await participant(tx, call);
      const { advocate } = await participation(tx, shopper, now);
      if (advocate === null) throw new ApiProblem('referral_closed');
      await countShare(tx, advocate, call.body.channel, now);
      // Whoever was asked to recommend has done it.
      await touchAsks(tx, call.context, shopper, now);
      return {};
    }),
} satisfies Partial<Handlers>;

const sentences = {
  no_programme: 'There is nothing to take part in right now.',
  not_yet: 'This is possible once the order has arrived, or with more orders.',
  blocked: 'The store has ended your part in this.',
  no_email: 'The order has no e-mail address, so there is nobody to keep the rewards for.',
  not_offered: 'Recommending is not on offer with this order.',
} as const;

async function cardFor(tx: Tx, call: AdvocateCall & AskedIn): Promise<ReferralCard> {
  ownOrder(call);
  const shopper = await shopperOf(tx, call);
  if (typeof shopper === 'string') return closedCard(shopper);
  const now = call.context.clock.now();
  await settleAdvocate(tx, call.context, shopper, now);
  return showCard(tx, shopper, { store: call.store, reader: readerOf(call, shopper), now });
}

/** Whoever takes part has an address rewards can be kept for. */
async function participant(tx: Tx, call: AdvocateCall): Promise<Shopper> {
  ownOrder(call);
  const shopper = await shopperOf(tx, call);
  if (typeof shopper !== 'string') return shopper;
  throw new ApiProblem('referral_closed', { detail: sentences[shopper] });
}

async function known(tx: Tx, call: AdvocateCall): Promise<Shopper | null> {
  ownOrder(call);
  const shopper = await shopperOf(tx, call);
  return typeof shopper === 'string' ? null : shopper;
}

function ownOrder({ session, params }: AdvocateCall): void {
  if (session.orderId !== params.orderId) throw new ApiProblem('not_found');
}

const readerOf = ({ query, store }: AdvocateCall & AskedIn, { locale }: Shopper): Reader => ({
  locale: query.locale ?? locale ?? store.locale,
  timeZone: store.timeZone,
});

/**
 * A name as friends see it; null where nothing is left of it that could be one. It stands on the shop's own page, so it leads
 * nowhere else: addresses and telephone numbers are no names.
 */
function nameOf(given: string | null): string | null {
  const { text } = cleanLine(given);
  if (text === null || !isName(text)) return null;
  return flagsOf({ words: [text], isOdd: false, isCopy: false }, leadsElsewhere).length === 0 ? text : null;
}

const leadsElsewhere = {
  ...defaultReviewPolicy.moderation,
  flagLinks: true,
  flagContactData: true,
  words: [],
};
