import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { decideAsks } from '../../packages/server/src/asks/decide.ts';
import { askFacts, hold, lineFacts, onDay, shownOn } from '../../packages/server/src/asks/testing/build.ts';
import { onFolder, onPostgres, postlude, startBackend } from '../../test/support/backend-process.ts';
import { startPostgres } from '../../test/support/postgres-process.ts';
import { printTable, round } from './table.mjs';

const connections = 10;
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
  const folder = await mkdtemp(path.join(tmpdir(), 'postlude-bench-asks-'));
  const postgres = await startPostgres();
  try {
    const rows = [];
    const databases = {
      PGlite: onFolder(path.join(folder, 'pglite')),
      PostgreSQL: onPostgres(postgres.url, path.join(folder, 'postgres')),
    };
    for (const [name, settings] of Object.entries(databases)) {
      for (const row of await overHttp({ ...settings, TRUST_PROXY: '1' })) rows.push([name, ...row]);
    }
    printTable(
      `GET ask (${connections} connections at a time, one process)`,
      ['database', 'lines', 'requests/s', 'p50 ms', 'p99 ms', 'failed'],
      rows,
    );
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
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

async function overHttp(settings) {
  const shop = await postlude(settings, 'store', 'create', '--name', 'Bench');
  const backend = await startBackend(settings);
  try {
    const rows = [];
    for (const [lines, amount] of Object.entries(amounts)) {
      const placed = [];
      while (placed.length < shoppers) placed.push(await place(backend.url, shop, Number(lines)));
      const result = await autocannon({
        url: backend.url,
        connections,
        amount,
        requests: placed.map(({ orderId, token }) => ({
          method: 'GET',
          path: `/v1/orders/${orderId}/ask`,
          headers: { authorization: `Bearer ${token}` },
        })),
      });
      rows.push([
        lines,
        round(result.requests.average),
        round(result.latency.p50),
        round(result.latency.p99),
        result.non2xx + result.errors,
      ]);
    }
    return rows;
  } finally {
    await backend.stop();
  }
}

let last = 0;

/** Puts in an order that was delivered three weeks ago, so that its review is due, and opens it. */
async function place(url, shop, count) {
  const send = async (method, to, key, json) => {
    const answer = await fetch(url + to, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.9.0.${last}`,
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify(json),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${to}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
  const number = String(++last);
  const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString();
  const lines = Array.from({ length: count }, (_, index) => ({
    externalId: `l${index}`,
    title: `Thing ${index}`,
    productId: `thing-${number}-${index}`,
    quantity: 1,
  }));
  const put = await send('PUT', `/v1/staff/orders/by-external-id/${number}`, shop.secretKey, {
    number,
    placedAt: ago(25),
    currency: 'EUR',
    email: `mia-${number}@example.com`,
    lines,
  });
  const base = `/v1/staff/orders/${put.order.id}/shipments`;
  const { order } = await send('PUT', `${base}/by-external-id/p-${number}`, shop.secretKey, {
    trackingNumber: `T${number}`,
    carrier: 'DHL',
    shippedAt: ago(24),
    items: lines.map(({ externalId, quantity }) => ({ lineExternalId: externalId, quantity })),
  });
  await send('POST', `${base}/${order.shipments[0].id}/tracking`, shop.secretKey, {
    events: [{ at: ago(21), status: 'delivered' }],
  });
  const { token } = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, null, {
    by: 'proof',
    order: number,
    proof: put.proof,
  });
  // As every page after the first: what is to be kept is kept.
  const answer = await fetch(`${url}/v1/orders/${put.order.id}/ask`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { offer } = await answer.json();
  if (offer?.asks.length !== count)
    throw new Error(`${offer?.asks.length} of ${count} items are asked about`);
  return { orderId: put.order.id, token };
}
