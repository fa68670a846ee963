import type { ReviewImport } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { touchNumbers } from '../reviews/numbers.ts';
import type { ReviewRow } from '../reviews/store.ts';
import { noPictures } from './pictures/of-import.ts';
import { readReviewImport } from './view.ts';

type Gone = Pick<ReviewRow, 'review_id' | 'subject' | 'product_id' | 'published_at'>;

/**
 * Takes an import back: the reviews it added are gone with everything that was said of them and their pictures, and the same file adds them again. Once
 * more changes nothing. Null when the store has no such import.
 *
 * @throws ApiProblem `action_not_possible` while it runs, and of a dry run.
 */
export async function undoImport(
  tx: Tx,
  storeId: string,
  importId: string,
  now: Date,
): Promise<ReviewImport | null> {
  const found = await readReviewImport(tx, storeId, importId);
  if (!found || found.state === 'undone') return found;
  if (found.dryRun) throw new ApiProblem('action_not_possible', { detail: 'A dry run added nothing.' });
  if (found.state === 'running') {
    throw new ApiProblem('action_not_possible', { detail: 'The import is still running.' });
  }
  const { rows } = await sql<Gone>`
    delete from reviews using imported_reviews as imported
    where imported.store_id = ${storeId} and imported.import_id = ${importId}
      and reviews.store_id = imported.store_id and reviews.review_id = imported.review_id
    returning reviews.review_id, reviews.subject, reviews.product_id, reviews.published_at`.execute(tx);
  // After the reviews, which whoever attaches a picture holds: none is attached any more. The clean-up removes their bytes.
  await sql`
    update uploads set deleted_at = ${now}
    where store_id = ${storeId} and attached_to = any(${rows.map((row) => row.review_id)}::text[])`.execute(
    tx,
  );
  await touchNumbers(tx, storeId, rows);
  await tx
    .updateTable('file_imports')
    .set({ state: 'undone' })
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .execute();
  return { ...found, state: 'undone', pictures: noPictures };
}
