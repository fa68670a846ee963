import type { CodeImport, CodePools, Id, RewardSide } from '@postlude/contract';
import {
  getCodeImport as getRow,
  importCodes as importRow,
  listCodePools as poolsRow,
  undoCodeImport as undoRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { asCsv } from './csv-file.ts';
import { type WriteOptions, write } from './writes.ts';

/** A file of codes on its way. */
export interface CodeFile {
  /** CSV in UTF-8 of at most 16 MB with a column `code` and, if there is one, `expires_at`. */
  readonly file: Blob;
  /** For whose rewards. */
  readonly programme: string;
  readonly side: RewardSide;
  /** True: everything is read and told, nothing is written. */
  readonly dryRun?: boolean | undefined;
  /** Which file, for the history. */
  readonly name?: string | undefined;
}

/**
 * Sends a file of codes for rewards. Answers at once; the import goes on, and `getCodeImport` tells how far it is. The same file again
 * adds nothing.
 *
 * @throws ApiError `key_invalid`, `not_found` (no such programme), `too_large`, `upload_damaged` (no text in UTF-8, no column `code`); the
 * others as every call.
 * @example
 * ```ts
 * const { id } = await importCodes(transport, { file: await openAsBlob('codes.csv'), programme, side: 'friend' });
 * ```
 */
export function importCodes(
  transport: Transport,
  { file, programme, side, dryRun, name }: CodeFile,
  options: CallOptions = {},
): Promise<CodeImport> {
  const query = {
    programme: programme as Id<'referralProgramme'>,
    side,
    name,
    ...(dryRun === undefined ? {} : ({ dryRun: dryRun ? 'true' : 'false' } as const)),
  };
  return call(
    transport,
    importRow,
    { query },
    { signal: options.signal, repeatable: true, file: { body: asCsv(file), deadline: 120_000 } },
  );
}

/**
 * Reads how far an import of codes is, with the first thousand bad rows and a look at the first codes.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { state, added, badRows } = await getCodeImport(transport, id);
 * ```
 */
export function getCodeImport(
  transport: Transport,
  importId: string,
  options: CallOptions = {},
): Promise<CodeImport> {
  return call(transport, getRow, { params: { importId: idOf(importId) } }, options);
}

/**
 * Takes an import of codes back: removes those nobody was given.
 *
 * @throws ApiError `key_invalid`, `not_found`, `action_not_possible` (it still runs, or was a dry run); the others as every call.
 * @example
 * ```ts
 * await undoCodeImport(transport, id);
 * ```
 */
export function undoCodeImport(
  transport: Transport,
  importId: string,
  options: WriteOptions = {},
): Promise<CodeImport> {
  return call(transport, undoRow, { params: { importId: idOf(importId) } }, write(undoRow, options));
}

/**
 * Tells how full the pools of codes are, and how long they last.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listCodePools(transport);
 * const low = items.filter(({ free }) => free < 100);
 * ```
 */
export function listCodePools(transport: Transport, options: CallOptions = {}): Promise<CodePools> {
  return call(transport, poolsRow, {}, options);
}

/** The types know an id by its form; whoever has it as a text is told by the server when it is none. */
const idOf = (importId: string) => importId as Id<'codeImport'>;

/** Codes for rewards: imports and pools. */
export interface StaffCodes {
  /** `importCodes`. */
  import(file: CodeFile, options?: CallOptions): Promise<CodeImport>;
  /** `getCodeImport`. */
  get(importId: string, options?: CallOptions): Promise<CodeImport>;
  /** `undoCodeImport`. */
  undo(importId: string, options?: WriteOptions): Promise<CodeImport>;
  /** `listCodePools`. */
  pools(options?: CallOptions): Promise<CodePools>;
}

/** The calls with their transport. */
export const staffCodesOf = (transport: Transport): StaffCodes => ({
  import: (file, call) => importCodes(transport, file, call),
  get: (importId, call) => getCodeImport(transport, importId, call),
  undo: (importId, call) => undoCodeImport(transport, importId, call),
  pools: (call) => listCodePools(transport, call),
});
