import type { Return, ReturnDraft, ReturnFiling, ReturnMessageInput, SentParcel } from '@postlude/contract';
import {
  cancelReturn as cancelRow,
  changeReturn as changeRow,
  putReturnDraft as draftRow,
  fileReturn as fileRow,
  deleteReturnDraft as forgetRow,
  addReturnMessage as messageRow,
  tellReturnParcel as parcelRow,
} from '@postlude/contract/endpoints';
import { type CallDetails, type CallOptions, call, type WireOf } from './call.ts';
import type { ReturnAddress, ReturnsOf } from './returns.ts';
import type { Transport } from './transport.ts';

type File = typeof fileRow;
const fileWire: WireOf<File> = {
  method: fileRow.method,
  path: fileRow.path,
  access: fileRow.access,
  output: fileRow.output,
};
type Change = typeof changeRow;
const changeWire: WireOf<Change> = {
  method: changeRow.method,
  path: changeRow.path,
  access: changeRow.access,
  output: changeRow.output,
};
type Cancel = typeof cancelRow;
const cancelWire: WireOf<Cancel> = {
  method: cancelRow.method,
  path: cancelRow.path,
  access: cancelRow.access,
  output: cancelRow.output,
};
type TellParcel = typeof parcelRow;
const parcelWire: WireOf<TellParcel> = {
  method: parcelRow.method,
  path: parcelRow.path,
  access: parcelRow.access,
  output: parcelRow.output,
};
type AddMessage = typeof messageRow;
const messageWire: WireOf<AddMessage> = {
  method: messageRow.method,
  path: messageRow.path,
  access: messageRow.access,
  output: messageRow.output,
};
type PutDraft = typeof draftRow;
const draftWire: WireOf<PutDraft> = {
  method: draftRow.method,
  path: draftRow.path,
  access: draftRow.access,
  output: draftRow.output,
};
type DeleteDraft = typeof forgetRow;
const forgetWire: WireOf<DeleteDraft> = {
  method: forgetRow.method,
  path: forgetRow.path,
  access: forgetRow.access,
  output: forgetRow.output,
};

/** What a write that has its effect once takes beside its input. */
export interface OnceOptions extends CallOptions {
  /**
   * The same key and input have their effect once, however often they are sent. One is made for each call and kept over its
   * tries; keep one of your own as long as the shopper may press the button again.
   */
  readonly idempotencyKey?: string | undefined;
}

const once = (token: string, { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions) => ({
  signal,
  bearer: token,
  idempotencyKey,
});

type InLanguage = { readonly locale?: string | undefined };

/**
 * Files a return, a cancellation before shipping, or a delivery problem.
 *
 * @throws ApiError everything `quoteReturn` throws, `note_required`, `photos_required`, `upload_unknown` (`fields` says where),
 *   `quote_changed` (the sum is another than `expected`: show the new quote), `too_many`, `idempotency_conflict`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const filed = await fileReturn(transport, { token, orderId }, filing, { idempotencyKey });
 * show(filed.number, filed.sendBy);
 * ```
 */
export function fileReturn(
  transport: Transport,
  { token, orderId, locale }: ReturnsOf & InLanguage,
  filing: ReturnFiling,
  options: OnceOptions = {},
): Promise<Return> {
  const input = { params: { orderId }, query: { locale }, body: filing };
  return call<File>(transport, fileWire, input, once(token, options));
}

/**
 * Replaces what was filed while the return is not on its way. Sending the same again changes nothing more.
 *
 * @throws ApiError as `fileReturn`, and `return_not_changeable`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await changeReturn(transport, { token, returnId }, filing);
 * ```
 */
export function changeReturn(
  transport: Transport,
  { token, returnId, locale }: ReturnAddress & InLanguage,
  filing: ReturnFiling,
  options: CallOptions = {},
): Promise<Return> {
  return call<Change>(
    transport,
    changeWire,
    { params: { returnId }, query: { locale }, body: filing },
    { signal: options.signal, bearer: token, repeatable: true },
  );
}

/**
 * Cancels a return that is not on its way. Cancelling a cancelled one changes nothing.
 *
 * @throws ApiError `return_not_changeable`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { status } = await cancelReturn(transport, { token, returnId });
 * ```
 */
export function cancelReturn(
  transport: Transport,
  { token, returnId, locale }: ReturnAddress & InLanguage,
  options: OnceOptions = {},
): Promise<Return> {
  return call<Cancel>(
    transport,
    cancelWire,
    { params: { returnId }, query: { locale } },
    once(token, options),
  );
}

/**
 * Tells which parcel a return is in; it is tracked like a delivery from then on.
 *
 * @throws ApiError `return_not_changeable`, `too_many`, `invalid_input`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await tellReturnParcel(transport, { token, returnId }, { carrier: 'DHL', trackingNumber: '00340434…' });
 * ```
 */
export function tellReturnParcel(
  transport: Transport,
  { token, returnId, locale }: ReturnAddress & InLanguage,
  parcel: SentParcel,
  options: OnceOptions = {},
): Promise<Return> {
  const input = { params: { returnId }, query: { locale }, body: parcel };
  return call<TellParcel>(transport, parcelWire, input, once(token, options));
}

/**
 * Writes to the store about a return; answers its question, when there is one.
 *
 * @throws ApiError `upload_unknown`, `too_many`, `invalid_input`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { messages } = await addReturnMessage(transport, { token, returnId }, { text: 'It is in the box.' });
 * ```
 */
export function addReturnMessage(
  transport: Transport,
  { token, returnId, locale }: ReturnAddress & InLanguage,
  message: ReturnMessageInput,
  options: OnceOptions = {},
): Promise<Return> {
  const input = { params: { returnId }, query: { locale }, body: message };
  return call<AddMessage>(transport, messageWire, input, once(token, options));
}

/**
 * Keeps what was typed so far, for pages that may keep nothing.
 *
 * @throws ApiError `invalid_input`, `session_invalid`, `not_found`, `rate_limited`.
 * `keepalive` lets it arrive even when the page goes.
 *
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await putReturnDraft(transport, { token, orderId }, { step: 'reasons', items });
 * ```
 */
export function putReturnDraft(
  transport: Transport,
  { token, orderId }: ReturnsOf,
  draft: ReturnDraft,
  { signal, keepalive }: CallOptions & Pick<CallDetails, 'keepalive'> = {},
): Promise<ReturnDraft> {
  return call<PutDraft>(
    transport,
    draftWire,
    { params: { orderId }, body: draft },
    { signal, keepalive, bearer: token, repeatable: true },
  );
}

/**
 * Forgets a draft. Forgetting one that is not there changes nothing.
 *
 * @throws ApiError `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await deleteReturnDraft(transport, { token, orderId });
 * ```
 */
export async function deleteReturnDraft(
  transport: Transport,
  { token, orderId }: ReturnsOf,
  options: CallOptions = {},
): Promise<void> {
  const details = { signal: options.signal, bearer: token, repeatable: true };
  await call<DeleteDraft>(transport, forgetWire, { params: { orderId } }, details);
}
