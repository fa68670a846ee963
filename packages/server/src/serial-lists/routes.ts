import type { Context } from '../context.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { takeTurns } from '../uploads/take-turns.ts';
import { readList } from './read-list.ts';
import { startImport } from './start-import.ts';
import { readImport } from './view.ts';

/** One list of each process at a time is in memory to be read. The others wait; too many are left to the job. */
const inTurn = takeTurns(1, 100);

/** Answers the endpoints about lists of serial numbers. */
export const serialListRoutes = {
  async importSerials({ context, storeId, bytes, query }) {
    const { productId = null, batch = null } = query;
    const started = await startImport(context, storeId, bytes, { productId, batch });
    readBehind(context, storeId, started.id);
    return started;
  },

  getSerialImport: (call) =>
    call.inStore(async (tx) => {
      const found = await readImport(tx, call.storeId, call.params.importId);
      if (!found) throw new ApiProblem('not_found');
      return found;
    }),
} satisfies Partial<Handlers>;

/** Reads on while the answer is on its way. What fails here is begun again by the job. */
function readBehind(context: Context, storeId: string, importId: string): void {
  inTurn(() => readList(context, storeId, importId)).catch((error: unknown) =>
    context.log.warn({ err: error, importId }, 'a list of serial numbers could not be read to its end'),
  );
}
