import type { AddedMonthsInput, ItemMonths, VoidMonthsInput } from '@postlude/contract';
import {
  addCoverMonths as addRow,
  listCoverMonths as listRow,
  voidCoverMonths as voidRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type WriteOptions, write } from './writes.ts';

/**
 * Lists the months that staff added to an item.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { added } = await listCoverMonths(transport, 'psp_…');
 * ```
 */
export function listCoverMonths(
  transport: Transport,
  passportId: string,
  options: CallOptions = {},
): Promise<ItemMonths> {
  return call(transport, listRow, { params: { passportId } }, options);
}

/**
 * Adds months to the store's warranty on an item.
 *
 * @throws ApiError `action_not_possible` (`detail` says why), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { passport } = await addCoverMonths(transport, 'psp_…', { months: 6, reason: 'Waited long', by: 'Mia' });
 * ```
 */
export function addCoverMonths(
  transport: Transport,
  passportId: string,
  input: AddedMonthsInput,
  options: WriteOptions = {},
): Promise<ItemMonths> {
  return call(transport, addRow, { params: { passportId }, body: input }, write(addRow, options));
}

/**
 * Takes added months back. Those that were taken back stay so.
 *
 * @throws ApiError `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { added } = await voidCoverMonths(transport, { passportId: 'psp_…', addedMonthsId: 'amo_…' });
 * ```
 */
export function voidCoverMonths(
  transport: Transport,
  params: { readonly passportId: string; readonly addedMonthsId: string },
  input: VoidMonthsInput = {},
  options: WriteOptions = {},
): Promise<ItemMonths> {
  return call(transport, voidRow, { params, body: input }, write(voidRow, options));
}

/** The months that staff add to what stands behind an item. */
export interface StaffMonths {
  /** `listCoverMonths`: all that were ever added, oldest first. */
  list(passportId: string, options?: CallOptions): Promise<ItemMonths>;
  /** `addCoverMonths`. */
  add(passportId: string, input: AddedMonthsInput, options?: WriteOptions): Promise<ItemMonths>;
  /** `voidCoverMonths`. */
  void(
    params: { readonly passportId: string; readonly addedMonthsId: string },
    input?: VoidMonthsInput,
    options?: WriteOptions,
  ): Promise<ItemMonths>;
}

/** The calls with their transport. */
export const staffMonthsOf = (transport: Transport): StaffMonths => ({
  list: (passportId, options) => listCoverMonths(transport, passportId, options),
  add: (passportId, input, options) => addCoverMonths(transport, passportId, input, options),
  void: (params, input, options) => voidCoverMonths(transport, params, input, options),
});
