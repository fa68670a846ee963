import type { DocumentMaker } from '../documents/document-makers.ts';

/**
 * The acknowledgement as a file: plain text, which every device opens and keeps, and which shows by its seal that nobody
 * changed it (a durable medium, Article 2(10) of Directive 2011/83/EU).
 */
export const receiptDocument: DocumentMaker = async (tx, _context, { storeId, id }) => {
  const row = await tx
    .selectFrom('withdrawals')
    .select(['number', 'receipt'])
    .where('store_id', '=', storeId)
    .where('withdrawal_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    bytes: new TextEncoder().encode(row.receipt),
    contentType: 'text/plain; charset=utf-8',
    fileName: `${row.number}.txt`,
    inline: false,
  };
};
