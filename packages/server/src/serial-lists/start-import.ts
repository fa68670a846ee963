import type { Id, SerialImport } from '@postlude/contract';
import type { Context } from '../context.ts';
import { keepFile } from '../file-imports/keep-file.ts';
import { countRows } from '../file-imports/split-rows.ts';
import { newId } from '../secrets/ids.ts';
import type { RowDefaults } from './judge-row.ts';
import { longestRow, readListHeading } from './read-heading.ts';
import { readImport } from './view.ts';

/**
 * Keeps a list to be read: from here on it is read, whatever becomes of this process. A list that is being read already is not
 * begun a second time. In transactions of its own: must not be called in one.
 *
 * @throws ApiProblem `upload_damaged`.
 */
export async function startImport(
  context: Context,
  storeId: string,
  bytes: Uint8Array,
  { productId, batch }: RowDefaults,
): Promise<SerialImport> {
  const { layout, next } = readListHeading(bytes);
  const now = context.clock.now();
  const importId: Id<'serialImport'> = newId('serialImport', now.getTime());
  const rows = countRows(bytes, next, { delimiter: layout.delimiter, longestRow });
  const settings = { layout, productId, batch };
  return context.db.withStore(storeId, async (tx) => {
    const file = { storeId, importId, kind: 'serials', settings, bytes, position: next, rows } as const;
    const view = await readImport(tx, storeId, await keepFile(tx, file, now));
    if (!view) throw new Error('an import is not there after it was kept');
    return view;
  });
}
