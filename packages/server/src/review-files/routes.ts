import type { Context } from '../context.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { takeTurns } from '../uploads/take-turns.ts';
import { exportedReviews } from './export-reviews.ts';
import { feedReport } from './feed-report.ts';
import { readReviewFile } from './import-reading.ts';
import { startReviewImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';
import { readReviewImport } from './view.ts';

/** One file of each process at a time is in memory to be read. The others wait; too many are left to the job. */
const inTurn = takeTurns(1, 100);

/** Answers the endpoints about files of reviews. */
export const reviewFileRoutes = {
  async importReviews({ context, storeId, bytes, query }) {
    const wishes = {
      dryRun: query.dryRun === 'true',
      format: query.format ?? null,
      name: query.name ?? null,
    };
    const started = await startReviewImport(context, storeId, bytes, wishes);
    readBehind(context, storeId, started.id);
    return started;
  },

  getReviewImport: (call) =>
    call.inStore(async (tx) => {
      const found = await readReviewImport(tx, call.storeId, call.params.importId);
      if (!found) throw new ApiProblem('not_found');
      return found;
    }),

  undoReviewImport: (call) =>
    call.inStore(async (tx) => {
      const undone = await undoImport(tx, call.storeId, call.params.importId, call.context.clock.now());
      if (!undone) throw new ApiProblem('not_found');
      return undone;
    }),

  async exportReviews({ context, storeId, query: { format } }) {
    const store = await context.stores.byId(storeId);
    if (!store) throw new ApiProblem('not_found');
    const pieces: Buffer[] = [];
    for await (const piece of exportedReviews(context, store, format)) pieces.push(Buffer.from(piece));
    const day = context.clock.now().toISOString().slice(0, 10);
    return {
      bytes: Buffer.concat(pieces),
      contentType: 'text/csv; charset=utf-8',
      fileName: `reviews-${format}-${day}.csv`,
    };
  },

  async getReviewFeedReport({ context, storeId, query }) {
    const store = await context.stores.byId(storeId);
    if (!store) throw new ApiProblem('not_found');
    return feedReport(context, store, query.locale ?? null);
  },
} satisfies Partial<Handlers>;

/** Reads on while the answer is on its way. What fails here is begun again by the job. */
function readBehind(context: Context, storeId: string, importId: string): void {
  inTurn(() => readReviewFile(context, storeId, importId)).catch((error: unknown) =>
    context.log.warn({ err: error, importId }, 'a file of reviews could not be read to its end'),
  );
}
