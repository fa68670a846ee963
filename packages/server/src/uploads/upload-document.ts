import type { DocumentMaker } from '../documents/document-makers.ts';

/** A file as it is shown: pictures where they are opened, a PDF of a stranger only to be saved. */
export const uploadDocument: DocumentMaker = async (tx, context, { storeId, id }) => {
  const row = await tx
    .selectFrom('uploads')
    .select(['content_type', 'storage_key'])
    .where('store_id', '=', storeId)
    .where('upload_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return async () => {
    const bytes = await context.uploads.get(row.storage_key);
    if (bytes === null) return null;
    const inline = row.content_type !== 'application/pdf';
    return {
      bytes,
      contentType: row.content_type,
      fileName: `${id}.${endings[row.content_type] ?? 'bin'}`,
      inline,
    };
  };
};

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
};
