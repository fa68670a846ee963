import type {
  Claim,
  ClaimFiling,
  ClaimOptions,
  FirstHelpAnswer,
  QuoteAnswer,
  ReturnMessageInput,
  SentParcel,
} from '@postlude/contract';
import type { CallOptions, Conditional } from './call.ts';
import {
  addClaimMessage,
  answerFirstHelp,
  answerRepairQuote,
  cancelClaim,
  fileClaim,
  tellClaimParcel,
} from './claim-writes.ts';
import { type ClaimAddress, type ClaimsOf, getClaim, getClaimOptions } from './claims.ts';
import type { OnceOptions } from './return-writes.ts';
import type { ReadAgain } from './returns.ts';
import type { Transport } from './transport.ts';

type InLanguage = Pick<ReadAgain, 'locale'>;

/** Every call about claims and repairs that a storefront can make. */
export interface ClientClaims {
  /** `getClaimOptions`: every door, the best one first, and what a claim asks. */
  options(request: ClaimsOf & ReadAgain, options?: CallOptions): Promise<Conditional<ClaimOptions>>;
  /** `answerFirstHelp`: whether it helped. */
  answerFirstHelp(
    request: ClaimsOf,
    answer: FirstHelpAnswer,
    options?: OnceOptions,
  ): ReturnType<typeof answerFirstHelp>;
  /** `fileClaim`. */
  file(request: ClaimsOf & InLanguage, filing: ClaimFiling, options?: OnceOptions): Promise<Claim>;
  /** `getClaim`, conditionally. */
  get(request: ClaimAddress & ReadAgain, options?: CallOptions): Promise<Conditional<Claim>>;
  /** `cancelClaim`: while the device is with the shopper. */
  cancel(request: ClaimAddress & InLanguage, options?: OnceOptions): Promise<Claim>;
  /** `answerRepairQuote`: accepts or declines the quote that is named. */
  answerQuote(request: ClaimAddress & InLanguage, answer: QuoteAnswer, options?: OnceOptions): Promise<Claim>;
  /** `tellClaimParcel`: the number of the parcel the device is in. */
  tellParcel(request: ClaimAddress & InLanguage, parcel: SentParcel, options?: OnceOptions): Promise<Claim>;
  /** `addClaimMessage`: to the store. */
  addMessage(
    request: ClaimAddress & InLanguage,
    message: ReturnMessageInput,
    options?: OnceOptions,
  ): Promise<Claim>;
}

/** The calls with their transport. */
export const claimsOf = (transport: Transport): ClientClaims => ({
  options: (request, call) => getClaimOptions(transport, request, call),
  answerFirstHelp: (request, answer, call) => answerFirstHelp(transport, request, answer, call),
  file: (request, filing, call) => fileClaim(transport, request, filing, call),
  get: (request, call) => getClaim(transport, request, call),
  cancel: (request, call) => cancelClaim(transport, request, call),
  answerQuote: (request, answer, call) => answerRepairQuote(transport, request, answer, call),
  tellParcel: (request, parcel, call) => tellClaimParcel(transport, request, parcel, call),
  addMessage: (request, message, call) => addClaimMessage(transport, request, message, call),
});
