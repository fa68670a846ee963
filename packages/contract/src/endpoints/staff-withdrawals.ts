import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf } from '../pages.ts';
import { StaffWithdrawal, WithdrawalsQuery } from '../withdrawals.ts';

/** Lists withdrawals. */
export const listWithdrawals = {
  method: 'GET',
  path: '/v1/staff/withdrawals',
  access: 'staff',
  summary: 'List declarations of withdrawal',
  description: 'Newest first; `open=true` for those nobody has ticked off.',
  query: WithdrawalsQuery,
  output: pageOf(StaffWithdrawal),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Ticks a withdrawal off. */
export const settleWithdrawal = {
  method: 'POST',
  path: '/v1/staff/withdrawals/{withdrawalId}/settle',
  access: 'staff',
  summary: 'Tick a withdrawal off',
  description: 'Ticking off twice changes nothing.',
  params: z.strictObject({ withdrawalId: idOf('withdrawal') }),
  output: StaffWithdrawal,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;
