import type { Return } from '@postlude/contract';
import type { VNode } from 'preact';
import { Code } from '../../order-tracking/parts/carrier.tsx';
import { BreakdownTable } from '../steps/breakdown.tsx';
import type { Ui } from '../ui.ts';

/** What really was given back, when, and how to use it. */
export function Settled({ ui, filed }: { readonly ui: Ui; readonly filed: Return }): VNode | null {
  const { settled } = filed;
  if (!settled) return null;
  const { at, refund, storeCredit, toPay, creditCode, breakdown } = settled;
  const date = ui.format.dayOf(at);
  const zero = { amount: 0, currency: (refund ?? storeCredit ?? toPay)?.currency ?? 'EUR' };
  return (
    <section class="panel-box" part="settled">
      {refund && refund.amount > 0 ? (
        <p>
          <strong>{ui.say('settled.refund', { sum: ui.format.money(refund), date })}</strong>
        </p>
      ) : null}
      {storeCredit && storeCredit.amount > 0 ? (
        <p>
          <strong>{ui.say('settled.credit', { sum: ui.format.money(storeCredit), date })}</strong>
        </p>
      ) : null}
      {creditCode ? (
        <div class="words">
          <span class="quiet">{ui.say('settled.code')}</span>
          <Code ui={ui} value={creditCode} what={ui.say('settled.code')} big />
        </div>
      ) : null}
      {refund && refund.amount > 0 ? <p class="quiet">{ui.say('settled.bank')}</p> : null}
      {breakdown ? (
        <BreakdownTable
          ui={ui}
          settlement={{
            refund: refund ?? zero,
            storeCredit: storeCredit ?? zero,
            toPay: toPay ?? zero,
            breakdown,
          }}
        />
      ) : null}
    </section>
  );
}
