import type {
  AskResponse,
  CurrentAsk,
  OwnReview,
  ReviewContent,
  ReviewDrafts,
  ReviewForm,
  ReviewInput,
  Upload,
} from '@postlude/contract';
import type { SessionSource } from '../order-session/opening.ts';
import type { OrderAccess, UploadOptions } from '../returns/returns-source.ts';

/**
 * Where the review prompt gets everything from. `reviewClientSource` builds one on `@postlude/client`; anything else that
 * answers the same way will do. All methods reject as those of `OrderSource` do: with something that has a `code` and, where
 * the server said so, `fields`. A `key` is an Idempotency-Key: the same key and content must end in one review.
 */
export interface ReviewSource extends SessionSource {
  /** What may be asked now. */
  ask(access: OrderAccess, signal: AbortSignal): Promise<CurrentAsk>;
  respond(access: OrderAccess, response: AskResponse, signal: AbortSignal): Promise<CurrentAsk>;
  form(access: OrderAccess, signal: AbortSignal): Promise<ReviewForm>;
  /** @param isLeaving true when the page may go before there is an answer */
  putDrafts(
    access: OrderAccess,
    drafts: ReviewDrafts,
    signal: AbortSignal,
    isLeaving: boolean,
  ): Promise<unknown>;
  send(access: OrderAccess, review: ReviewInput, key: string, signal: AbortSignal): Promise<OwnReview>;
  edit(
    access: OrderAccess,
    reviewId: string,
    content: ReviewContent,
    signal: AbortSignal,
  ): Promise<OwnReview>;
  withdraw(access: OrderAccess, reviewId: string, signal: AbortSignal): Promise<OwnReview>;
  upload(
    access: OrderAccess,
    file: Blob,
    options: Omit<UploadOptions, 'purpose'>,
  ): Promise<Pick<Upload, 'id'>>;
  removeUpload(access: OrderAccess, uploadId: string, signal: AbortSignal): Promise<unknown>;
}
