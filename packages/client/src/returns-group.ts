import type {
  Return,
  ReturnDraft,
  ReturnFiling,
  ReturnMessageInput,
  ReturnOptions,
  ReturnQuote,
  ReturnQuoteRequest,
  ReturnSummary,
  SentParcel,
} from '@postlude/contract';
import type { CallOptions, Conditional } from './call.ts';
import {
  addReturnMessage,
  cancelReturn,
  changeReturn,
  deleteReturnDraft,
  fileReturn,
  type OnceOptions,
  putReturnDraft,
  tellReturnParcel,
} from './return-writes.ts';
import {
  getReturn,
  getReturnOptions,
  listReturns,
  quoteReturn,
  type ReadAgain,
  type ReturnAddress,
  type ReturnsOf,
} from './returns.ts';
import type { Transport } from './transport.ts';

type InLanguage = Pick<ReadAgain, 'locale'>;

/** Every call about returns that a storefront can make. */
export interface ClientReturns {
  /** `getReturnOptions`: what can be done with each item. */
  options(request: ReturnsOf & ReadAgain, options?: CallOptions): Promise<Conditional<ReturnOptions>>;
  /** `quoteReturn`: what it would come to. */
  quote(
    request: ReturnsOf & InLanguage,
    asked: ReturnQuoteRequest,
    options?: CallOptions,
  ): Promise<ReturnQuote>;
  /** `fileReturn`. */
  file(request: ReturnsOf & InLanguage, filing: ReturnFiling, options?: OnceOptions): Promise<Return>;
  /** `listReturns`: newest first. */
  list(
    request: ReturnsOf & Pick<ReadAgain, 'etag'>,
    options?: CallOptions,
  ): Promise<Conditional<{ items: ReturnSummary[] }>>;
  /** `getReturn`, conditionally. */
  get(request: ReturnAddress & ReadAgain, options?: CallOptions): Promise<Conditional<Return>>;
  /** `changeReturn`: while it is not on its way. */
  change(request: ReturnAddress & InLanguage, filing: ReturnFiling, options?: CallOptions): Promise<Return>;
  /** `cancelReturn`: while it is not on its way. */
  cancel(request: ReturnAddress & InLanguage, options?: OnceOptions): Promise<Return>;
  /** `tellReturnParcel`: the number of the parcel it is in. */
  tellParcel(request: ReturnAddress & InLanguage, parcel: SentParcel, options?: OnceOptions): Promise<Return>;
  /** `addReturnMessage`: to the store. */
  addMessage(
    request: ReturnAddress & InLanguage,
    message: ReturnMessageInput,
    options?: OnceOptions,
  ): Promise<Return>;
  /** `putReturnDraft`. */
  putDraft(request: ReturnsOf, draft: ReturnDraft, options?: CallOptions): Promise<ReturnDraft>;
  /** `deleteReturnDraft`. */
  deleteDraft(request: ReturnsOf, options?: CallOptions): Promise<void>;
}

/** The calls with their transport. */
export const returnsOf = (transport: Transport): ClientReturns => ({
  options: (request, call) => getReturnOptions(transport, request, call),
  quote: (request, asked, call) => quoteReturn(transport, request, asked, call),
  file: (request, filing, call) => fileReturn(transport, request, filing, call),
  list: (request, call) => listReturns(transport, request, call),
  get: (request, call) => getReturn(transport, request, call),
  change: (request, filing, call) => changeReturn(transport, request, filing, call),
  cancel: (request, call) => cancelReturn(transport, request, call),
  tellParcel: (request, parcel, call) => tellReturnParcel(transport, request, parcel, call),
  addMessage: (request, message, call) => addReturnMessage(transport, request, message, call),
  putDraft: (request, draft, call) => putReturnDraft(transport, request, draft, call),
  deleteDraft: (request, call) => deleteReturnDraft(transport, request, call),
});
