import type { MethodKind } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { ReturnRow } from './store.ts';

/** Whether the store has an account with somebody who makes labels. Without one its labels are packing slips. */
export async function hasCarrier(tx: Tx, storeId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('store_secrets')
    .select('secret_id')
    .where('store_id', '=', storeId)
    .where('kind', '=', 'easypost_api')
    .where('expires_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The methods as they will be. A counter of a carrier reads its own code alone, and none of those that make labels for us tells
 * it: what would be a code to show is a label to print there, and nobody without a printer is promised anything else.
 */
export async function asTheyWillBe<Method extends { readonly kind: MethodKind }>(
  tx: Tx,
  storeId: string,
  methods: readonly Method[],
): Promise<Method[]> {
  const isPrinted = methods.some(({ kind }) => kind === 'qr_code') && (await hasCarrier(tx, storeId));
  return methods.map((method) =>
    isPrinted && method.kind === 'qr_code' ? { ...method, kind: 'label' } : method,
  );
}

/** The same for a return that was filed: its label tells, once there is one. */
export async function kindAsItIs(
  tx: Tx,
  row: Pick<ReturnRow, 'store_id' | 'status' | 'label'>,
  kind: MethodKind | null,
): Promise<MethodKind | null> {
  if (kind !== 'qr_code') return kind;
  const isPrinted =
    row.label === null
      ? row.status === 'requested' && (await hasCarrier(tx, row.store_id))
      : typeof row.label.made?.qr !== 'string';
  return isPrinted ? 'label' : kind;
}
