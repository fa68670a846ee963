import type { StaffReview } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { StaffCaller } from '../../http/access.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import type { Handlers } from '../../http/implement.ts';
import { holdReview, readReview } from '../store.ts';
import {
  type Act,
  approve,
  feature,
  hide,
  hideMedia,
  reject,
  removeReply,
  reply,
  show,
  showMedia,
  unfeature,
} from './actions.ts';
import { listStaffReviews } from './list.ts';
import { decideReport, listReports } from './reports.ts';
import { reviewStatistics } from './statistics.ts';
import { translate } from './translate.ts';
import { undo } from './undo.ts';
import { showStaffReview } from './view.ts';

interface ActionCall<Body> extends StaffCaller {
  readonly context: Context;
  readonly params: { readonly reviewId: string };
  readonly body: Body;
}

/** Holds the review, does the action and shows what became of it. */
const doing =
  <Body>(action: Act<Body>) =>
  ({ context, storeId, params, body, inStore }: ActionCall<Body>): Promise<StaffReview> =>
    inStore(async (tx) => {
      const held = await holdReview(tx, { storeId, reviewId: params.reviewId });
      return showStaffReview(tx, context, await action(tx, context, held, body));
    });

/** Answers the endpoints about reviews that staff call. */
export const staffReviewRoutes = {
  listStaffReviews: ({ storeId, query, inStore }) => inStore((tx) => listStaffReviews(tx, storeId, query)),

  getStaffReview: ({ context, storeId, params, inStore }) =>
    inStore(async (tx) => {
      const row = await readReview(tx, { storeId, reviewId: params.reviewId });
      if (!row) throw new ApiProblem('not_found');
      return showStaffReview(tx, context, row);
    }),

  approveReview: doing(approve),
  rejectReview: doing(reject),
  hideReview: doing(hide),
  showReview: doing(show),
  featureReview: doing(feature),
  unfeatureReview: doing(unfeature),
  replyToReview: doing(reply),
  removeReviewReply: doing(removeReply),
  hideReviewMedia: doing(hideMedia),
  showReviewMedia: doing(showMedia),
  translateReview: doing(translate),
  undoReviewAction: doing(undo),

  getReviewStatistics: ({ storeId, inStore }) => inStore((tx) => reviewStatistics(tx, storeId)),
  listReviewReports: ({ storeId, query, inStore }) => inStore((tx) => listReports(tx, storeId, query)),
  decideReviewReport: ({ context, store, params, body, inStore }) =>
    inStore((tx) => decideReport(tx, context, { store, reportId: params.reportId }, body)),
} satisfies Partial<Handlers>;
