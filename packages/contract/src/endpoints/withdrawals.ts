import '../zod-setup.ts';
import type { Endpoint } from '../endpoint.ts';
import { WithdrawalInput, WithdrawalReceipt, WithdrawalTerms } from '../withdrawals.ts';

/** Reads whether and how a contract can be withdrawn from. */
export const getWithdrawalTerms = {
  method: 'GET',
  path: '/v1/withdrawal-terms',
  access: 'publishable',
  summary: 'Read the terms of withdrawal',
  description: 'Whether the store offers the withdrawal function, and where its plain page is.',
  output: WithdrawalTerms,
  conditional: true,
  problems: ['unknown_store', 'origin_not_allowed'],
} as const satisfies Endpoint;

/** Declares withdrawal from a contract. */
export const declareWithdrawal = {
  method: 'POST',
  path: '/v1/withdrawals',
  access: 'publishable',
  summary: 'Declare withdrawal from a contract',
  description:
    'Needs no account and is never refused for a doubt of ours: a late one, or one about an order nobody knows, is recorded and marked for the shop. ' +
    'The answer is the acknowledgement and says nothing about whether such an order exists. Sent again with the same Idempotency-Key it is the same declaration. `not_found` where the store does not offer the function.',
  body: WithdrawalInput,
  output: WithdrawalReceipt,
  status: 201,
  problems: ['unknown_store', 'origin_not_allowed', 'not_found'],
} as const satisfies Endpoint;
