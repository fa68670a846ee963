import type {
  Session,
  SessionRequest,
  WithdrawalInput,
  WithdrawalReceipt,
  WithdrawalTerms,
} from '@postlude/contract';
import { order, sampleLines, shipment } from '../order-tracking/samples.ts';
import { FakeWorld, settle } from '../order-tracking/testing.ts';
import type { WithdrawalOptions } from './options.ts';
import { sampleTerms } from './samples.ts';
import type { WithdrawalEvent, WithdrawalValues } from './state.ts';
import { createWithdrawalModel } from './withdrawal.model.ts';
import type { WithdrawalSource } from './withdrawal-source.ts';

/** What a shopper enters. */
export const entered: WithdrawalValues = {
  name: 'Anna Keller',
  contract: '1001',
  email: ' anna@example.com ',
  items: '',
};

/** A proof as a storefront renders it. */
export const proof: SessionRequest = { by: 'proof', order: '1001', proof: 'a'.repeat(64) };

/** The session of an order of two mugs, of which one was taken off, and a towel. */
export const openOrder: Session = {
  token: 'token',
  expiresAt: '2026-11-25T15:00:00.000Z',
  order: order([shipment()], {
    number: '1001',
    lines: [{ ...sampleLines.mug, removed: 1 }, sampleLines.towel],
  }),
};

/** An error as a source rejects with. */
export const problem = (code: string, facts: object = {}) =>
  Object.assign(new Error(code), { code, ...facts });

interface Call<Answer> {
  readonly signal: AbortSignal;
  answer(answer: Answer): Promise<void>;
  fail(problem: unknown): Promise<void>;
}

function recorded<Input, Answer>() {
  const calls: (Call<Answer> & { readonly input: Input })[] = [];
  const call = (input: Input, signal: AbortSignal) =>
    new Promise<Answer>((resolve, reject) => {
      calls.push({
        input,
        signal,
        answer: (answer) => {
          resolve(answer);
          return settle();
        },
        fail: (reason) => {
          reject(reason);
          return settle();
        },
      });
    });
  return { calls, call };
}

/** A model whose source answers when the test says so, in a world of its own. */
export function start(options: Partial<WithdrawalOptions> = {}) {
  const terms = recorded<null, WithdrawalTerms>();
  const opened = recorded<SessionRequest, Session>();
  const declared = recorded<
    { readonly declared: WithdrawalInput; readonly key: string },
    WithdrawalReceipt
  >();
  const source: WithdrawalSource = {
    terms: (signal) => terms.call(null, signal),
    open: opened.call,
    declare: (input, key, signal) => declared.call({ declared: input, key }, signal),
  };
  const world = new FakeWorld();
  const events: WithdrawalEvent[] = [];
  const reported: unknown[] = [];
  const model = createWithdrawalModel({
    source,
    environment: world.environment,
    page: 'https://postlude.example/withdraw/pk_1',
    onEvent: (event) => events.push(event),
    report: (error) => reported.push(error),
    ...options,
  });
  return {
    model,
    world,
    source,
    events,
    reported,
    terms: terms.calls,
    opened: opened.calls,
    declared: declared.calls,
    state: () => model.state.value,
  };
}

/** A model with the form on screen. */
export async function shown(options: Partial<WithdrawalOptions> = {}) {
  const widget = start(options);
  await widget.opened[0]?.answer(openOrder);
  await widget.terms[0]?.answer(sampleTerms);
  return widget;
}

/** A model at the second step. */
export async function checking(
  options: Partial<WithdrawalOptions> = {},
  changes: Partial<WithdrawalValues> = {},
) {
  const widget = await shown(options);
  widget.model.next({ ...entered, ...changes });
  return widget;
}
