import { createHmac } from 'node:crypto';
import type { SecretBox } from '../secrets/secret-box.ts';

/** What a hand-over code is found by: only who has the key of the server can make it from a code. */
export const hashOfTransferCode = (secrets: SecretBox, storeId: string, code: string): string =>
  createHmac('sha256', secrets.derive(`transfer:${storeId}`))
    .update(code)
    .digest('base64url');

const purposeOf = (transferId: string): string => `transfer:${transferId}`;

/** The code as it is kept, so that its owner can be shown it again. */
export const sealTransferCode = (secrets: SecretBox, transferId: string, code: string): string =>
  secrets.seal(code, purposeOf(transferId));

/** The code for the eyes of the owner who made it. */
export const openTransferCode = (
  secrets: SecretBox,
  row: { readonly transfer_id: string; readonly code_sealed: string },
): string => secrets.open(row.code_sealed, purposeOf(row.transfer_id));
