import { type BreakdownRow, minorDigits, type Resolution } from '@postlude/contract';
import { toMoney } from '../../ingest/decimal-money.ts';
import type { SoldOrder } from '../../orders/read-sold.ts';
import { type GivenBack, type ReturnUnits, type SettlementRequest, settle } from '../index.ts';
import { lineId, order, policy, units } from './build.ts';

type Row = Readonly<Record<string, string>>;

/** A worked example of docs/return-money.md: an order, and what happens to it with the sums that are told. */
export interface Example {
  readonly title: string;
  readonly order: SoldOrder;
  readonly policy: SettlementRequest['policy'];
  readonly method: string | null;
  readonly steps: readonly Row[];
  /** What is said to have come back in all; null when nothing is said. */
  readonly inAll: string | null;
}

/** The examples under the heading "Examples". */
export function readExamples(document: string): Example[] {
  const [, part = ''] = document.split(/^## Examples$/m);
  return part.split(/^### /m).slice(1).map(readExample);
}

function readExample(text: string): Example {
  const [bought = [], facts = [], steps = []] = tablesIn(text);
  const [title = ''] = text.split('\n');
  const currency = Object.keys(facts[0] ?? {})[1] ?? '';
  const fact = (name: string) => facts.find((row) => row.order === name)?.[currency] ?? '';
  const amount = (told: string | undefined) => (told ? amountIn(told, currency) : 0);
  const wayBack = amount(fact('way back'));
  const names = bought.map((row) => row.bought);
  return {
    title,
    method: wayBack > 0 ? 'label' : null,
    policy: policy({
      originalShipping: fact('original shipping') === 'with everything' ? 'everything' : 'never',
      methods: [{ id: 'label', kind: 'label', price: wayBack }],
      resolutions: {
        refund: true,
        storeCredit: { bonusPercent: Number.parseInt(fact('credit bonus') || '0', 10) * 100 },
        exchange: { priceDifference: 'settle' },
      },
    }),
    order: order(
      bought.map((row) => ({
        title: row.bought ?? '',
        quantity: Number(row.units),
        unitPrice: amount(row['unit price']),
        discount: amount(row.discount),
        tax: amount(row.tax),
        bundleOf: row['part of'] ? lineId(names.indexOf(row['part of']) + 1) : null,
      })),
      {
        currency,
        taxesIncluded: text.includes('Prices include tax.'),
        shipping: { price: amount(fact('shipping')), tax: 0 },
        total: amount(fact('total')),
      },
    ),
    steps,
    inAll: /^All that came back, fees and bonus apart: (\S+)\.$/m.exec(text)?.[1] ?? null,
  };
}

/** The columns of the sums, and the rows of a breakdown that are in them. */
const columns: Readonly<Record<string, BreakdownRow['code']>> = {
  price: 'price',
  discount: 'discount',
  tax: 'tax',
  shipping: 'shipping',
  other: 'other',
  'new item': 'exchange_price',
  'refunded before': 'refunded_before',
  'way back': 'method',
  bonus: 'bonus',
};

/** Counts an example once more: its steps as they have to be told, and what came back in all. */
export function recount(example: Example): { steps: Row[]; inAll: string } {
  const { currency } = example.order;
  const written = (amount: number) => (amount === 0 ? '' : writeAmount(amount, currency));
  const before: GivenBack[] = [];
  let inAll = 0;
  const steps = example.steps.map((told) => {
    const what = told['what happens'] ?? '';
    const sums: Record<string, number> = {};
    const platform = /^the platform refunds (\S+)(?: for (.+))?$/.exec(what);
    if (platform) {
      sums.refund = amountIn(platform[1] ?? '', currency);
      const items = platform[2] ? [{ ...readUnits(platform[2], example.order), exchanged: false }] : [];
      before.push({ key: what, items, amount: sums.refund, shipping: 0 });
      inAll += sums.refund;
    } else {
      const settled = settle({
        ...example,
        route: 'return',
        units: what.split(' + ').map((one) => readUnits(one, example.order)),
        country: null,
        before,
        pick: () => null,
      });
      if (settled === null) throw new Error(`nothing was settled: ${what}`);
      const { refund, storeCredit, toPay, breakdown } = settled.settlement;
      for (const [column, code] of Object.entries(columns)) {
        sums[column] = breakdown.rows.find((row) => row.code === code)?.amount.amount ?? 0;
      }
      Object.assign(sums, {
        refund: refund.amount,
        'store credit': storeCredit.amount,
        'to pay': toPay.amount,
      });
      before.push({ key: `${before.length}`, ...settled.given });
      inAll += settled.given.amount ?? 0;
    }
    return Object.fromEntries(
      Object.keys(told).map((column) => [
        column,
        column === 'what happens' ? what : written(sums[column] ?? 0),
      ]),
    );
  });
  return { steps, inAll: writeAmount(inAll, currency) };
}

/** "2 × Mug as refund, damaged", "1 × Mug as exchange for 12.00", "1 × Mug". */
function readUnits(text: string, { lines, currency }: SoldOrder): ReturnUnits {
  const [, quantity, title, resolution, price, damaged] =
    /^(\d+) × (.+?)(?: as (refund|store credit|exchange)(?: for (\S+?))?(, damaged)?)?$/.exec(text) ?? [];
  const index = lines.findIndex((line) => line.title === title);
  if (index < 0) throw new Error(`not a line of the example: ${text}`);
  return units(index + 1, Number(quantity), {
    reason: damaged ? 'damaged_or_defective' : 'changed_my_mind',
    resolution: (resolution?.replace(' ', '_') ?? 'refund') as Resolution,
    exchange: price ? { price: amountIn(price, currency) } : null,
  });
}

function amountIn(text: string, currency: string): number {
  const money = toMoney(text.replace('−', '-'), currency);
  if (money === null) throw new Error(`no amount: ${text}`);
  return money.amount;
}

function writeAmount(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return `${amount < 0 ? '−' : ''}${text.slice(0, cut)}${digits > 0 ? `.${text.slice(cut)}` : ''}`;
}

/** The tables of a text, each row by the words at the head of its columns. */
function tablesIn(text: string): Row[][] {
  return [...text.matchAll(/(?:^\|.*\n?)+/gm)].map(([table]) => {
    const cells = table
      .trim()
      .split('\n')
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const [head = [], , ...rows] = cells;
    return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
  });
}
