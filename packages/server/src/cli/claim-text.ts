import type { StaffClaim } from '@postlude/contract';
import { facts, table } from './output.ts';
import { sumText } from './return-text.ts';

/** A claim for people at a terminal. */
export function claimText({
  claim,
  email,
  quotes,
  costs,
  audit,
  actions,
  policyVersion,
}: StaffClaim): string {
  return [
    facts([
      ['Claim', `${claim.number}  (${claim.id})`],
      ['Item', claim.variant === null ? claim.title : `${claim.title} (${claim.variant})`],
      ['Serial', claim.serial],
      ['Route', claim.route],
      ['Status', claim.status],
      ['Symptom', claim.symptomLabel],
      ['Since', claim.since],
      ['Wanted', claim.resolution],
      ['Place', claim.place?.name ?? null],
      ['E-mail', email],
      ['Policy', `version ${policyVersion}`],
      ['Question', claim.question],
      ['Declined', claim.declined && [claim.declined.code, claim.declined.note].filter(Boolean).join(': ')],
      ['Sent in', claim.inbound?.trackingNumber ?? null],
      ['Sent back', claim.outbound?.trackingNumber ?? null],
      ['Expected', claim.expectedOn],
      ['Done', claim.doneOn],
      ['Possible now', actions.join(', ') || 'nothing'],
    ]),
    '',
    claim.description,
    '',
    ...(quotes.length === 0
      ? []
      : [
          table(
            ['quote', 'state', 'price', 'total', 'valid until'],
            quotes.map(({ id, state, price, priceKind, total, validUntil }) => [
              id,
              state,
              sumText(price),
              priceKind === 'at_most' ? `at most ${sumText(total)}` : sumText(total),
              validUntil,
            ]),
          ),
          '',
        ]),
    ...(costs.length === 0
      ? []
      : [
          table(
            ['cost', 'sum', 'note'],
            costs.map(({ kind, price, note }) => [kind, sumText(price), note ?? '']),
          ),
          '',
        ]),
    table(
      ['at', 'by', 'action', 'status', 'note'],
      audit.map(({ at, by, action, after, note }) => [at, by, action, after, note ?? '']),
    ),
  ].join('\n');
}
