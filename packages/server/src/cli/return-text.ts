import { type Money, minorDigits, type StaffReturn } from '@postlude/contract';
import { facts, table } from './output.ts';

/** A sum as people read it: `18.95 EUR`. */
export function sumText(money: Money | null): string {
  if (money === null) return '';
  const digits = minorDigits(money.currency);
  return `${(money.amount / 10 ** digits).toFixed(digits)} ${money.currency}`;
}

/** A return for people at a terminal. */
export function returnText({
  return: one,
  email,
  audit,
  actions,
  label,
  policyVersion,
}: StaffReturn): string {
  const settled = one.settled;
  return [
    facts([
      ['Return', `${one.number}  (${one.id})`],
      ['Order', one.orderNumber],
      ['Route', one.problem === null ? one.route : `${one.route}: ${one.problem}`],
      ['Status', one.status],
      ['Gift', one.isGift ? 'yes: the giver is not to be told' : null],
      ['E-mail', email],
      ['Policy', `version ${policyVersion}`],
      ['Method', one.method?.id ?? null],
      ['Send by', one.sendBy],
      ['Question', one.question],
      ['Label', label && [label.state, label.error].filter(Boolean).join(': ')],
      ['Refund', sumText(settled?.refund ?? one.settlement?.refund ?? null) || null],
      ['Store credit', sumText(settled?.storeCredit ?? one.settlement?.storeCredit ?? null) || null],
      ['To pay', sumText(settled?.toPay ?? one.settlement?.toPay ?? null) || null],
      ['Settled', settled?.at ?? null],
      ['Possible now', actions.join(', ') || 'nothing'],
    ]),
    '',
    table(
      ['place', 'item', 'units', 'reason', 'resolution', 'received'],
      one.items.map((item, index) => [
        String(index + 1),
        item.variant === null ? item.title : `${item.title} (${item.variant})`,
        String(item.quantity),
        item.reason,
        item.exchange === null ? item.resolution : `${item.resolution}: ${item.exchange.title}`,
        item.received === null ? '' : `${item.received.quantity} ${item.received.grade ?? ''}`,
      ]),
    ),
    '',
    table(
      ['at', 'by', 'action', 'status', 'note'],
      audit.map(({ at, by, action, after, note }) => [at, by, action, after, note ?? '']),
    ),
  ].join('\n');
}
