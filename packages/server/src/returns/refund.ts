import type { RefundInput, Settlement } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { StoredSettled } from '../db/schema/send-it-back.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { type Given, leftToGive, type ReturnUnits, type Settled, settle } from '../settlement/index.ts';
import type { ReturnCase } from './case.ts';
import { tellEvent } from './events.ts';
import { requestOf } from './facts.ts';
import { givenBefore } from './given.ts';
import { lifeOf } from './life.ts';
import { textPicker } from './locale.ts';
import { mailShopper } from './mails/send.ts';
import { record, written } from './record.ts';
import { impossible } from './staff.ts';
import { type ReturnItemRow, type ReturnRow, updateReturn } from './store.ts';
import { next } from './transitions.ts';

/**
 * Settles a return by what arrived, or by what was filed where nothing has to arrive or the store does not wait for it. Staff
 * may give more or less than was worked out, with a note, but never more than was paid and not given back yet (and the bonus
 * for store credit on top).
 *
 * @throws ApiProblem `action_not_possible`, `invalid_input`.
 */
export async function refund(
  tx: Tx,
  context: Context,
  of: ReturnCase,
  input: RefundInput,
): Promise<ReturnCase> {
  const { row: held, now } = of;
  const to = next('refund', lifeOf(held, of.policy));
  if (to === 'same' && isSame(held.settled, input)) return of;
  if (to === 'same' || to === null) throw impossible(of, 'refund');
  const units = countedUnits(held, of.items, of);
  if (units.length === 0) {
    throw new ApiProblem('action_not_possible', {
      detail: 'Nothing has arrived. Decline or close the return instead.',
    });
  }
  const counted = settle(requestOf(of, requestAbout(held, units, of), held.return_id));
  const { settled, given } = giveBack(held, of, units, counted, input, now);
  const refunded = await record(tx, of, {
    action: 'refund',
    by: input.by?.trim() || 'staff',
    to,
    note: input.note?.trim() || null,
    set: { settled, given },
    data: { settled },
    restore: {},
  });
  const eventId = await tellEvent(tx, 'return.refunded', refunded);
  await mailShopper(tx, context, 'refunded', refunded, { byStaff: true });
  return { ...refunded, row: await rememberEvent(tx, refunded.row, eventId) };
}

/** The event is what makes a refund final: an undo asks whether it has left. */
function rememberEvent(tx: Tx, row: ReturnRow, eventId: string): Promise<ReturnRow> {
  const settled = row.settled && { ...row.settled, eventId };
  const key = { storeId: row.store_id, returnId: row.return_id };
  return updateReturn(tx, key, written({ settled }));
}

const requestAbout = (held: ReturnRow, units: readonly ReturnUnits[], of: ReturnCase) => ({
  route: held.route,
  units,
  method: held.method_id,
  pick: textPicker(of.sold.locale, of.known.store.locale),
});

/** What counts: what arrived once something was received, all of it before. */
function countedUnits(held: ReturnRow, items: readonly ReturnItemRow[], of: ReturnCase): ReturnUnits[] {
  const hasArrived = held.status === 'received' || held.status === 'inspected';
  return items.flatMap((item) => {
    const quantity = hasArrived ? (item.received_quantity ?? 0) : item.quantity;
    const line = of.sold.lines.find(({ id }) => id === item.line_id);
    if (quantity === 0 || !line) return [];
    const isSame = item.exchange?.variantId === (line.variantId ?? line.externalId);
    return [
      {
        lineId: line.id,
        quantity,
        reason: item.reason,
        resolution: item.resolution,
        // At the price the shopper saw when it was chosen.
        exchange: item.exchange === null || isSame ? null : { price: item.exchange.unitPrice },
      },
    ];
  });
}

function giveBack(
  held: ReturnRow,
  of: ReturnCase,
  units: readonly ReturnUnits[],
  counted: Settled | null,
  input: RefundInput,
  now: Date,
): { settled: StoredSettled; given: Given } {
  const money = (amount: number) => ({ amount, currency: of.sold.currency });
  const worked = counted?.settlement ?? null;
  const refund = input.refund ?? worked?.refund.amount ?? null;
  const credit = input.storeCredit ?? worked?.storeCredit.amount ?? null;
  const differs =
    refund !== (worked?.refund.amount ?? null) || credit !== (worked?.storeCredit.amount ?? null);
  if (differs) checkOverride(held, of, worked, { refund: refund ?? 0, credit: credit ?? 0 }, input);
  return {
    settled: {
      at: now.toISOString(),
      refund: refund === null ? null : money(refund),
      storeCredit: credit === null ? null : money(credit),
      toPay: worked?.toPay ?? null,
      creditCode: input.creditCode ?? null,
      // Rows that do not add up to what is given would explain nothing.
      breakdown: differs ? null : (worked?.breakdown ?? null),
    },
    given: givenFor(units, counted, (refund ?? 0) + (credit ?? 0)),
  };
}

const bonusIn = (settlement: Settlement | null): number => sumOfRows(settlement, ['bonus']);
const feesIn = (settlement: Settlement | null): number => -sumOfRows(settlement, ['fee', 'method']);
const sumOfRows = (settlement: Settlement | null, codes: readonly string[]): number =>
  (settlement?.breakdown.rows ?? [])
    .filter(({ code }) => codes.includes(code))
    .reduce((sum, row) => sum + row.amount.amount, 0);

/** Money given beyond what was worked out is taken of what was paid; fees that are let go were part of it already. */
function givenFor(units: readonly ReturnUnits[], counted: Settled | null, money: number): Given {
  if (counted === null) {
    const items = units.map(({ lineId, quantity, resolution }) => ({
      lineId,
      quantity,
      exchanged: resolution === 'exchange',
    }));
    return { items, amount: money, shipping: 0 };
  }
  const { settlement, given } = counted;
  const more = money - settlement.refund.amount - settlement.storeCredit.amount - feesIn(settlement);
  return given.amount === null ? given : { ...given, amount: given.amount + Math.max(0, more) };
}

function checkOverride(
  held: ReturnRow,
  of: ReturnCase,
  worked: Settlement | null,
  money: { refund: number; credit: number },
  { note, storeCredit }: RefundInput,
): void {
  if (!note?.trim()) {
    throw new ApiProblem('invalid_input', {
      fields: { note: 'Another sum than the one worked out needs a note.' },
    });
  }
  const left = leftOf(held, of);
  const most = left === null ? null : left + bonusIn(worked);
  if (most === null || money.refund + money.credit <= most) return;
  const field = storeCredit == null ? 'refund' : 'storeCredit';
  throw new ApiProblem('invalid_input', {
    fields: {
      [field]: `Together this must be at most ${most}: more was not paid, or is given back already.`,
    },
  });
}

/** What was paid for the whole order and was not given back yet; null when nothing is known of it. */
function leftOf(held: ReturnRow, of: ReturnCase): number | null {
  const settledOnes = of.returns.filter((each) => each.settled !== null);
  return leftToGive(of.sold, givenBefore(of.sold, settledOnes, held.return_id));
}

function isSame(settled: StoredSettled | null, { refund, storeCredit, creditCode }: RefundInput): boolean {
  const fits = (told: number | null | undefined, kept: number | null) => told == null || told === kept;
  return (
    fits(refund, settled?.refund?.amount ?? null) &&
    fits(storeCredit, settled?.storeCredit?.amount ?? null) &&
    (creditCode == null || creditCode === settled?.creditCode)
  );
}
