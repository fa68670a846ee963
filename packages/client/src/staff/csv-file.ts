/** A file as CSV: blobs of files have the type of the machine they are on, if any. */
export const asCsv = (file: Blob): Blob =>
  file.type === 'text/csv' ? file : file.slice(0, file.size, 'text/csv');
