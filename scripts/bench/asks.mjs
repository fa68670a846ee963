import autocannon from 'autocannon';
import { decideAsks } from '../../packages/server/src/asks/decide.ts';
import { askFacts, hold, lineFacts, onDay, shownOn } from '../../packages/server/src/asks/testing/build.ts';
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

/** Shoppers who look at their pages in turn. */
const shoppers = 10;
/** Calls over HTTP, by the lines of the order. */
const amounts = { 3: 1_000, 40: 300 };

/** Prints how many decisions about asks are made a second, and how long a page waits for what it may show, on both databases. */
export async function benchAsks() {
  printTable(
    'Decisions about asks, without a database (three kinds a line)',
    ['lines', 'earlier asks', 'orders/s', 'decisions/s', 'p99 ms'],
    [decide(1, 0), decide(3, 10), decide(40, 100)],
  );
  printTable(
    `GET ask (${connections} connections at a time, one process)`,
    ['database', 'lines', ...figureColumns],
    await onBothDatabases({ rows: overHttp }),
  );
}

/** Orders whose lines were sent in two parcels, every third of them with a return that was closed. */
function decide(count, earlier) {
  const lines = Array.from({ length: count }, (_, index) =>
    lineFacts(
      { id: `lin_${index}`, holds: index % 3 === 2 ? [hold(5, 9)] : [] },
      { position: index, productId: `p${index}` },
    ),
  );
  const asked = Array.from({ length: earlier }, (_, index) =>
    shownOn(index % 10, { orderId: `ord_${index + 2}`, lineId: `lin_${index}`, isOpen: false }),
  );
  const facts = askFacts(lines, { day: 20, asked });
  const moments = Array.from({ length: 400 }, (_, index) => onDay(index));
  const times = [];
  let decisions = 0;
  const started = performance.now();
  while (performance.now() - started < 2_000) {
    const before = performance.now();
    decisions += decideAsks({ ...facts, now: moments[times.length % moments.length] }).length;
    times.push(performance.now() - before);
  }
  const seconds = (performance.now() - started) / 1_000;
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  return [
    count,
    earlier,
    Math.round(times.length / seconds),
    Math.round(decisions / seconds),
    p99.toFixed(3),
  ];
}

async function overHttp({ url, shop, send }) {
  const rows = [];
  for (const [lines, amount] of Object.entries(amounts)) {
    const placed = [];
    while (placed.length < shoppers) placed.push(await place(send, shop, Number(lines)));
    const result = await autocannon({
      url,
      connections,
      amount,
      requests: placed.map(({ orderId, token }) => ({
        method: 'GET',
        path: `/v1/orders/${orderId}/ask`,
        headers: { authorization: `Bearer ${token}` },
      })),
    });
    rows.push([lines, ...figures(result)]);
  }
  return rows;
}

/** Puts in an order that was delivered three weeks ago, so that its review is due, and opens it. */
async function place(send, shop, count) {
  const number = nextNumber();
  const lines = Array.from({ length: count }, (_, index) => ({
    externalId: `l${index}`,
    title: `Thing ${index}`,
    productId: `thing-${number}-${index}`,
    quantity: 1,
  }));
  const input = {
    ...{ number, placedAt: hoursAgo(25 * 24), currency: 'EUR', lines },
    email: `mia-${number}@example.com`,
  };
  const { orderId, token } = await placeOrder(send, shop, input, 21 * 24);
  // As every page after the first: what is to be kept is kept.
  const { offer } = await send('GET', `/v1/orders/${orderId}/ask`, { key: token });
  if (offer?.asks.length !== count)
    throw new Error(`${offer?.asks.length} of ${count} items are asked about`);
  return { orderId, token };
}
