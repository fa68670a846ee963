import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { readDocumentToken } from './address.ts';
import { documentMakers } from './document-makers.ts';

/** Answers signed addresses of files. */
export const documentRoutes = {
  async getDocument({ context, params }) {
    const name = readDocumentToken(context.secrets, params.token, context.clock.now());
    const make = name && documentMakers[name.kind];
    if (!make) throw new ApiProblem('not_found');
    const made = await context.db.withStore(name.storeId, (tx) => make(tx, context, name));
    const file = typeof made === 'function' ? await made() : made;
    if (file === null) throw new ApiProblem('not_found');
    return file;
  },
} satisfies Partial<Handlers>;
