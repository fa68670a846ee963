import type { BytesOutput } from '@postlude/contract';
import { certificateDocument, coverCalendarDocument } from '../certificates/documents.ts';
import { claimSlipDocument } from '../claims/documents.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { calendarDocument, labelDocument, packingSlipDocument } from '../returns/documents.ts';
import { uploadDocument } from '../uploads/upload-document.ts';
import { receiptDocument } from '../withdrawals/receipt-document.ts';
import type { DocumentKind } from './address.ts';

/** A document that needs more than the database (bytes of the storage, a drawing): made when the transaction has ended. */
export type DocumentLater = () => Promise<BytesOutput | null>;

/** Makes a document of one kind from the id of its thing; null when there is no such thing (any more). */
export type DocumentMaker = (
  tx: Tx,
  context: Context,
  name: { readonly storeId: string; readonly id: string },
) => Promise<BytesOutput | DocumentLater | null>;

/** Who makes what. A domain that has documents adds its line here. */
export const documentMakers: { readonly [Kind in DocumentKind]?: DocumentMaker } = {
  upload: uploadDocument,
  packing_slip: packingSlipDocument,
  claim_slip: claimSlipDocument,
  label: labelDocument,
  calendar: calendarDocument,
  withdrawal_receipt: receiptDocument,
  certificate: certificateDocument,
  cover_calendar: coverCalendarDocument,
};
