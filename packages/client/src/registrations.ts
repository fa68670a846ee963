import type { ConsentChange, Passport, PassportList, RegistrationInput } from '@postlude/contract';
import { changeConsents as consentsRow, registerItems as registerRow } from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { PassportAddress, PassportsOf, ReadPassports } from './passports.ts';
import type { OnceOptions } from './return-writes.ts';
import type { Transport } from './transport.ts';

type Register = typeof registerRow;
const registerWire: WireOf<Register> = {
  method: registerRow.method,
  path: registerRow.path,
  access: registerRow.access,
  output: registerRow.output,
};
type Change = typeof consentsRow;
const consentsWire: WireOf<Change> = {
  method: consentsRow.method,
  path: consentsRow.path,
  access: consentsRow.access,
  output: consentsRow.output,
};

type InLanguage = Pick<ReadPassports, 'locale'>;

/**
 * Registers items of an order, all that are named or none. What is registered already only gets the choices. No legal right
 * depends on it.
 *
 * @throws ApiError `serial_required`, `serial_wrong`, `serial_not_accepted`, `serial_taken` (`fields` says where:
 *   `items.0.serial`), `proof_required`, `registration_closed`, `upload_unknown`, `session_invalid`, `not_found`,
 *   `idempotency_conflict`; `rate_limited` (`retryAt`) after many numbers that were not accepted.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await registerItems(transport, { token, orderId }, {
 *   items: [{ passportId, serial: 'LN-1234-AB' }],
 *   consents: { safety: true, marketing: false },
 * });
 * ```
 */
export function registerItems(
  transport: Transport,
  { token, orderId, locale }: PassportsOf & InLanguage,
  input: RegistrationInput,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<PassportList> {
  return call<Register>(
    transport,
    registerWire,
    { params: { orderId }, query: { locale }, body: input },
    { signal, bearer: token, idempotencyKey },
  );
}

/**
 * Changes what an owner chose about safety messages and about marketing. Sending the same again changes nothing.
 *
 * @throws ApiError `registration_closed`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await changeConsents(transport, { token, passportId }, { consents: { safety: true, marketing: false } });
 * ```
 */
export function changeConsents(
  transport: Transport,
  { token, passportId, locale }: PassportAddress & InLanguage,
  change: ConsentChange,
  options: CallOptions = {},
): Promise<Passport> {
  return call<Change>(
    transport,
    consentsWire,
    { params: { passportId }, query: { locale }, body: change },
    { signal: options.signal, bearer: token, repeatable: true },
  );
}
