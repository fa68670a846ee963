import type { QuoteAnswer, RepairQuoteInput } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { laterDay } from '../rights/days.ts';
import { newId } from '../secrets/ids.ts';
import type { ClaimCase } from './case.ts';
import { tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import { quoteState, sameJson, settle } from './quote-rows.ts';
import { record } from './record.ts';
import { act, impossible } from './staff.ts';
import { keyOf } from './store.ts';
import { next } from './transitions.ts';

/** How many days a quote binds at least: Directive (EU) 2024/1799, Article 4(5), says 30 calendar days. */
export const bindingDays = 30;

/** Makes a quote; an open one before it is withdrawn. The same words as the open one change nothing. */
export async function quote(
  tx: Tx,
  context: Context,
  of: ClaimCase,
  input: RepairQuoteInput,
): Promise<ClaimCase> {
  const { row, facts, now } = of;
  if (next('quote', lifeOf(of)) === null) throw impossible(of, 'quote');
  const { by, validUntil = laterDay(facts.today, bindingDays), ...words } = input;
  checkQuote(of, input, validUntil);
  const written = {
    ...words,
    goods: [facts.line.title, facts.line.variant, facts.serial].filter(Boolean).join(' · '),
    calculation: words.calculation ?? null,
    temporary: words.temporary ?? null,
    services: words.services ?? [],
    note: words.note ?? null,
  };
  const open = of.quotes.find(({ state }) => state === 'open');
  if (open && open.valid_until === validUntil && sameJson(open.quote, written)) return of;
  if (open) await settle(tx, open, 'withdrawn', null);
  const id = newId('repairQuote', now.getTime());
  const key = keyOf(row);
  await tx
    .insertInto('repair_quotes')
    .values({
      store_id: key.storeId,
      claim_id: key.claimId,
      repair_quote_id: id,
      state: 'open',
      quote: toJson(written),
      valid_until: validUntil,
      made_at: now,
    })
    .execute();
  return act(tx, context, of, {
    action: 'quote',
    word: { by },
    set: {},
    data: { quoteId: id },
    restore: { quote: id, reopens: open?.repair_quote_id ?? null },
    event: 'repair.quoted',
    mail: 'quote',
  });
}

function checkQuote({ facts }: ClaimCase, input: RepairQuoteInput, validUntil: string): void {
  const fields: Record<string, string> = {};
  if (validUntil < laterDay(facts.today, bindingDays)) {
    fields.validUntil = `A quote binds for ${bindingDays} days at least: ${laterDay(facts.today, bindingDays)} or later.`;
  }
  if (input.priceKind === 'at_most' && !input.calculation?.trim()) {
    fields.calculation = 'Where the price is the most it can be, say how it is counted.';
  }
  const prices = [
    ['price', input.price] as const,
    ...(input.temporary ? [['temporary.price', input.temporary.price] as const] : []),
    ...(input.services ?? []).map(({ price }, index) => [`services.${index}.price`, price] as const),
  ];
  for (const [name, price] of prices) {
    if (price.amount < 0) fields[name] = 'This cannot be less than nothing.';
    else if (price.currency !== facts.sold.currency) {
      fields[name] = `It was sold in ${facts.sold.currency}.`;
    }
  }
  const total = prices.reduce((sum, [, { amount }]) => sum + amount, 0);
  if (!Number.isSafeInteger(total)) fields.price = 'Together this is more than can be counted.';
  if (Object.keys(fields).length > 0) throw new ApiProblem('invalid_input', { fields });
}

/**
 * Keeps a shopper's answer to a quote. The same answer again changes nothing.
 *
 * @throws ApiProblem `quote_not_open`.
 */
export async function answerQuote(
  tx: Tx,
  of: ClaimCase,
  { quoteId, accept }: QuoteAnswer,
): Promise<ClaimCase> {
  const asked = of.quotes.find((one) => one.repair_quote_id === quoteId);
  const state = accept ? 'accepted' : 'declined';
  if (asked?.state === state) return of;
  const action = accept ? 'accept_quote' : 'decline_quote';
  const to = next(action, lifeOf(of));
  if (!asked || quoteState(asked, of.facts.today) !== 'open' || to === null || to === 'same') {
    throw new ApiProblem('quote_not_open');
  }
  await settle(tx, asked, state, of.now);
  const answered = await record(tx, of, { action, by: 'shopper', to, data: { quoteId } });
  await tellEvent(tx, accept ? 'repair.quote_accepted' : 'repair.quote_declined', answered);
  return answered;
}
