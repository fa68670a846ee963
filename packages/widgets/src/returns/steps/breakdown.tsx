import type { BreakdownRow, Money, Settlement } from '@postlude/contract';
import type { VNode } from 'preact';
import type { Ui } from '../ui.ts';
import { Sum } from './sum.tsx';

interface BreakdownTableProps {
  readonly ui: Ui;
  readonly settlement: Settlement;
  /** The sums are those of an earlier choice, and new ones are on their way. */
  readonly asking?: boolean | undefined;
}

/** How a sum came about, row by row, and what it comes to. */
export function BreakdownTable({ ui, settlement, asking = false }: BreakdownTableProps): VNode {
  const { breakdown } = settlement;
  const totals = (['refund', 'storeCredit', 'toPay'] as const)
    .map((name) => ({ name, sum: settlement[name] }))
    .filter(({ sum }) => sum.amount > 0);
  return (
    <table class="breakdown" part="breakdown" aria-busy={asking}>
      <caption class="unseen">{ui.say('breakdown')}</caption>
      <tbody>
        {breakdown.rows.map((row, index) => (
          <Row
            key={`${row.code} ${row.rule} ${index}`}
            ui={ui}
            label={labelOf(ui, row)}
            sum={row.amount}
            asking={asking}
          />
        ))}
      </tbody>
      <tbody class="totals">
        {totals.length === 0 ? (
          <tr>
            <th scope="row">{ui.say('total.none')}</th>
            <td>
              <Sum text={ui.format.money(settlement.refund)} asking={asking} />
            </td>
          </tr>
        ) : (
          totals.map(({ name, sum }) => (
            <Row key={name} ui={ui} label={ui.say(`total.${name}`)} sum={sum} asking={asking} />
          ))
        )}
        {breakdown.taxIncluded && breakdown.taxIncluded.amount > 0 ? (
          <tr class="quiet">
            <th scope="row">{ui.say('tax_included')}</th>
            <td>
              <Sum text={ui.format.money(breakdown.taxIncluded)} asking={asking} />
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

const labelOf = (ui: Ui, { code, label }: BreakdownRow): string =>
  label ?? ui.known(`row.${code}`) ?? ui.say('row.other');

interface RowProps {
  readonly ui: Ui;
  readonly label: string;
  readonly sum: Money;
  readonly asking: boolean;
}

function Row({ ui, label, sum, asking }: RowProps): VNode {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Sum text={ui.format.money(sum)} asking={asking} />
      </td>
    </tr>
  );
}
