import type { SurveyAnswer, SurveyAnswerInput } from '@postlude/contract';
import { putSurveyAnswer as putRow } from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { write } from './writes.ts';

/**
 * Tells what a shopper answered in the shop's own survey, under the survey's id of the answer. Sending it again replaces it. A high
 * answer lets recommending the shop be asked; reviews are asked for without regard to it.
 *
 * @throws ApiError `key_invalid`, `invalid_input` (`fields` says what), `not_found` (no such order); the others as every call.
 * @example
 * ```ts
 * const { sign } = await putSurveyAnswer(transport, 'answer-815', { orderId: 'ord_…', measure: 'nps', score: 9 });
 * ```
 */
export function putSurveyAnswer(
  transport: Transport,
  externalId: string,
  answer: SurveyAnswerInput,
  options: CallOptions = {},
): Promise<SurveyAnswer> {
  return call(transport, putRow, { params: { externalId }, body: answer }, write(putRow, options));
}
