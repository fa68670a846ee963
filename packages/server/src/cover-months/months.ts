import type { AddedMonths, AddedMonthsInput, Id, VoidMonthsInput } from '@postlude/contract';
import type { Selectable } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { AddedMonthsTable } from '../db/schema/claim-mails.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { PassportFacts } from '../passports/facts.ts';
import { readOnePassport } from '../passports/read.ts';
import { holdPassports } from '../registrations/store.ts';
import { newId } from '../secrets/ids.ts';

/** Which unit. */
export interface UnitKey {
  readonly storeId: string;
  readonly passportId: string;
}

/** A hundred years: nothing a store promises lasts longer. */
const mostMonths = 1200;

/** The months that were added to a unit, oldest first. */
export async function readMonths(tx: Tx, { storeId, passportId }: UnitKey): Promise<AddedMonths[]> {
  const rows = await tx
    .selectFrom('added_months')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('passport_id', '=', passportId)
    .orderBy('added_months_id')
    .execute();
  return rows.map(shown);
}

const shown = (row: Selectable<AddedMonthsTable>): AddedMonths => ({
  id: row.added_months_id as Id<'addedMonths'>,
  months: row.months,
  reason: row.reason,
  by: row.added_by,
  at: row.added_at.toISOString(),
  voided:
    row.voided_at === null
      ? null
      : { by: row.voided_by ?? '', at: row.voided_at.toISOString(), note: row.void_note },
});

/**
 * Adds months to what the store promises of a unit.
 *
 * @throws ApiProblem `not_found`; `action_not_possible` where no plan with an end is about the unit, or too many stand already.
 */
export async function addMonthsTo(
  tx: Tx,
  key: UnitKey,
  { months, reason, by }: AddedMonthsInput,
  now: Date,
): Promise<void> {
  const facts = await hold(tx, key, now);
  if (facts.plan === null || facts.plan.months === null) {
    throw new ApiProblem('action_not_possible', {
      detail:
        facts.plan === null
          ? 'No plan of the store is about this item, and the legal guarantee is the law’s alone.'
          : 'This item is covered for its lifetime.',
    });
  }
  if (facts.addedMonths + months > mostMonths) {
    throw new ApiProblem('action_not_possible', {
      detail: `${facts.addedMonths} months were added already; more than ${mostMonths} together are not possible.`,
    });
  }
  await tx
    .insertInto('added_months')
    .values({
      store_id: key.storeId,
      added_months_id: newId('addedMonths', now.getTime()),
      passport_id: key.passportId,
      months,
      reason: reason.trim(),
      added_by: by?.trim() || 'staff',
      added_at: now,
    })
    .execute();
}

/**
 * Takes added months back. Those that were taken back stay so.
 *
 * @throws ApiProblem `not_found`.
 */
export async function voidMonths(
  tx: Tx,
  key: UnitKey & { readonly addedMonthsId: string },
  { by, note }: VoidMonthsInput,
  now: Date,
): Promise<void> {
  await hold(tx, key, now);
  const known = (await readMonths(tx, key)).find(({ id }) => id === key.addedMonthsId);
  if (!known) throw new ApiProblem('not_found');
  if (known.voided) return;
  await tx
    .updateTable('added_months')
    .set({ voided_by: by?.trim() || 'staff', voided_at: now, void_note: note?.trim() || null })
    .where('store_id', '=', key.storeId)
    .where('added_months_id', '=', known.id)
    .execute();
}

/** Holds the unit until the transaction ends, so that two who add at once count each other's months. */
async function hold(tx: Tx, { storeId, passportId }: UnitKey, now: Date): Promise<PassportFacts> {
  await holdPassports(tx, storeId, [passportId]);
  const facts = await readOnePassport(tx, { storeId, passportId }, now);
  if (!facts) throw new ApiProblem('not_found');
  return facts;
}
