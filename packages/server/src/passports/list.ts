import { type PassportList, uploadLimit } from '@postlude/contract';
import { claimsOf } from '../claims/of-passports.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { SessionCaller } from '../http/access.ts';
import { warrantyPolicyInForce } from '../warranty-policy/store.ts';
import type { PassportFacts } from './facts.ts';
import { giftPassport } from './gift-view.ts';
import { type OrdersRead, readPassports } from './read.ts';
import { canTransfer, gainOf, notRegistrable, serialAsked } from './readiness.ts';
import { showPassports } from './show.ts';

/** The most files of a proof of purchase. */
export const mostProofs = 5;

/**
 * The passports of a session's order, with what registering each one needs. They are there already.
 *
 * @param before what was read of the order a moment ago, in this transaction
 */
export async function listPassportsOf(
  tx: Tx,
  context: Context,
  { storeId, store, session }: SessionCaller,
  locale: string | null,
  before?: OrdersRead,
): Promise<PassportList> {
  const now = context.clock.now();
  const isGift = session.gift;
  const { facts: all } = await readPassports(tx, { storeId, orderId: session.orderId }, now, before);
  const passports = await showPassports(context, tx, all, { locale, now });
  const claims = await claimsOf(
    tx,
    storeId,
    all.map(({ id }) => id),
  );
  const open = new Set([...claims].filter(([, each]) => each.some((claim) => claim.open)).map(([id]) => id));
  const { version, policy } = await warrantyPolicyInForce(tx, storeId);
  return {
    items: all.flatMap((facts, index) => {
      const passport = passports[index];
      if (!passport) return [];
      const because = notRegistrable(facts, isGift);
      return [
        {
          passport: isGift ? giftPassport(facts, passport) : passport,
          serial: serialAsked(facts, locale),
          gainMonths: gainOf(facts),
          canRegister: because === null,
          because,
          canTransfer: canTransfer(facts, isGift) && !open.has(facts.id),
        },
      ];
    }),
    askMarketing: policy.askMarketing,
    // The store knows what was bought here.
    proof: all.some(({ boughtHere }) => !boughtHere) ? policy.proof : 'off',
    policyVersion: version,
    uploads: { perItem: mostProofs, bytes: uploadLimit },
    store: { name: store.name, locale: store.locale, timeZone: store.timeZone, contact: store.contact },
    refreshAfter: refreshAfterOf(all),
  };
}

/** Now and then while something arrives or is looked at. */
function refreshAfterOf(all: readonly PassportFacts[]): number | null {
  if (all.some(({ registration }) => registration?.status === 'pending')) return 300;
  return all.some(({ inHands, state }) => !inHands && state === 'owned') ? 900 : null;
}
