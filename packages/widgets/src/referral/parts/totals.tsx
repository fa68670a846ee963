import type { Money, ReferralTotals } from '@postlude/contract';
import type { VNode } from 'preact';
import type { Ui } from '../ui.ts';

/** What the picture is made of, in the order it is drawn. */
const kinds = ['qualified', 'waiting', 'ended'] as const;

/** The numbers of an advocate: a bar, and the same in words beside it. */
export function Totals({ ui, totals }: { readonly ui: Ui; readonly totals: ReferralTotals }): VNode {
  const all = kinds.reduce((sum, kind) => sum + totals[kind], 0);
  let drawn = 0;
  const parts = kinds.map((kind) => {
    const x = drawn;
    drawn += totals[kind];
    return <rect key={kind} class={kind} x={x} y="0" width={totals[kind]} height="1" />;
  });
  return (
    <div class="totals" part="totals">
      <h3 class="title">{ui.say('totals')}</h3>
      {all > 0 ? (
        // The list below says the same.
        <svg viewBox={`0 0 ${all} 1`} preserveAspectRatio="none" aria-hidden="true">
          {parts}
        </svg>
      ) : null}
      <ul class="numbers">
        {kinds.map((kind) =>
          totals[kind] > 0 ? (
            <li key={kind} class={kind}>
              {ui.say(`totals.${kind}`, { n: totals[kind] })}
            </li>
          ) : null,
        )}
        <li>{ui.say('totals.visits', { n: totals.visits })}</li>
      </ul>
      <Sums ui={ui} kind="earned" sums={totals.earned} />
      <Sums ui={ui} kind="pending" sums={totals.pending} />
    </div>
  );
}

interface SumsProps {
  readonly ui: Ui;
  readonly kind: 'earned' | 'pending';
  readonly sums: readonly Money[];
}

/** Sums by currency, which are not added up. */
function Sums({ ui, kind, sums }: SumsProps): VNode | null {
  if (sums.length === 0) return null;
  const sum = sums.map((money) => ui.format.money(money)).join(' + ');
  return <p class={kind === 'earned' ? 'earned' : 'quiet'}>{ui.say(`totals.${kind}`, { sum })}</p>;
}
