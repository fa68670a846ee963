import type { Upload } from '@postlude/contract';
import { createStaffUpload as row } from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';

/** A file of staff on its way. */
export interface StaffUploadRequest {
  /** The order it belongs to. */
  readonly orderId: string;
  readonly purpose: 'inspection' | 'message';
  /** A JPEG, PNG or WebP picture or a PDF of at most 10 MB. */
  readonly file: Blob;
}

/**
 * Sends a file for an order: a photo of an inspection, something for a message. The same file sent again is the same
 * upload. Attach it by its id within 24 hours, or it is removed.
 *
 * @throws ApiError `key_invalid`, `not_found`, `upload_type`, `upload_damaged`, `too_large`, `upload_limit`; the others as
 *   every call.
 * @example
 * ```ts
 * const { id } = await createStaffUpload(transport, { orderId, purpose: 'inspection', file: await openAsBlob('photo.jpg') });
 * ```
 */
export function createStaffUpload(
  transport: Transport,
  { orderId, purpose, file }: StaffUploadRequest,
  options: CallOptions = {},
): Promise<Upload> {
  // The types know an order's id by its form; whoever has it as a text is told by the server when it is none.
  const order = orderId as `ord_${string}`;
  return call(
    transport,
    row,
    { query: { order, purpose } },
    {
      signal: options.signal,
      repeatable: true,
      file: { body: file, deadline: 120_000 },
    },
  );
}
