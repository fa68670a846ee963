import type { Tx } from '../db/database.ts';
import { PostludeServerError } from '../errors.ts';
import { programmesInForce, type StoredProgramme } from '../referrals/programme/store.ts';

/**
 * The programme somebody means by an id or a name; by nothing while there is only one.
 *
 * @throws PostludeServerError `not_found` when there is none, `invalid_argument` when it could be several.
 */
export async function programmeNamed(
  tx: Tx,
  storeId: string,
  named: string | undefined,
): Promise<StoredProgramme> {
  const all = await programmesInForce(tx, storeId);
  const fitting = all.filter(
    ({ id, programme }) => named === undefined || id === named || programme.name === named,
  );
  const [only, ...more] = fitting;
  if (!only) {
    throw new PostludeServerError(
      'not_found',
      named === undefined
        ? 'The store has no referral programme. Start one: postlude referral-programme create'
        : `There is no referral programme ${named} in this store.`,
    );
  }
  if (more.length === 0) return only;
  throw new PostludeServerError(
    'invalid_argument',
    `It could be one of ${fitting.map(({ id, programme }) => `${programme.name} (${id})`).join(', ')}: tell which by its id.`,
  );
}
