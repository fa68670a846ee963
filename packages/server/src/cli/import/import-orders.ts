import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { addTracking } from '../../orders/add-tracking.ts';
import { buyerKeys } from '../../orders/buyer-keys.ts';
import { putOrder, putShipment } from '../../orders/put-by-external-id.ts';
import { settleQuietly } from '../../referrals/life/told.ts';
import { ImportedOrder } from './imported-order.ts';
import { type RawRecord, readRecords } from './records.ts';

/** What was wrong with one record. */
export interface ImportProblem {
  readonly line: number;
  /** Null when the record could not be read so far. */
  readonly externalId: string | null;
  readonly reasons: readonly string[];
}

/** How an import goes, told after every record. */
export interface ImportProgress {
  readonly orders: number;
  readonly shipments: number;
  readonly failed: number;
}

/**
 * Imports orders from a file's text: each record in a transaction of its own, so that what is wrong with one costs only
 * itself. Importing the same file again changes nothing. Stops early, between records, when the context is stopping.
 * @returns what was imported; `onProblem` is told of every record that was not.
 */
export async function importOrders(
  context: Context,
  storeId: string,
  chunks: AsyncIterable<string>,
  on: { problem(problem: ImportProblem): void; progress(progress: ImportProgress): void },
): Promise<ImportProgress> {
  let [orders, shipments, failed] = [0, 0, 0];
  for await (const raw of readRecords(chunks)) {
    if (context.stopping.aborted) break;
    const read = readOrder(raw);
    const reasons = 'order' in read ? await store(context, storeId, read.order) : read.reasons;
    if (reasons.length > 0) {
      failed += 1;
      const externalId = 'order' in read ? read.order.externalId : read.externalId;
      on.problem({ line: raw.line, externalId, reasons });
    } else if ('order' in read) {
      orders += 1;
      shipments += read.order.shipments?.length ?? 0;
    }
    on.progress({ orders, shipments, failed });
  }
  return { orders, shipments, failed };
}

type ReadOrder =
  | { readonly order: ImportedOrder }
  | { readonly externalId: string | null; readonly reasons: string[] };

function readOrder(raw: RawRecord): ReadOrder {
  if ('wrong' in raw) return { externalId: null, reasons: [raw.wrong] };
  let value: unknown;
  try {
    value = JSON.parse(raw.text);
  } catch (error) {
    return { externalId: null, reasons: [`It is not JSON: ${error instanceof Error ? error.message : ''}`] };
  }
  const parsed = ImportedOrder.safeParse(value);
  if (parsed.success) return { order: parsed.data };
  const reasons = parsed.error.issues.map(
    (issue) => `${issue.path.join('.') || 'the record'}: ${issue.message}`,
  );
  return { externalId: idOf(value), reasons };
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('externalId' in value)) return null;
  return typeof value.externalId === 'string' ? value.externalId : null;
}

async function store(context: Context, storeId: string, imported: ImportedOrder): Promise<string[]> {
  try {
    await context.db.withStore(storeId, (tx) => apply(context, tx, storeId, imported));
    return [];
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const fields = Object.entries(error.details.fields ?? {}).map(
      ([path, sentence]) => `${path}: ${sentence}`,
    );
    return fields.length > 0 ? fields : [error.message];
  }
}

async function apply(context: Context, tx: Tx, storeId: string, imported: ImportedOrder): Promise<void> {
  const now = context.clock.now();
  const { externalId, shipments = [], ...input } = imported;
  const order = { source: 'staff', externalId } as const;
  const orderId = await putOrder(tx, storeId, externalId, input, now, buyerKeys(context.secrets, storeId));
  for (const { externalId: shipmentExternalId, tracking, ...shipment } of shipments) {
    await putShipment(tx, storeId, order, shipmentExternalId, shipment, now);
    if (tracking === undefined) continue;
    const { shipmentId } = await tx
      .selectFrom('shipments')
      .select('shipment_id as shipmentId')
      .where('store_id', '=', storeId)
      .where('source', '=', order.source)
      .where('external_id', '=', shipmentExternalId)
      .executeTakeFirstOrThrow();
    await addTracking(tx, { storeId, orderId, shipmentId }, tracking, now);
  }
  await settleQuietly(tx, context, { storeId, orderId }, now);
}
