import type { Id, ReviewFormat, ReviewImport } from '@postlude/contract';
import type { Context } from '../context.ts';
import { keepFile } from '../file-imports/keep-file.ts';
import { countRows } from '../file-imports/split-rows.ts';
import { newId } from '../secrets/ids.ts';
import { longestRow, readLayout } from './read-layout.ts';
import { readReviewImport } from './view.ts';

/** How a file is imported. */
export interface ImportWishes {
  /** Everything is read and told, nothing is written. */
  readonly dryRun: boolean;
  /** Null: found by the heading. */
  readonly format: ReviewFormat | null;
  /** Who and which file, for the history. */
  readonly name: string | null;
}

/**
 * Keeps a file of reviews to be read: from here on it is read, whatever becomes of this process. A file that is being read already is
 * not begun a second time. In transactions of its own: must not be called in one.
 *
 * @throws ApiProblem `upload_damaged`.
 */
export async function startReviewImport(
  context: Context,
  storeId: string,
  bytes: Uint8Array,
  { dryRun, format, name }: ImportWishes,
): Promise<ReviewImport> {
  const { layout, next } = readLayout(bytes, format);
  const now = context.clock.now();
  const importId: Id<'reviewImport'> = newId('reviewImport', now.getTime());
  const rows = countRows(bytes, next, { delimiter: layout.delimiter, longestRow });
  const settings = { layout, dryRun, name };
  return context.db.withStore(storeId, async (tx) => {
    const file = { storeId, importId, kind: 'reviews', settings, bytes, position: next, rows } as const;
    const view = await readReviewImport(tx, storeId, await keepFile(tx, file, now));
    if (!view) throw new Error('an import is not there after it was kept');
    return view;
  });
}
