import type { Id, Upload } from '@postlude/contract';
import { createUpload as createRow, deleteUpload as deleteRow } from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { Transport } from './transport.ts';
import { fetchTelling } from './upload-progress.ts';

type CreateUpload = typeof createRow;
type DeleteUpload = typeof deleteRow;
const createWire: WireOf<CreateUpload> = {
  method: createRow.method,
  path: createRow.path,
  access: createRow.access,
  output: createRow.output,
};
const deleteWire: WireOf<DeleteUpload> = {
  method: deleteRow.method,
  path: deleteRow.path,
  access: deleteRow.access,
  output: deleteRow.output,
};

/** A file on its way. */
export interface UploadRequest {
  /** The session's token. */
  readonly token: string;
  /** A JPEG, PNG or WebP picture or a PDF of at most 10 MB. Convert anything else first (HEIC). */
  readonly file: Blob;
  /** `return` unless told. */
  readonly purpose?: 'return' | 'message' | 'proof' | 'claim' | 'review';
  /** Told how much has gone out, in bytes. Only where the page has `XMLHttpRequest`; a new try begins at nothing again. */
  readonly onProgress?: ((sent: number, total: number) => void) | undefined;
}

/** Which file to take back. */
export interface RemovedUpload {
  /** The session's token. */
  readonly token: string;
  readonly uploadId: Id<'upload'> | (string & {});
}

/** Milliseconds: 10 MB over 1 Mbit/s take 80 seconds. */
const deadline = 120_000;

/**
 * Sends a file of the shopper. The same file sent again is the same upload, so a try that failed on the way is repeated.
 * Attach it by its id within 24 hours, or it is removed.
 *
 * @throws ApiError `upload_type`, `upload_damaged`, `too_large`, `upload_limit` (what to tell the shopper), `rate_limited`,
 *   `session_invalid`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const upload = await createUpload(transport, { token, file, onProgress: (sent, total) => show(sent / total) });
 * ```
 */
export function createUpload(
  transport: Transport,
  request: UploadRequest,
  options: CallOptions = {},
): Promise<Upload> {
  const { token, file, purpose, onProgress } = request;
  const tellsProgress = onProgress !== undefined && typeof XMLHttpRequest === 'function';
  return call<CreateUpload>(transport, createWire, purpose === undefined ? {} : { query: { purpose } }, {
    signal: options.signal,
    bearer: token,
    repeatable: true,
    file: { body: file, deadline, ...(tellsProgress ? { fetch: fetchTelling(onProgress) } : {}) },
  });
}

/**
 * Takes back a file that is attached to nothing.
 *
 * @throws ApiError `not_found` (also when it was removed already), `conflict` (it belongs to something), `session_invalid`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 */
export function deleteUpload(
  transport: Transport,
  { token, uploadId }: RemovedUpload,
  options: CallOptions = {},
): Promise<Upload> {
  return call<DeleteUpload>(
    transport,
    deleteWire,
    { params: { uploadId } },
    { signal: options.signal, bearer: token },
  );
}
