import type { StaffWithdrawal } from '@postlude/contract';
import { listWithdrawals as listRow, settleWithdrawal as settleRow } from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page, PageQuery } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/** What a list of declarations may be narrowed to. */
export interface WithdrawalQuery extends PageQuery {
  /** True for those nobody has ticked off, false for those somebody has. */
  readonly open?: boolean | undefined;
}

/**
 * Lists declarations of withdrawal, newest first: one page. `marks` say what we think of each; none was refused for it.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listWithdrawals(transport, { open: true });
 * ```
 */
export function listWithdrawals(
  transport: Transport,
  query: WithdrawalQuery = {},
  options: CallOptions = {},
): Promise<Page<StaffWithdrawal>> {
  const { open, ...page } = query;
  return call(
    transport,
    listRow,
    { query: open === undefined ? page : { ...page, open: open ? 'true' : 'false' } },
    options,
  );
}

/**
 * Ticks a declaration off. Doing it again changes nothing.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { settledAt } = await settleWithdrawal(transport, withdrawal.id);
 * ```
 */
export function settleWithdrawal(
  transport: Transport,
  withdrawalId: string,
  options: WriteOptions = {},
): Promise<StaffWithdrawal> {
  // The types know an id by its form; whoever has it as a text is told by the server when it is none.
  return call(transport, settleRow, { params: { withdrawalId } }, write(settleRow, options));
}
