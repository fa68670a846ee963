import { ApiProblem } from '../../http/api-problem.ts';
import type { Handlers } from '../../http/implement.ts';
import { listPublic } from './list.ts';
import { mediaFile } from './media-file.ts';
import { report } from './report.ts';
import { vote } from './votes.ts';

/** Answers the endpoints about reviews that anybody may call who knows the store. */
export const publicReviewRoutes = {
  listReviews: ({ context, store, query, inStore }) => inStore((tx) => listPublic(tx, context, store, query)),

  voteOnReview: ({ context, storeId, params, body, request, inStore }) =>
    inStore((tx) =>
      vote(
        tx,
        context,
        { storeId, reviewId: params.reviewId },
        { address: request.address, helpful: body.helpful },
      ),
    ),

  reportReview: ({ context, store, params, body, request, inStore }) =>
    inStore((tx) =>
      report(tx, context, { store, reviewId: params.reviewId, address: request.address }, body),
    ),

  async getReviewMedia({ context, params, query }) {
    const file = await mediaFile(context, { ...params, isSmall: query.size === 'small' });
    if (!file) throw new ApiProblem('not_found');
    return file;
  },
} satisfies Partial<Handlers>;
