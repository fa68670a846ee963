import type { StaffRegistration } from '@postlude/contract';
import { type Entry, readAudit } from '../case-log/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { PassportFacts, RegistrationRow } from '../passports/facts.ts';
import { readPassportFacts } from '../passports/read.ts';
import { showPassport } from '../passports/show.ts';
import { logOf, shownEntry } from './audit.ts';
import { holdPassports, readRegistration } from './store.ts';
import { possibleActions } from './transitions.ts';

/** A registration and the unit it is about, as its owner of then sees it. */
export interface RegistrationCase {
  readonly row: RegistrationRow;
  readonly facts: PassportFacts;
  readonly now: Date;
}

/** Which registration. */
export interface RegistrationKey {
  readonly storeId: string;
  readonly registrationId: string;
}

/**
 * Reads a registration with its unit.
 *
 * @throws ApiProblem `not_found`.
 */
export async function readCase(tx: Tx, key: RegistrationKey, now: Date): Promise<RegistrationCase> {
  const row = await readRegistration(tx, key);
  if (!row) throw new ApiProblem('not_found');
  const all = await readPassportFacts(tx, { storeId: key.storeId, orderId: row.order_id }, now);
  const facts = all.find(({ id }) => id === row.passport_id);
  if (!facts) throw new ApiProblem('not_found');
  return { row, facts, now };
}

/** The same, and the unit is held until the transaction ends. */
export async function holdCase(tx: Tx, key: RegistrationKey, now: Date): Promise<RegistrationCase> {
  const row = await readRegistration(tx, key);
  if (!row) throw new ApiProblem('not_found');
  await holdPassports(tx, key.storeId, [row.passport_id]);
  return readCase(tx, key, now);
}

/** A registration as staff see it. */
export async function showStaffRegistration(
  tx: Tx,
  context: Context,
  { row, facts, now }: RegistrationCase,
): Promise<StaffRegistration> {
  const audit = await readAudit(tx, logOf(row));
  const passport = await showPassport(context, tx, { ...facts, registration: row }, { now });
  return {
    passport,
    email: facts.reader.email,
    name: facts.reader.name,
    policyVersion: row.policy_version,
    audit: audit.map(shownEntry),
    actions: possibleActions(row.status, facts.reader.isOwner, canUndo(audit)),
  };
}

/** Whether the last entry is one of staff that can be taken back. */
export const canUndo = (audit: readonly Entry[]): boolean => (audit.at(-1)?.restore ?? null) !== null;
