import type { Handlers } from '../http/implement.ts';
import { removeUpload } from './remove-uploads.ts';
import { takeUpload } from './take-upload.ts';

/** Answers the endpoints about files of shoppers and staff. */
export const uploadRoutes = {
  createUpload: ({ context, storeId, session, query, bytes }) => {
    const { orderId } = session;
    return takeUpload(
      context,
      { storeId, orderId, sentBy: 'shopper', purpose: query.purpose ?? 'return' },
      bytes,
    );
  },

  deleteUpload: ({ context, storeId, session, params }) =>
    removeUpload(context, { storeId, orderId: session.orderId, uploadId: params.uploadId }),

  createStaffUpload: ({ context, storeId, query, bytes }) => {
    const { order: orderId, purpose } = query;
    return takeUpload(context, { storeId, orderId, sentBy: 'staff', purpose }, bytes);
  },
} satisfies Partial<Handlers>;
