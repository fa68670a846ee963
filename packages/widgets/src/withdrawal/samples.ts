import type { WithdrawalReceipt, WithdrawalTerms } from '@postlude/contract';
import type { TrackingProblem } from '../order-session/state.ts';
import type { CheckState, DoneState, Entered, FormState, Known, WithdrawalState } from './state.ts';

/** What a store says of itself. */
export const sampleTerms: WithdrawalTerms = {
  offered: 'everyone',
  page: 'https://postlude.example/withdraw/pk_1',
  days: 14,
  storeName: 'Kontor Nord',
};

const known: Known = { page: sampleTerms.page, storeName: sampleTerms.storeName, order: null };
const order: NonNullable<Known['order']> = {
  number: '1001',
  items: [
    { id: 'lin_1', title: 'Stoneware mug', variant: 'Sage green', quantity: 2 },
    { id: 'lin_2', title: 'Linen kitchen towel', variant: 'Natural, 50 × 70 cm', quantity: 1 },
    {
      id: 'lin_3',
      title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenhalterung',
      variant: null,
      quantity: 1,
    },
  ],
};
const values = { name: 'Anna Keller', contract: '1001', email: 'anna@example.com', items: '' };
const empty = { name: '', contract: '', email: '', items: '' };

/** A receipt as the store writes it. */
export const sampleReceipt: WithdrawalReceipt = {
  id: `wdr_${'1'.repeat(32)}`,
  number: 'W-7Q2K-9M4D',
  receivedAt: '2026-11-24T14:58:07.000Z',
  text: `Acknowledgement of a withdrawal

Number: W-7Q2K-9M4D
Received: Tuesday, 24 November 2026 at 15:58:07 CET (2026-11-24T14:58:07.000Z)
Declared to: Kontor Nord
Name: Anna Keller
Contract: 1001
E-mail: anna@example.com
Content: I hereby withdraw from the contract named above.

This acknowledges that the declaration was received and when. It says nothing about whether it came in time or what follows from it.

Seal: 5f2c7a90d1e84b36a7c9f00e2d1b8a4c63e7591fbb02d48c9a6e1f37d05c8b24
`,
  url: 'https://postlude.example/v1/documents/1',
  mailed: true,
  seal: '5f2c7a90d1e84b36a7c9f00e2d1b8a4c63e7591fbb02d48c9a6e1f37d05c8b24',
};

const form = (facts: Partial<FormState> = {}): FormState => ({
  kind: 'form',
  known,
  values: empty,
  chosen: [],
  mistakes: {},
  ...facts,
});
const check = (facts: Partial<CheckState> = {}): CheckState => ({
  kind: 'check',
  known,
  values,
  chosen: [],
  phase: 'idle',
  problem: null,
  ...facts,
});
const done = (facts: Partial<DoneState> = {}, entered: Partial<Entered> = {}): DoneState => ({
  kind: 'done',
  known,
  values,
  chosen: [],
  receipt: sampleReceipt,
  ...entered,
  ...facts,
});
const problem = (code: string, requestId: string | null = null): TrackingProblem => ({
  code,
  retryable: true,
  requestId,
  retryAt: null,
});

/** The widget in all its states. */
export const sampleStates: Readonly<Record<string, WithdrawalState>> = {
  loading: { kind: 'loading' },
  form: form(),
  'form-order': form({
    known: { ...known, order },
    values: { ...values, name: '', email: '' },
    chosen: ['lin_2'],
  }),
  'form-mistakes': form({
    values: { ...values, name: '', email: 'anna@' },
    mistakes: { name: 'missing', contract: 'long', email: 'invalid', items: 'long' },
  }),
  'form-without-terms': form({ known: { page: sampleTerms.page, storeName: null, order: null } }),
  check: check(),
  'check-items': check({ known: { ...known, order }, chosen: ['lin_1', 'lin_3'] }),
  'check-long': check({
    values: { ...values, name: `${'Maximiliane-'.repeat(15)}`, items: 'the blue one\nand its box' },
  }),
  'check-sending': check({ phase: 'sending' }),
  'check-offline': check({ phase: 'failed', problem: problem('offline') }),
  'check-failed': check({ phase: 'failed', problem: problem('internal', 'req_01JD3Z8Q') }),
  done: done(),
  'done-not-mailed': done({ receipt: { ...sampleReceipt, mailed: false } }),
  failed: { kind: 'failed', problem: problem('origin_not_allowed'), page: sampleTerms.page },
  off: { kind: 'off' },
};
