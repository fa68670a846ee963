import type {
  Consents,
  FoundProduct,
  OutsidePurchase,
  Passport,
  PassportList,
  RegistrationInput,
  Session,
  Transfer,
  TransferAcceptance,
  Upload,
} from '@postlude/contract';
import type { SessionSource } from '../order-session/opening.ts';
import type { OrderAccess, UploadOptions } from '../returns/returns-source.ts';

/** The items as they are now, or the word that nothing changed since the `etag` that was sent. */
export type PassportsAnswer =
  | { readonly state: 'fresh'; readonly list: PassportList; readonly etag: string | null }
  | { readonly state: 'unchanged' };

/**
 * Where the registration widget gets everything from. `registrationClientSource` builds one on `@postlude/client`; anything
 * else that answers the same way will do. All methods reject as those of `OrderSource` do: with something that has a `code`
 * and, where the server said so, `fields`. A `key` is an Idempotency-Key: the same key and content must end in one result.
 */
export interface RegistrationSource extends SessionSource {
  list(access: OrderAccess, etag: string | null, signal: AbortSignal): Promise<PassportsAnswer>;
  register(
    access: OrderAccess,
    input: RegistrationInput,
    key: string,
    signal: AbortSignal,
  ): Promise<PassportList>;
  consents(
    access: OrderAccess,
    passportId: string,
    consents: Consents,
    signal: AbortSignal,
  ): Promise<Passport>;
  startTransfer(access: OrderAccess, passportId: string, key: string, signal: AbortSignal): Promise<Transfer>;
  cancelTransfer(access: OrderAccess, passportId: string, signal: AbortSignal): Promise<Passport>;
  /** Products by words, by GTIN, or by what a scanner read. */
  find(query: string, signal: AbortSignal): Promise<readonly FoundProduct[]>;
  tellOutside(purchase: OutsidePurchase, key: string, signal: AbortSignal): Promise<Session>;
  takeOver(acceptance: TransferAcceptance, key: string, signal: AbortSignal): Promise<Session>;
  upload(
    access: OrderAccess,
    file: Blob,
    options: Omit<UploadOptions, 'purpose'>,
  ): Promise<Pick<Upload, 'id'>>;
  removeUpload(access: OrderAccess, uploadId: string, signal: AbortSignal): Promise<unknown>;
}
