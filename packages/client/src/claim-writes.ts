import type {
  Claim,
  ClaimFiling,
  FirstHelpAnswer,
  QuoteAnswer,
  ReturnMessageInput,
  SentParcel,
} from '@postlude/contract';
import {
  cancelClaim as cancelRow,
  fileClaim as fileRow,
  answerFirstHelp as helpRow,
  addClaimMessage as messageRow,
  tellClaimParcel as parcelRow,
  answerRepairQuote as quoteRow,
} from '@postlude/contract/endpoints';
import { call, type WireOf } from './call.ts';
import type { ClaimAddress, ClaimsOf } from './claims.ts';
import type { OnceOptions } from './return-writes.ts';
import type { Transport } from './transport.ts';

type FirstHelp = typeof helpRow;
const helpWire: WireOf<FirstHelp> = {
  method: helpRow.method,
  path: helpRow.path,
  access: helpRow.access,
  output: helpRow.output,
};
type File = typeof fileRow;
const fileWire: WireOf<File> = {
  method: fileRow.method,
  path: fileRow.path,
  access: fileRow.access,
  output: fileRow.output,
};
type Cancel = typeof cancelRow;
const cancelWire: WireOf<Cancel> = {
  method: cancelRow.method,
  path: cancelRow.path,
  access: cancelRow.access,
  output: cancelRow.output,
};
type AnswerQuote = typeof quoteRow;
const quoteWire: WireOf<AnswerQuote> = {
  method: quoteRow.method,
  path: quoteRow.path,
  access: quoteRow.access,
  output: quoteRow.output,
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

const once = (token: string, { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions) => ({
  signal,
  bearer: token,
  idempotencyKey,
});

type InLanguage = { readonly locale?: string | undefined };

/**
 * Tells whether the first help helped. Counted for the store; closes no door.
 *
 * @throws ApiError `symptom_unknown`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await answerFirstHelp(transport, { token, passportId }, { symptom: 'dead', helped: true });
 * ```
 */
export function answerFirstHelp(
  transport: Transport,
  { token, passportId }: ClaimsOf,
  answer: FirstHelpAnswer,
  options: OnceOptions = {},
): Promise<object> {
  return call<FirstHelp>(transport, helpWire, { params: { passportId }, body: answer }, once(token, options));
}

/**
 * Files a claim under the legal guarantee, a warranty, or for a repair.
 *
 * @throws ApiError `route_closed`, `symptom_unknown`, `resolution_unavailable`, `place_unavailable`, `photos_required`,
 *   `address_required`, `date_impossible`, `upload_unknown`, `session_invalid`, `not_found`, `idempotency_conflict`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { number } = await fileClaim(transport, { token, passportId }, filing, { idempotencyKey });
 * ```
 */
export function fileClaim(
  transport: Transport,
  { token, passportId, locale }: ClaimsOf & InLanguage,
  filing: ClaimFiling,
  options: OnceOptions = {},
): Promise<Claim> {
  const input = { params: { passportId }, query: { locale }, body: filing };
  return call<File>(transport, fileWire, input, once(token, options));
}

/**
 * Cancels a claim while the device is with the shopper. Cancelling a cancelled one changes nothing.
 *
 * @throws ApiError `claim_not_changeable`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { status } = await cancelClaim(transport, { token, claimId });
 * ```
 */
export function cancelClaim(
  transport: Transport,
  { token, claimId, locale }: ClaimAddress & InLanguage,
  options: OnceOptions = {},
): Promise<Claim> {
  const input = { params: { claimId }, query: { locale } };
  return call<Cancel>(transport, cancelWire, input, once(token, options));
}

/**
 * Accepts or declines a quote. The quote is named, so that nobody accepts another one than they read.
 *
 * @throws ApiError `quote_not_open`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await answerRepairQuote(transport, { token, claimId }, { quoteId: quote.id, accept: true });
 * ```
 */
export function answerRepairQuote(
  transport: Transport,
  { token, claimId, locale }: ClaimAddress & InLanguage,
  answer: QuoteAnswer,
  options: OnceOptions = {},
): Promise<Claim> {
  const input = { params: { claimId }, query: { locale }, body: answer };
  return call<AnswerQuote>(transport, quoteWire, input, once(token, options));
}

/**
 * Tells which parcel a device is in; it is tracked like a delivery from then on.
 *
 * @throws ApiError `claim_not_changeable`, `invalid_input`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await tellClaimParcel(transport, { token, claimId }, { carrier: 'DHL', trackingNumber: '00340434…' });
 * ```
 */
export function tellClaimParcel(
  transport: Transport,
  { token, claimId, locale }: ClaimAddress & InLanguage,
  parcel: SentParcel,
  options: OnceOptions = {},
): Promise<Claim> {
  const input = { params: { claimId }, query: { locale }, body: parcel };
  return call<TellParcel>(transport, parcelWire, input, once(token, options));
}

/**
 * Writes to the store about a claim; answers its question, when there is one.
 *
 * @throws ApiError `upload_unknown`, `invalid_input`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { messages } = await addClaimMessage(transport, { token, claimId }, { text: 'It hums.' });
 * ```
 */
export function addClaimMessage(
  transport: Transport,
  { token, claimId, locale }: ClaimAddress & InLanguage,
  message: ReturnMessageInput,
  options: OnceOptions = {},
): Promise<Claim> {
  const input = { params: { claimId }, query: { locale }, body: message };
  return call<AddMessage>(transport, messageWire, input, once(token, options));
}
