import type {
  Claim,
  ClaimFiling,
  ClaimOptions,
  FirstHelpAnswer,
  QuoteAnswer,
  ReturnMessageInput,
  SentParcel,
  Upload,
} from '@postlude/contract';
import type { OrderAccess } from '../returns/returns-source.ts';

/** A claim as it is now, or the word that nothing changed since the `etag` that was sent. */
export type ClaimAnswer =
  | { readonly state: 'fresh'; readonly claim: Claim; readonly etag: string | null }
  | { readonly state: 'unchanged' };

/** What a file is sent with. */
export interface ClaimUpload {
  readonly purpose: 'claim' | 'message';
  readonly signal: AbortSignal;
  /** Told how much is there, from 0 to 1; may never be called where the browser does not say. */
  readonly onProgress: (share: number) => void;
}

/**
 * Where claims come from and go to. `claimsClientSource` builds one on `@postlude/client`. All methods reject with something
 * that has a `code`. A `key` is an Idempotency-Key: the same key and content must end in one and the same result.
 */
export interface ClaimsSource {
  options(access: OrderAccess, passportId: string, signal: AbortSignal): Promise<ClaimOptions>;
  firstHelp(
    access: OrderAccess,
    passportId: string,
    answer: FirstHelpAnswer,
    key: string,
    signal: AbortSignal,
  ): Promise<unknown>;
  file(
    access: OrderAccess,
    passportId: string,
    filing: ClaimFiling,
    key: string,
    signal: AbortSignal,
  ): Promise<Claim>;
  read(
    access: OrderAccess,
    reading: { readonly claimId: string; readonly etag: string | null },
    signal: AbortSignal,
  ): Promise<ClaimAnswer>;
  cancel(access: OrderAccess, claimId: string, key: string, signal: AbortSignal): Promise<Claim>;
  answerQuote(
    access: OrderAccess,
    claimId: string,
    answer: QuoteAnswer,
    key: string,
    signal: AbortSignal,
  ): Promise<Claim>;
  tellParcel(
    access: OrderAccess,
    claimId: string,
    parcel: SentParcel,
    key: string,
    signal: AbortSignal,
  ): Promise<Claim>;
  message(
    access: OrderAccess,
    claimId: string,
    message: ReturnMessageInput,
    key: string,
    signal: AbortSignal,
  ): Promise<Claim>;
  upload(access: OrderAccess, file: Blob, options: ClaimUpload): Promise<Upload>;
  removeUpload(access: OrderAccess, uploadId: string, signal: AbortSignal): Promise<unknown>;
}
