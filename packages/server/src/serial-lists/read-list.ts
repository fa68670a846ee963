import type { Context } from '../context.ts';
import type { SerialFileSettings } from '../db/schema/review-files.ts';
import { type FileReading, leftFiles, readFile } from '../file-imports/read-file.ts';
import type { TakenFile } from '../file-imports/take-file.ts';
import { addRows } from './add-rows.ts';
import { type BadBecause, judgeRow, type ListedSerial } from './judge-row.ts';
import { longestRow } from './read-heading.ts';

/** A list's settings: what `startImport` kept for this kind of file. */
const settingsOf = ({ settings }: TakenFile) => settings as SerialFileSettings;

const reading: FileReading<ListedSerial | BadBecause> = {
  kind: 'serials',
  stepRows: 5_000,
  shape: (taken) => ({ delimiter: settingsOf(taken).layout.delimiter, longestRow }),
  judge(row, taken) {
    const { layout, ...defaults } = settingsOf(taken);
    return judgeRow(row, layout, defaults);
  },
  isReadAfresh: () => false,
  add: (tx, { store_id, import_id }, rows) => addRows(tx, store_id, import_id, rows),
};

/** Reads a kept list to its end: see `readFile`. */
export const readList = (context: Context, storeId: string, importId: string): Promise<void> =>
  readFile(context, storeId, importId, () => reading);

/** Goes on with what a killed process left half read, of all stores; returns how many were found. */
export async function readLeftLists(context: Context): Promise<number> {
  const left = await leftFiles(context, 'serials');
  for (const { storeId, importId } of left) {
    if (context.stopping.aborted) break;
    await readList(context, storeId, importId);
  }
  return left.length;
}
