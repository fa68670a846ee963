import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { SurveyAnswer, SurveyAnswerInput } from '../survey-answers.ts';
import { text } from '../text.ts';

/** Tells what a shopper answered in the shop's own survey. */
export const putSurveyAnswer = {
  method: 'PUT',
  path: '/v1/staff/survey-answers/{externalId}',
  access: 'staff',
  summary: 'Tell what a shopper answered in a survey',
  description:
    'Under the survey’s own id of the answer; sending it again replaces it. A high answer is a sign of being content, after which recommending the shop may be asked; a low one takes earlier signs away. Whether and when a review is asked for never depends on it.',
  params: z.strictObject({ externalId: text(128) }),
  body: SurveyAnswerInput,
  output: SurveyAnswer,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;
