import type { BreakdownRow, Money, Settlement } from '@postlude/contract';
import type { VNode } from 'preact';
import type { Ui } from '../ui.ts';

/** How a sum came about, row by row, and what it comes to. */
export function BreakdownTable({
  ui,
  settlement,
}: {
  readonly ui: Ui;
  readonly settlement: Settlement;
}): VNode {
  const { breakdown } = settlement;
  const totals = (['refund', 'storeCredit', 'toPay'] as const)
    .map((name) => ({ name, sum: settlement[name] }))
    .filter(({ sum }) => sum.amount > 0);
  return (
    <table class="breakdown" part="breakdown">
      <caption class="unseen">{ui.say('breakdown')}</caption>
      <tbody>
        {breakdown.rows.map((row, index) => (
          <Row key={`${row.code} ${row.rule} ${index}`} ui={ui} label={labelOf(ui, row)} sum={row.amount} />
        ))}
      </tbody>
      <tbody class="totals">
        {totals.length === 0 ? (
          <tr>
            <th scope="row">{ui.say('total.none')}</th>
            <td>{ui.format.money(settlement.refund)}</td>
          </tr>
        ) : (
          totals.map(({ name, sum }) => <Row key={name} ui={ui} label={ui.say(`total.${name}`)} sum={sum} />)
        )}
        {breakdown.taxIncluded && breakdown.taxIncluded.amount > 0 ? (
          <tr class="quiet">
            <th scope="row">{ui.say('tax_included')}</th>
            <td>{ui.format.money(breakdown.taxIncluded)}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

const labelOf = (ui: Ui, { code, label }: BreakdownRow): string =>
  label ?? ui.known(`row.${code}`) ?? ui.say('row.other');

function Row({ ui, label, sum }: { readonly ui: Ui; readonly label: string; readonly sum: Money }): VNode {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{ui.format.money(sum)}</td>
    </tr>
  );
}
