import type { OfferClosed, ReferralClaim, ReferralClaimInput } from '@postlude/contract';
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { buyerKeys, claimTokenKey } from '../../orders/buyer-keys.ts';
import { ownOrderSources } from '../../orders/own-source.ts';
import { newId } from '../../secrets/ids.ts';
import { emailKey } from '../../sessions/contact.ts';
import { mailboxOf } from '../fraud/mailbox.ts';
import { graceDays } from '../life/decide.ts';
import { byFriend, moveReferral, noteReferral } from '../life/record.ts';
import type { ReferralRow } from '../life/store.ts';
import { issueReward } from '../rewards/issue.ts';
import { earnReward } from '../rewards/ledger.ts';
import { type FoundOffer, findOffer } from './find-offer.ts';
import { countAsker } from './limits.ts';
import { showClaim } from './show-claim.ts';
import { claimToken } from './token.ts';
import type { Visitor } from './visit.ts';
import { offerTexts } from './words.ts';

/** The advisory lock of one person's claims of one programme, so that it meets no other. */
const lockClass = 7061;

const day = 86_400_000;

/**
 * Takes an offer: a code for the friend, once. Whoever claims again with the same mailbox is given the same claim, whichever
 * advocate's link brings them; the first one counts.
 *
 * @throws ApiProblem `invalid_input` without the e-mail address a programme asks for, `rate_limited`.
 */
export async function claimOffer(
  tx: Tx,
  context: Context,
  visitor: Visitor,
  input: ReferralClaimInput,
): Promise<ReferralClaim> {
  await countAsker(tx, context, visitor, 'claim');
  const { storeId, store, locale } = visitor;
  const { code, country = null } = input;
  const now = context.clock.now();
  const found = await findOffer(tx, { storeId, timeZone: store.timeZone, code, country }, now);
  if (found === null) {
    await countAsker(tx, context, visitor, 'wrong');
    return refused('code_unknown', locale);
  }
  const { advocate, programme } = found;
  const key = input.email ? emailKey(input.email) : '';
  if (programme.programme.friendEmail && key === '') {
    throw new ApiProblem('invalid_input', { fields: { email: 'The programme asks for an e-mail address.' } });
  }
  const mailbox = mailboxOf(key);
  if (mailbox !== null) {
    await sql`select pg_advisory_xact_lock(${lockClass}, hashtext(${`${storeId} ${programme.id} ${mailbox}`}))`.execute(
      tx,
    );
    const before = await claimOf(tx, storeId, programme.id, mailbox);
    if (before) return showClaim(tx, context, before, visitor);
    if (mailbox === mailboxOf(advocate.email_key)) return refused('own_link', locale);
    if (programme.programme.firstOrderOnly && (await hasOrdered(tx, storeId, mailbox))) {
      return refused('existing_customer', locale);
    }
  }
  if (found.closed !== null) return refused(found.closed, locale);

  await sql`savepoint referral_claim`.execute(tx);
  const row = await keepClaim(tx, context, visitor, { found, input, key, country, now });
  if (await giveReward(tx, context, row, found, now)) return showClaim(tx, context, row, visitor);
  // Somebody else was given the last code at the same moment. Nothing is kept of a claim that gives nothing.
  await sql`rollback to savepoint referral_claim`.execute(tx);
  return refused('none_left', locale);
}

const refused = (closed: OfferClosed, locale: string): ReferralClaim => ({
  closed,
  words: offerTexts(locale).closed[closed],
  ...{ token: null, reward: null, mention: null, until: null, terms: [], refreshAfter: null },
});

/** The claim somebody made in a programme; one that ran out can be made again. */
const claimOf = (
  tx: Tx,
  storeId: string,
  programmeId: string,
  mailbox: string,
): Promise<ReferralRow | undefined> =>
  tx
    .selectFrom('referrals')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('programme_id', '=', programmeId)
    .where('mailbox_key', '=', mailbox)
    .where('claimed_at', 'is not', null)
    .where((is) => is.or([is('reason', 'is', null), is('reason', '<>', 'ran_out')]))
    .orderBy('referral_id')
    .limit(1)
    .executeTakeFirst();

async function hasOrdered(tx: Tx, storeId: string, mailbox: string): Promise<boolean> {
  const row = await tx
    .selectFrom('orders')
    .select('order_id')
    .where('store_id', '=', storeId)
    .where('mailbox_key', '=', mailbox)
    // Whoever registered something bought elsewhere has bought nothing here.
    .where('source', 'not in', [...ownOrderSources])
    .where('cancelled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface Claiming {
  readonly found: FoundOffer;
  readonly input: ReferralClaimInput;
  /** Of the e-mail address; empty without one. */
  readonly key: string;
  readonly country: string | null;
  readonly now: Date;
}

async function keepClaim(
  tx: Tx,
  context: Context,
  { storeId, address, locale }: Visitor,
  { found: { advocate, programme }, input, key, country, now }: Claiming,
): Promise<ReferralRow> {
  const { attributionDays } = programme.programme;
  const claim = {
    programme_version: programme.version,
    email: input.email ?? null,
    email_key: key === '' ? null : key,
    mailbox_key: mailboxOf(key),
    network_key: buyerKeys(context.secrets, storeId).network(address),
    country,
    locale,
    claimed_at: now,
    look_again_at: new Date(now.getTime() + (attributionDays + graceDays) * day),
  };
  const visited = await visitOf(tx, storeId, input.referralId ?? null, advocate.advocate_id);
  const referralId = visited?.referral_id ?? newId('referral', now.getTime());
  const tokenKey = claimTokenKey(claimToken(context, { storeId, referralId }));
  if (visited) {
    const move = {
      to: 'claimed',
      by: byFriend,
      action: 'claim',
      set: { ...claim, token_key: tokenKey },
    } as const;
    return moveReferral(tx, visited, move, now);
  }
  const row = await tx
    .insertInto('referrals')
    .values({
      ...claim,
      store_id: storeId,
      referral_id: referralId,
      programme_id: programme.id,
      advocate_id: advocate.advocate_id,
      state: 'claimed',
      token_key: tokenKey,
      clicked_at: now,
      changed_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await noteReferral(tx, row, { by: byFriend, action: 'claim' }, now);
  return row;
}

/** The visit a claim belongs to, if it is one of this advocate's and nobody has claimed with it. */
async function visitOf(
  tx: Tx,
  storeId: string,
  referralId: string | null,
  advocateId: string,
): Promise<ReferralRow | null> {
  if (referralId === null) return null;
  const row = await tx
    .selectFrom('referrals')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('referral_id', '=', referralId)
    .where('advocate_id', '=', advocateId)
    .where('state', '=', 'clicked')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Gives the friend what was promised; false when there was nothing left to give. */
async function giveReward(
  tx: Tx,
  context: Context,
  { store_id: storeId, referral_id: referralId }: ReferralRow,
  { advocate, programme }: FoundOffer,
  now: Date,
): Promise<boolean> {
  const reward = programme.programme.friend;
  if (reward === null) return true;
  const { advocate_id: advocateId } = advocate;
  const of = { storeId, referralId, advocateId, programmeId: programme.id, side: 'friend', reward } as const;
  const earned = await earnReward(tx, of, now);
  const issued = await issueReward(tx, context, { storeId, rewardId: earned.reward_id }, now);
  return reward.by !== 'pool' || issued?.code != null;
}
