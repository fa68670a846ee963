import { readAudit } from '../../case-log/audit.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { countMedia, keyOf, logOf } from '../store.ts';
import { type Act, putMediaHidden } from './actions.ts';
import { canUndo } from './possible.ts';
import { type Restore, record, type StaffWord } from './record.ts';
import { putTranslation } from './translate.ts';

/**
 * Takes back the last action, when it was one of staff and nothing has happened since. The audit keeps both. Taking back twice
 * changes nothing.
 *
 * @throws ApiProblem `action_not_possible`.
 */
export const undo: Act<StaffWord> = async (tx, context, row, word) => {
  const audit = await readAudit(tx, logOf(row));
  const last = audit.at(-1);
  if (last?.action === 'undo') return row;
  if (!last || !canUndo(audit)) {
    throw new ApiProblem('action_not_possible', {
      detail: 'There is no action of staff that could be taken back.',
    });
  }
  const { set = {}, media, translation } = last.restore as Restore;
  if (media) await putMediaHidden(tx, row, media.uploadId, media.hidden);
  if (translation) {
    await putTranslation(tx, row, translation.locale, translation.before, context.clock.now());
  }
  const isNews = 'moderation' in set || 'visibility' in set;
  const undone = await record(tx, context, row, {
    action: 'undo',
    word,
    set,
    data: { undid: last.sequence, action: last.action },
    undoable: false,
    ...(isNews ? { event: 'review.reopened' as const } : {}),
  });
  return media ? countMedia(tx, keyOf(row)) : undone;
};
