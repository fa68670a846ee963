import type { Consents } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { PassportFacts } from '../passports/facts.ts';

/** What an owner chose for one item. */
export type OwnersConsents = Readonly<Consents>;

/**
 * Each choice has a table of its own, and each reader reads the one it is for: who sends safety messages has nothing in
 * hand that speaks of marketing.
 */
type ConsentTable = 'safety_consents' | 'marketing_consents';

/** Whose choice, about which item. */
export interface ConsentKey {
  readonly storeId: string;
  readonly passportId: string;
  /** The owner's order. */
  readonly orderId: string;
}

/** What the owners of items chose about safety messages, as it stands; by passport. Who chose nothing is not in it. */
export const safetyChoices = (tx: Tx, storeId: string, of: readonly Owned[]) =>
  readChoices(tx, 'safety_consents', storeId, of);

/** What the owners of items chose about marketing, as it stands; by passport. */
export const marketingChoices = (tx: Tx, storeId: string, of: readonly Owned[]) =>
  readChoices(tx, 'marketing_consents', storeId, of);

/** An item and its owner's order. */
export interface Owned {
  readonly passportId: string;
  readonly orderId: string;
}

async function readChoices(
  tx: Tx,
  table: ConsentTable,
  storeId: string,
  of: readonly Owned[],
): Promise<ReadonlyMap<string, boolean>> {
  if (of.length === 0) return new Map();
  const { rows } = await sql<{ passport_id: string; given: boolean }>`
    select distinct on (kept.passport_id, kept.order_id) kept.passport_id, kept.given
    from unnest(
      ${of.map(({ passportId }) => passportId)}::text[], ${of.map(({ orderId }) => orderId)}::text[]
    ) as owned (passport_id, order_id)
    join ${sql.table(table)} as kept
      on kept.store_id = ${storeId} and kept.passport_id = owned.passport_id and kept.order_id = owned.order_id
    order by kept.passport_id, kept.order_id, kept.sequence desc`.execute(tx);
  return new Map(rows.map((row) => [row.passport_id, row.given]));
}

/** Both choices of each item's reader, for that reader's own eyes. */
export async function readConsents(
  tx: Tx,
  storeId: string,
  all: readonly Pick<PassportFacts, 'id' | 'reader'>[],
): Promise<ReadonlyMap<string, OwnersConsents>> {
  const owned = all.map(({ id, reader }) => ({ passportId: id, orderId: reader.orderId }));
  const safety = await safetyChoices(tx, storeId, owned);
  const marketing = await marketingChoices(tx, storeId, owned);
  return new Map(
    all.map(({ id }) => [id, { safety: safety.get(id) ?? false, marketing: marketing.get(id) ?? false }]),
  );
}

/** Keeps what an owner chose, where it differs from what stands. True when something changed. The item is held meanwhile. */
export async function keepConsents(
  tx: Tx,
  key: ConsentKey,
  { safety, marketing }: Consents,
  now: Date,
): Promise<boolean> {
  const first = await keepChoice(tx, 'safety_consents', key, safety, now);
  const second = await keepChoice(tx, 'marketing_consents', key, marketing, now);
  return first || second;
}

/** A choice that was never made counts as not given, and is kept as such the first time. */
async function keepChoice(
  tx: Tx,
  table: ConsentTable,
  { storeId, passportId, orderId }: ConsentKey,
  given: boolean,
  now: Date,
): Promise<boolean> {
  const last = await tx
    .selectFrom(table)
    .select(['sequence', 'given'])
    .where('store_id', '=', storeId)
    .where('passport_id', '=', passportId)
    .where('order_id', '=', orderId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.given === given) return false;
  await tx
    .insertInto(table)
    .values({
      store_id: storeId,
      passport_id: passportId,
      order_id: orderId,
      sequence: (last?.sequence ?? 0) + 1,
      given,
      at: now,
    })
    .execute();
  return last !== undefined || given;
}
