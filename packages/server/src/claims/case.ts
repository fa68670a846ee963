import type { WarrantyPolicyInput } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { type PassportFacts, readPassportFacts } from '../passports/read.ts';
import { warrantyPolicyInForce, warrantyPolicyOfVersion } from '../warranty-policy/store.ts';
import { type ClaimOfPassport, claimsOf } from './of-passports.ts';
import { type ClaimKey, type ClaimRow, holdClaim, type QuoteRow, readQuotes } from './store.ts';

/** A unit with its claims, as the owner with an order sees it. */
export interface UnitFacts {
  readonly facts: PassportFacts;
  /** All claims about the unit, of every owner, newest first. */
  readonly claims: readonly ClaimOfPassport[];
  readonly policy: WarrantyPolicyInput;
  readonly policyVersion: number;
  readonly now: Date;
}

/** A claim, its unit, and the policy it was filed under. */
export interface ClaimCase extends UnitFacts {
  readonly row: ClaimRow;
  /** Oldest first. */
  readonly quotes: readonly QuoteRow[];
}

/** Adds the claims and the policy in force to what is known of a unit. */
export async function unitOf(tx: Tx, facts: PassportFacts, now: Date): Promise<UnitFacts> {
  const claims = (await claimsOf(tx, facts.storeId, [facts.id])).get(facts.id) ?? [];
  const { policy, version } = await warrantyPolicyInForce(tx, facts.storeId);
  return { facts, claims, policy, policyVersion: version, now };
}

/**
 * Reads what belongs to a claim.
 *
 * @throws ApiProblem `not_found` when its unit was taken out of its order.
 */
export async function readCase(tx: Tx, row: ClaimRow, now: Date): Promise<ClaimCase> {
  const storeId = row.store_id;
  const all = await readPassportFacts(tx, { storeId, orderId: row.order_id }, now);
  const facts = all.find(({ id }) => id === row.passport_id);
  if (!facts) throw new ApiProblem('not_found');
  const unit = await unitOf(tx, facts, now);
  const filed =
    row.policy_version === unit.policyVersion
      ? null
      : await warrantyPolicyOfVersion(tx, storeId, row.policy_version);
  const quotes = await readQuotes(tx, { storeId, claimId: row.claim_id });
  return {
    ...unit,
    ...(filed ? { policy: filed.policy, policyVersion: filed.version } : {}),
    row,
    quotes,
  };
}

/**
 * Reads a claim with what belongs to it, and holds it until the transaction ends.
 *
 * @throws ApiProblem `not_found`.
 */
export async function holdCase(tx: Tx, key: ClaimKey, now: Date): Promise<ClaimCase> {
  return readCase(tx, await holdClaim(tx, key), now);
}
