import type {
  Return,
  ReturnDraft,
  ReturnFiling,
  ReturnMessageInput,
  ReturnOptions,
  ReturnQuote,
  ReturnQuoteRequest,
  SentParcel,
  Upload,
} from '@postlude/contract';
import type { SessionSource } from '../order-session/opening.ts';

/** What opens an order: the token of a session, and the order it opens. */
export interface OrderAccess {
  readonly token: string;
  readonly orderId: string;
}

/** A return as it is now, or the word that nothing changed since the `etag` that was sent. */
export type ReturnAnswer =
  | { readonly state: 'fresh'; readonly return: Return; readonly etag: string | null }
  | { readonly state: 'unchanged' };

/** What a file is sent with. */
export interface UploadOptions {
  readonly purpose: 'return' | 'message';
  readonly signal: AbortSignal;
  /** Told how much is there, from 0 to 1; may never be called where the browser does not say. */
  readonly onProgress: (share: number) => void;
}

/**
 * Where the returns widget gets everything from. `returnsClientSource` builds one on `@postlude/client`; anything else
 * that answers the same way will do. All methods reject as those of `OrderSource` do: with something that has a `code`.
 * A `key` is an Idempotency-Key: the same key and content must end in one and the same result.
 */
export interface ReturnsSource extends SessionSource {
  options(access: OrderAccess, signal: AbortSignal): Promise<ReturnOptions>;
  quote(access: OrderAccess, request: ReturnQuoteRequest, signal: AbortSignal): Promise<ReturnQuote>;
  file(access: OrderAccess, filing: ReturnFiling, key: string, signal: AbortSignal): Promise<Return>;
  read(
    access: OrderAccess,
    reading: { readonly returnId: string; readonly etag: string | null },
    signal: AbortSignal,
  ): Promise<ReturnAnswer>;
  change(access: OrderAccess, returnId: string, filing: ReturnFiling, signal: AbortSignal): Promise<Return>;
  cancel(access: OrderAccess, returnId: string, key: string, signal: AbortSignal): Promise<Return>;
  tellParcel(
    access: OrderAccess,
    returnId: string,
    parcel: SentParcel,
    key: string,
    signal: AbortSignal,
  ): Promise<Return>;
  message(
    access: OrderAccess,
    returnId: string,
    message: ReturnMessageInput,
    key: string,
    signal: AbortSignal,
  ): Promise<Return>;
  upload(access: OrderAccess, file: Blob, options: UploadOptions): Promise<Upload>;
  removeUpload(access: OrderAccess, uploadId: string, signal: AbortSignal): Promise<unknown>;
  /** @param isLeaving true when the page may be gone before the answer is there */
  putDraft(
    access: OrderAccess,
    draft: ReturnDraft,
    signal: AbortSignal,
    isLeaving: boolean,
  ): Promise<unknown>;
  deleteDraft(access: OrderAccess, signal: AbortSignal): Promise<unknown>;
}
