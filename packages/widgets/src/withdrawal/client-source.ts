import { declareWithdrawal, getWithdrawalTerms, openSession, type Transport } from '@postlude/client';
import type { WithdrawalSource } from './withdrawal-source.ts';

/** Withdrawals by a Postlude backend, through the typed client. Its own module, because the client weighs more than the form. */
export function clientSource(transport: Transport): WithdrawalSource {
  return {
    terms: (signal) => getWithdrawalTerms(transport, { signal }),
    open: (request, signal) => openSession(transport, request, { signal }),
    declare: (declared, idempotencyKey, signal) =>
      declareWithdrawal(transport, declared, { idempotencyKey, signal }),
  };
}
