import type { SerialImport } from '@postlude/contract';
import { getSerialImport as getRow, importSerials as importRow } from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { asCsv } from './csv-file.ts';

/** A list of serial numbers on its way. */
export interface SerialList {
  /** CSV in UTF-8 of at most 32 MB, with a heading: `serial`, and if wanted `product_id` and `batch`. */
  readonly file: Blob;
  /** What rows without one of their own are about. */
  readonly productId?: string | undefined;
  readonly batch?: string | undefined;
}

/**
 * Sends a list of serial numbers. Answers at once; the import goes on, and `getSerialImport` tells how far it is. The same list again adds
 * nothing.
 *
 * @throws ApiError `key_invalid`, `too_large`, `upload_damaged` (no text in UTF-8, no heading); the others as every call.
 * @example
 * ```ts
 * const { id } = await importSerials(transport, { file: await openAsBlob('serials.csv'), productId: 'lamp' });
 * ```
 */
export function importSerials(
  transport: Transport,
  { file, productId, batch }: SerialList,
  options: CallOptions = {},
): Promise<SerialImport> {
  return call(
    transport,
    importRow,
    { query: { productId, batch } },
    { signal: options.signal, repeatable: true, file: { body: asCsv(file), deadline: 120_000 } },
  );
}

/**
 * Reads how far an import is, with the first thousand bad rows.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { state, read, rows } = await getSerialImport(transport, id);
 * ```
 */
export function getSerialImport(
  transport: Transport,
  importId: string,
  options: CallOptions = {},
): Promise<SerialImport> {
  // The types know an id by its form; whoever has it as a text is told by the server when it is none.
  return call(transport, getRow, { params: { importId: importId as `sim_${string}` } }, options);
}

/** Lists of serial numbers. */
export interface StaffSerials {
  /** `importSerials`. */
  import(list: SerialList, options?: CallOptions): Promise<SerialImport>;
  /** `getSerialImport`. */
  get(importId: string, options?: CallOptions): Promise<SerialImport>;
}

/** The calls with their transport. */
export const staffSerialsOf = (transport: Transport): StaffSerials => ({
  import: (list, call) => importSerials(transport, list, call),
  get: (importId, call) => getSerialImport(transport, importId, call),
});
