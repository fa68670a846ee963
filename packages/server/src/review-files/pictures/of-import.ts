import type { Id, ImportedPictures } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';

/** Pictures that are named of those that were given up. */
const mostFailures = 1_000;

/** Those of an import that has none. */
export const noPictures: ImportedPictures = { waiting: 0, loaded: 0, failed: 0, failures: [] };

/** How far the pictures of an import are. */
export async function picturesOfImport(tx: Tx, storeId: string, importId: string): Promise<ImportedPictures> {
  const counts = await tx
    .selectFrom('imported_pictures')
    .select((row) => ['state', row.fn.countAll<number>().as('count')])
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .groupBy('state')
    .execute();
  const failed = await tx
    .selectFrom('imported_pictures')
    .select(['review_id', 'url', 'because', 'status'])
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .where('state', '=', 'failed')
    .orderBy('review_id', 'desc')
    .orderBy('position')
    .limit(mostFailures)
    .execute();
  const of = (state: string) => Number(counts.find((row) => row.state === state)?.count ?? 0);
  return {
    waiting: of('waiting'),
    loaded: of('loaded'),
    failed: of('failed'),
    failures: failed.flatMap(({ review_id, url, because, status }) =>
      because === null ? [] : [{ reviewId: review_id as Id<'review'>, url, because, status }],
    ),
  };
}
