import type { Context } from '../../context.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import type { Handlers } from '../../http/implement.ts';
import { takeTurns } from '../../uploads/take-turns.ts';
import { readPools } from './pools.ts';
import { readCodes } from './read-codes.ts';
import { startCodeImport } from './start-import.ts';
import { undoCodeImport } from './undo-import.ts';
import { readCodeImport } from './view.ts';

/** One file of each process at a time is in memory to be read. The others wait; too many are left to the job. */
const inTurn = takeTurns(1, 100);

/** Answers the endpoints about codes for rewards. */
export const codeRoutes = {
  async importCodes({ context, store, bytes, query }) {
    const started = await startCodeImport(context, store, bytes, {
      programmeId: query.programme,
      side: query.side,
      dryRun: query.dryRun === 'true',
      name: query.name ?? null,
    });
    readBehind(context, store.id, started.id);
    return started;
  },

  getCodeImport: (call) =>
    call.inStore(async (tx) => {
      const found = await readCodeImport(tx, call.storeId, call.params.importId);
      if (!found) throw new ApiProblem('not_found');
      return found;
    }),

  undoCodeImport: (call) =>
    call.inStore(async (tx) => {
      const undone = await undoCodeImport(tx, call.storeId, call.params.importId);
      if (!undone) throw new ApiProblem('not_found');
      return undone;
    }),

  async listCodePools({ context, storeId, inStore }) {
    return { items: await inStore((tx) => readPools(tx, storeId, context.clock.now())) };
  },
} satisfies Partial<Handlers>;

/** Reads on while the answer is on its way. What fails here is begun again by the job. */
function readBehind(context: Context, storeId: string, importId: string): void {
  inTurn(() => readCodes(context, storeId, importId)).catch((error: unknown) =>
    context.log.warn({ err: error, importId }, 'a file of codes could not be read to its end'),
  );
}
