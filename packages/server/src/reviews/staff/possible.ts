import type { ReviewAction } from '@postlude/contract';
import type { Entry } from '../../case-log/audit.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import type { MediaRow, ReviewRow } from '../store.ts';

type Life = Pick<ReviewRow, 'moderation' | 'visibility' | 'featured' | 'reply'>;

/**
 * What staff may do to a review that stands like this. Neither stars nor words are among the facts: what may be done to a review of
 * five stars may be done to one of one star, and nothing else (16 CFR 465.7).
 */
export function possibleActions(
  { moderation, visibility, featured, reply }: Life,
  media: readonly Pick<MediaRow, 'hidden'>[],
  canUndo: boolean,
): ReviewAction[] {
  const isThere = visibility !== 'withdrawn';
  const isPublic = moderation === 'approved' && visibility === 'shown';
  const open: Readonly<Record<ReviewAction, boolean>> = {
    approve: isThere && moderation !== 'approved',
    reject: isThere && moderation === 'pending',
    hide: isPublic,
    show: visibility === 'hidden',
    feature: isPublic && !featured,
    unfeature: featured,
    reply: isThere,
    remove_reply: reply !== null,
    hide_media: isThere && media.some(({ hidden }) => !hidden),
    show_media: isThere && media.some(({ hidden }) => hidden),
    undo: canUndo,
  };
  return (Object.keys(open) as ReviewAction[]).filter((action) => open[action]);
}

/** Whether the last thing that happened was staff's, and can be taken back. */
export function canUndo(audit: readonly Entry[]): boolean {
  const last = audit.at(-1);
  return last !== undefined && last.action !== 'undo' && last.restore !== null;
}

/** Throws why something is not possible, with what is. */
export function impossible(row: ReviewRow, action: string): ApiProblem {
  const possible = possibleActions(row, [], false).join(', ') || 'nothing';
  return new ApiProblem('action_not_possible', {
    detail: `This review is ${row.moderation} and ${row.visibility}: ${action} is not possible. Possible: ${possible}.`,
  });
}
