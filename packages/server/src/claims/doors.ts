import type {
  ClaimResolution,
  ClaimRoute,
  DoorDecision,
  RepairPlace,
  RouteDecision,
} from '@postlude/contract';
import { decideDoors } from '../cover/index.ts';
import type { Tx } from '../db/database.ts';
import { coversOf } from '../passports/covers.ts';
import { readFacts, rightsFactsOf } from '../returns/facts.ts';
import { decideRights } from '../rights/index.ts';
import type { UnitFacts } from './case.ts';
import { benefitsUsed, doneOf } from './of-passports.ts';

/** Every door of a unit today, the best one first. */
export async function doorsOf(tx: Tx, unit: UnitFacts): Promise<DoorDecision[]> {
  const { facts, claims, policy } = unit;
  return decideDoors({
    rights: await rightsOf(tx, unit),
    covers: coversOf(facts, doneOf(claims)),
    plan: facts.plan,
    origin: facts.boughtHere ? 'here' : 'elsewhere',
    state: facts.state,
    country: facts.country,
    registration: facts.registration?.status ?? null,
    claimOpen: claims.some(({ open }) => open),
    benefitsUsed: benefitsUsed(claims),
    paidRepairs: policy.claims.paidRepairs,
    today: facts.today,
  });
}

/** The routes of returns for the item the unit is in: for who bought it here, nobody else. */
async function rightsOf(tx: Tx, { facts, now }: UnitFacts): Promise<readonly RouteDecision[]> {
  const { sold, line, reader, shipmentId, storeId } = facts;
  if (!facts.boughtHere || reader.orderId !== sold.id) return [];
  const known = await readFacts(tx, { storeId, orderId: sold.id, isGift: false, now });
  if (!known) return [];
  const items = decideRights(rightsFactsOf(known)).filter((item) => item.lineId === line.id);
  const own = items.find((item) => item.shipmentId === shipmentId) ?? items[0];
  return own?.routes ?? [];
}

/** What a claim by a route can end with, in the order of preference; repair and replacement come first by law (Directive (EU) 2019/771, Article 13). */
export function resolutionsFor(route: ClaimRoute, { policy, facts, claims }: UnitFacts): ClaimResolution[] {
  const offered = policy.claims.resolutions;
  if (route === 'repair') return ['repair'];
  if (route === 'legal_guarantee') {
    const isMoney = (kind: ClaimResolution) => kind === 'refund' || kind === 'store_credit';
    return [...offered.filter((kind) => !isMoney(kind)), ...offered.filter(isMoney)];
  }
  const given = facts.plan?.benefits ?? [];
  if (given.length === 0) return [...offered];
  // A plan that names what it gives gives nothing else of the kind.
  const used = benefitsUsed(claims);
  const left = given.filter(({ kind, total }) => total === null || (used[kind] ?? 0) < total);
  const named: ReadonlySet<string> = new Set(left.map(({ kind }) => kind));
  return offered.filter((kind) => kind === 'refund' || kind === 'store_credit' || named.has(kind));
}

/** The places of repair for a country, in the policy's order. */
export const placesFor = ({ policy, facts }: UnitFacts): RepairPlace[] =>
  policy.claims.places.filter(
    ({ countries }) =>
      countries === undefined || (facts.country !== null && countries.includes(facts.country)),
  );
