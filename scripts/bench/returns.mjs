import autocannon from 'autocannon';
import { defaultPolicy } from '../../packages/server/src/policy/defaults.ts';
import { decideRights } from '../../packages/server/src/rights/index.ts';
import { facts, line, lineId, order, parcel } from '../../packages/server/src/rights/testing/facts.ts';
import { settle } from '../../packages/server/src/settlement/index.ts';
import {
  connections,
  figureColumns,
  figures,
  hoursAgo,
  nextNumber,
  onBothDatabases,
  placeOrder,
} from './store.mjs';
import { printTable } from './table.mjs';

const amounts = { 3: 1_000, 100: 300 };
const filings = 300;

/** Prints how long rights, quotes and filings take: over HTTP on both databases, and the rules alone. */
export async function benchReturns() {
  printTable(
    `Rights and quotes (${connections} connections at a time, one process)`,
    ['database', 'endpoint', 'lines', ...figureColumns],
    await onBothDatabases({ rows: overHttp }),
  );
  printTable('Rights and sums, the rules alone', ['rule', 'lines', 'p50 ms', 'p99 ms'], rulesAlone());
}

async function overHttp({ url, shop, send }) {
  await send('PUT', '/v1/staff/return-policy', { key: shop.secretKey, json: policy });
  const rows = [];
  for (const lines of [3, 100]) {
    const placed = await place(send, shop, lines);
    const item = ({ lineId: id, shipmentId }) => ({ lineId: id, shipmentId, quantity: 1 });
    const quote = { route: 'return', items: placed.items.map(item), method: null };
    rows.push(['GET return-options', lines, ...(await load(url, placed, 'return-options'))]);
    const whole = { ...quote, method: { id: 'own_carrier' } };
    whole.items = whole.items.map((each) => ({ ...each, reason: 'size.too_small', resolution: 'refund' }));
    for (const [title, body] of Object.entries({
      'POST return-quotes (sums side by side)': quote,
      'POST return-quotes (chosen)': whole,
    })) {
      rows.push([title, lines, ...(await load(url, placed, 'return-quotes', body))]);
    }
  }
  rows.push(['POST returns (file)', 3, ...(await loadFilings(url, send, shop))]);
  return rows;
}

const policy = {
  ...defaultPolicy,
  window: { ...defaultPolicy.window, severalParcels: 'each' },
  resolutions: { ...defaultPolicy.resolutions, storeCredit: { bonusPercent: 1_000 } },
  fees: [{ id: 'handling', kind: 'percent', value: 500 }],
};

/** Puts in an order that came yesterday and opens it. */
async function place(send, shop, count) {
  const lines = Array.from({ length: count }, (_, index) => ({
    externalId: `l${index}`,
    title: `Thing ${index}`,
    quantity: 2,
    unitPrice: { amount: 1_000 + index, currency: 'EUR' },
    discount: { amount: 7 * index, currency: 'EUR' },
  }));
  const input = {
    ...{ number: nextNumber(), placedAt: hoursAgo(96), currency: 'EUR', taxesIncluded: true },
    ...{ lines, destination: { country: 'DE' } },
  };
  const { orderId, token } = await placeOrder(send, shop, input, 24);
  const { items } = await send('GET', `/v1/orders/${orderId}/return-options`, { key: token });
  return { orderId, token, items };
}

async function load(url, { orderId, token, items }, endpoint, body) {
  return figures(
    await autocannon({
      url,
      connections,
      amount: amounts[items.length],
      requests: [
        {
          method: body ? 'POST' : 'GET',
          path: `/v1/orders/${orderId}/${endpoint}`,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body ? { body: JSON.stringify(body) } : {}),
        },
      ],
    }),
  );
}

/** Each filing is of an order of its own, as shoppers file. */
async function loadFilings(url, send, shop) {
  const placed = [];
  for (let number = 0; number < filings; number++) placed.push(await place(send, shop, 3));
  let next = 0;
  return figures(
    await autocannon({
      url,
      connections,
      amount: filings,
      requests: [
        {
          method: 'POST',
          setupRequest: (request) => {
            const { orderId, token, items } = placed[next++ % filings];
            const [{ lineId: id, shipmentId }] = items;
            const item = {
              lineId: id,
              shipmentId,
              quantity: 1,
              reason: 'size.too_small',
              resolution: 'refund',
            };
            return {
              ...request,
              path: `/v1/orders/${orderId}/returns`,
              headers: {
                authorization: `Bearer ${token}`,
                'content-type': 'application/json',
                'idempotency-key': `filing-${next}`,
              },
              body: JSON.stringify({ route: 'return', items: [item], method: { id: 'own_carrier' } }),
            };
          },
        },
      ],
    }),
  );
}

function rulesAlone() {
  return [3, 100].flatMap((count) => {
    const lines = Array.from({ length: count }, (_, index) =>
      line({ quantity: 2, unitPrice: 1_000 + index }, index + 1),
    );
    const sold = order({ lines });
    const asked = (units) => ({
      order: sold,
      policy,
      route: 'return',
      units: units.map(({ id, quantity }) => ({
        lineId: id,
        quantity,
        reason: null,
        resolution: 'refund',
        exchange: null,
      })),
      method: 'own_carrier',
      country: 'DE',
      before: [],
      pick: () => null,
    });
    const known = facts({
      order: sold,
      policy,
      deliveries: [parcel({ items: lines.map((_, index) => ({ lineId: lineId(index + 1), quantity: 2 })) })],
      worth: ({ id }, quantity) => {
        const { settlement } = settle(asked([{ id, quantity }])) ?? {};
        return settlement ? { refund: settlement.refund.amount, cost: 0 } : null;
      },
    });
    const rules = {
      'decideRights, with what each route is worth': () => decideRights(known),
      'settle, everything': () => settle(asked(lines)),
    };
    return Object.entries(rules).map(([name, rule]) => [name, count, ...measured(rule)]);
  });
}

function measured(rule) {
  for (let warm = 0; warm < 300; warm++) rule();
  const times = Array.from({ length: 1_000 }, () => {
    const start = performance.now();
    rule();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 1_000) / 1_000;
  return [at(0.5), at(0.99)];
}
