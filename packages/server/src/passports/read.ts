import type { Id } from '@postlude/contract';
import type { Selectable } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { PassportsTable } from '../db/schema/passports.ts';
import { factsOf, readAround } from './around.ts';
import type { PassportFacts } from './facts.ts';
import { type Origin, readOrigins } from './origin.ts';
import { type ReaderOrder, readReaders } from './readers.ts';

export { ensurePassports } from './ensure.ts';
export type { PassportFacts } from './facts.ts';

/** A passport as it is kept. */
export type PassportRow = Selectable<PassportsTable>;

/** Which passports: all that an order's shopper has or had, or some as their owners of today see them. */
export type PassportsAsked =
  | { readonly storeId: string; readonly orderId: string }
  | { readonly storeId: string; readonly passportIds: readonly string[] };

/**
 * Reads everything known of units, in a handful of queries for each order they were bought with: a shopper's passports or
 * a few named ones, not those of a whole store. In the order of line and unit. Units whose line was taken out of its order
 * since are left out.
 */
export async function readPassportFacts(tx: Tx, asked: PassportsAsked, now: Date): Promise<PassportFacts[]> {
  return (await readPassports(tx, asked, now)).facts;
}

/** What of an order a registration does not change: it need not be read again in the transaction that holds the order. */
export interface OrdersRead {
  readonly origins: ReadonlyMap<string, Origin>;
  readonly readers: ReadonlyMap<string, ReaderOrder>;
}

/**
 * As `readPassportFacts`, with what was read of the orders.
 *
 * @param before what was read of the same passports' orders a moment ago, in this transaction
 */
export async function readPassports(
  tx: Tx,
  asked: PassportsAsked,
  now: Date,
  before?: OrdersRead,
): Promise<{ readonly facts: PassportFacts[]; readonly orders: OrdersRead }> {
  const rows = await readRows(tx, asked);
  const wanted = rows.map((row) => ({
    row,
    readerOrderId: 'orderId' in asked ? asked.orderId : row.owner_order_id,
  }));
  if (wanted.length === 0) return { facts: [], orders: { origins: new Map(), readers: new Map() } };
  const orderIds = [...new Set(rows.map((row) => row.order_id))];
  const readerIds = [...new Set(wanted.map(({ readerOrderId }) => readerOrderId))];
  const isKnown =
    before &&
    orderIds.every((id) => before.origins.has(id)) &&
    readerIds.every((id) => before.readers.has(id));
  const origins = isKnown ? before.origins : await readOrigins(tx, asked.storeId, orderIds, now);
  const readers = isKnown ? before.readers : await readReaders(tx, asked.storeId, readerIds);
  const around = await readAround(tx, asked.storeId, [...origins.keys()]);
  const facts = wanted
    .flatMap(({ row, readerOrderId }) => {
      const one = factsOf(row, readerOrderId, { storeId: asked.storeId, origins, readers, around, now });
      return one ? [one] : [];
    })
    .toSorted(compareFacts);
  return { facts, orders: { origins, readers } };
}

/** The facts of one passport as an owner, or its owner of today, sees them; null when there is none. */
export async function readOnePassport(
  tx: Tx,
  { storeId, passportId }: { readonly storeId: string; readonly passportId: string },
  now: Date,
): Promise<PassportFacts | null> {
  const [facts] = await readPassportFacts(tx, { storeId, passportIds: [passportId] }, now);
  return facts ?? null;
}

function readRows(tx: Tx, asked: PassportsAsked): Promise<PassportRow[]> {
  const rows = tx.selectFrom('passports').selectAll().where('store_id', '=', asked.storeId);
  if ('passportIds' in asked) {
    if (asked.passportIds.length === 0) return Promise.resolve([]);
    return rows.where('passport_id', 'in', [...asked.passportIds]).execute();
  }
  return rows
    .where((is) =>
      is.or([
        is('owner_order_id', '=', asked.orderId),
        is('passport_id', 'in', (from) =>
          from
            .selectFrom('passport_owners')
            .select('passport_owners.passport_id')
            .where('passport_owners.store_id', '=', asked.storeId)
            .where('passport_owners.order_id', '=', asked.orderId),
        ),
      ]),
    )
    .execute();
}

const compareFacts = (a: PassportFacts, b: PassportFacts): number =>
  compare(a.sold.id, b.sold.id) ||
  a.line.position - b.line.position ||
  compare(a.line.id, b.line.id) ||
  a.unit - b.unit;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The id of a row. */
export const idOfPassport = (row: Pick<PassportRow, 'passport_id'>): Id<'passport'> =>
  row.passport_id as Id<'passport'>;
