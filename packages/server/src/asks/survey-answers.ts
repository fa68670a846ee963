import type { Id, SurveyAnswer, SurveyAnswerInput, SurveySign } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { touchAsks } from './touch.ts';

/** From which score on an answer tells of being content, and down to which of the opposite: promoters and detractors, and the ends of five. */
const bounds = { nps: { content: 9, discontent: 6 }, csat: { content: 5, discontent: 2 } } as const;

/** What an answer tells of the shopper. */
export function signOf({ measure, score }: Pick<SurveyAnswerInput, 'measure' | 'score'>): SurveySign {
  const { content, discontent } = bounds[measure];
  return score >= content ? 'content' : score <= discontent ? 'discontent' : 'neither';
}

/** How far the clock of a survey may be ahead of ours, in milliseconds. */
const clockSlack = 5 * 60_000;

/** An answer on its way in. */
interface Coming {
  readonly storeId: string;
  readonly externalId: string;
  readonly answer: SurveyAnswerInput;
}

/**
 * Keeps an answer under the survey's id of it, in place of what was told before.
 *
 * @throws ApiProblem `not_found` when the store has no such order, `invalid_input` for one that was given in the future.
 */
export async function putSurveyAnswer(
  tx: Tx,
  context: Context,
  { storeId, externalId, answer }: Coming,
): Promise<SurveyAnswer> {
  const now = context.clock.now();
  const { orderId, measure, score } = answer;
  const answeredAt = answer.answeredAt ? new Date(answer.answeredAt) : now;
  if (answeredAt.getTime() > now.getTime() + clockSlack) {
    throw new ApiProblem('invalid_input', { fields: { answeredAt: 'This is in the future.' } });
  }
  const found = await tx
    .selectFrom('orders')
    .select('order_id')
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  if (!found) throw new ApiProblem('not_found');
  const said = { order_id: orderId, measure, score, sign: signOf(answer), answered_at: answeredAt };
  const row = await tx
    .insertInto('survey_answers')
    .values({ store_id: storeId, external_id: externalId, ...said, created_at: now, updated_at: now })
    .onConflict((known) =>
      known.columns(['store_id', 'external_id']).doUpdateSet({ ...said, updated_at: now }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  await touchAsks(tx, context, { storeId, orderId }, now);
  return {
    externalId: row.external_id,
    orderId: row.order_id as Id<'order'>,
    measure: row.measure,
    score: row.score,
    sign: row.sign,
    answeredAt: row.answered_at.toISOString(),
  };
}

/** Answers the endpoint to which the shop's own survey tells what shoppers said. */
export const surveyAnswerRoutes = {
  putSurveyAnswer: ({ storeId, params, body, context, inStore }) =>
    inStore((tx) => putSurveyAnswer(tx, context, { storeId, externalId: params.externalId, answer: body })),
} satisfies Partial<Handlers>;
