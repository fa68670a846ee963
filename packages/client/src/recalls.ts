import type { Id, RecallAnswer, RecallList } from '@postlude/contract';
import { answerRecall as answerRow, listRecalls as listRow } from '@postlude/contract/endpoints';
import { type CallOptions, type Conditional, call, callConditionally, type WireOf } from './call.ts';
import type { OnceOptions } from './return-writes.ts';
import type { ReadAgain, ReturnsOf } from './returns.ts';
import type { Transport } from './transport.ts';

type ListRecalls = typeof listRow;
const listWire: WireOf<ListRecalls> = {
  method: listRow.method,
  path: listRow.path,
  access: listRow.access,
  output: listRow.output,
};
type AnswerRecall = typeof answerRow;
const answerWire: WireOf<AnswerRecall> = {
  method: answerRow.method,
  path: answerRow.path,
  access: answerRow.access,
  output: answerRow.output,
};

/**
 * Reads the recalls of an order’s items, newest first. `order.recalls` says whether it is worth asking.
 *
 * @throws ApiError `session_invalid` (ended: open a new one), `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await listRecalls(transport, { token, orderId: order.id });
 * if (answer.state === 'fresh') show(answer.value.items);
 * ```
 */
export function listRecalls(
  transport: Transport,
  { token, orderId, locale, etag }: ReturnsOf & ReadAgain,
  options: CallOptions = {},
): Promise<Conditional<RecallList>> {
  return callConditionally<ListRecalls>(
    transport,
    listWire,
    { params: { orderId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}

/**
 * Says that a recall was read, and which remedy is wanted. Counted once for each owner; a remedy chosen later is added.
 *
 * @throws ApiError `session_invalid`, `not_found`, `invalid_input`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await answerRecall(transport, { token, orderId, recallId }, { remedy: 'refund' });
 * ```
 */
export function answerRecall(
  transport: Transport,
  {
    token,
    orderId,
    recallId,
    locale,
  }: ReturnsOf & { readonly recallId: Id<'recall'> | (string & {}); readonly locale?: string | undefined },
  answer: RecallAnswer,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<RecallList> {
  return call<AnswerRecall>(
    transport,
    answerWire,
    { params: { orderId, recallId }, query: { locale }, body: answer },
    { signal, bearer: token, idempotencyKey },
  );
}
