import type { CodeImport, Id, RewardSide } from '@postlude/contract';
import type { Context } from '../../context.ts';
import { keepFile } from '../../file-imports/keep-file.ts';
import { countRows } from '../../file-imports/split-rows.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { newId } from '../../secrets/ids.ts';
import { programmeInForce } from '../programme/store.ts';
import { longestRow, readCodeLayout } from './read-layout.ts';
import { readCodeImport } from './view.ts';

/** Whose codes a file brings, and how it is read. */
export interface CodeWishes {
  readonly programmeId: string;
  readonly side: RewardSide;
  /** Everything is read and told, nothing is written. */
  readonly dryRun: boolean;
  /** Which file, for the history. */
  readonly name: string | null;
}

/**
 * Keeps a file of codes to be read: from here on it is read, whatever becomes of this process. A file that is being read already is
 * not begun a second time. In transactions of its own: must not be called in one.
 *
 * @throws ApiProblem `upload_damaged`; `not_found` when the store has no such programme.
 */
export async function startCodeImport(
  context: Context,
  store: { readonly id: string; readonly timeZone: string },
  bytes: Uint8Array,
  wishes: CodeWishes,
): Promise<CodeImport> {
  const { layout, next } = readCodeLayout(bytes);
  const now = context.clock.now();
  const importId: Id<'codeImport'> = newId('codeImport', now.getTime());
  const rows = countRows(bytes, next, { delimiter: layout.delimiter, longestRow });
  const settings = { ...wishes, layout, timeZone: store.timeZone };
  return context.db.withStore(store.id, async (tx) => {
    if (!(await programmeInForce(tx, store.id, wishes.programmeId))) throw new ApiProblem('not_found');
    const file = {
      storeId: store.id,
      importId,
      kind: 'codes',
      settings,
      bytes,
      position: next,
      rows,
    } as const;
    const view = await readCodeImport(tx, store.id, await keepFile(tx, file, now));
    if (!view) throw new Error('an import is not there after it was kept');
    return view;
  });
}
