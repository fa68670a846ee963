import type { CodeImport } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { readCodeImport } from './view.ts';

/**
 * Takes an import of codes back: those nobody was given are gone, and the same file adds them again. What was given stays. Once more
 * changes nothing. Null when the store has no such import.
 *
 * @throws ApiProblem `action_not_possible` while it runs, and of a dry run.
 */
export async function undoCodeImport(tx: Tx, storeId: string, importId: string): Promise<CodeImport | null> {
  const found = await readCodeImport(tx, storeId, importId);
  if (!found || found.state === 'undone') return found;
  if (found.dryRun) throw new ApiProblem('action_not_possible', { detail: 'A dry run added nothing.' });
  if (found.state === 'running') {
    throw new ApiProblem('action_not_possible', { detail: 'The import is still running.' });
  }
  await tx
    .deleteFrom('reward_codes')
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .where('reward_id', 'is', null)
    .execute();
  await tx
    .updateTable('file_imports')
    .set({ state: 'undone' })
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .execute();
  return { ...found, state: 'undone' };
}
