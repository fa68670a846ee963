import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onFolder, onPostgres, postlude, startBackend } from '../../test/support/backend-process.ts';
import { startPostgres } from '../../test/support/postgres-process.ts';
import { round } from './table.mjs';

/** How many calls are made at a time. */
export const connections = 10;

/**
 * Measures on both databases, each with a new store behind one process. `measure` is given the backend's address, the store's
 * keys and a function that calls it; each row it answers with begins with the database's name.
 */
export async function onBothDatabases(measure) {
  const folder = await mkdtemp(path.join(tmpdir(), 'postlude-bench-'));
  const postgres = await startPostgres();
  try {
    const databases = {
      PGlite: onFolder(path.join(folder, 'pglite')),
      PostgreSQL: onPostgres(postgres.url, path.join(folder, 'postgres')),
    };
    const rows = [];
    for (const [name, folders] of Object.entries(databases)) {
      // Shoppers come from addresses of their own, as through a proxy in life.
      const settings = { ...folders, TRUST_PROXY: '1' };
      const shop = await postlude(settings, 'store', 'create', '--name', 'Bench');
      const more = (...words) => postlude(settings, ...words);
      const measured = await withBackend(settings, shop, measure, more);
      for (const row of measured) rows.push([name, ...row]);
    }
    return rows;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function withBackend(settings, shop, { prepare, rows }, more) {
  // The command has the data folder only while no backend has it.
  const prepared = await prepare?.(more);
  const backend = await startBackend(settings);
  try {
    return await rows({ url: backend.url, shop, send: senderOf(backend.url), prepared });
  } finally {
    await backend.stop();
  }
}

/** Calls a backend. `key` is a token or a secret key, `from` the address a shopper comes from, `text` a body that is no JSON. */
const senderOf =
  (url) =>
  async (method, to, { key, json, text, from } = {}) => {
    const answer = await fetch(url + to, {
      method,
      headers: {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(from ? { 'x-forwarded-for': from } : {}),
        'content-type': text === undefined ? 'application/json' : 'text/csv',
      },
      body: text ?? (json === undefined ? undefined : JSON.stringify(json)),
    });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${to}: ${answer.status} ${said}`);
    return JSON.parse(said);
  };

let last = 0;

/** A number no order of this run has. */
export const nextNumber = () => String(++last);

/** A moment so many hours ago. */
export const hoursAgo = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Puts in an order, and its parcel where it says when that was delivered, and opens it as a shopper. */
export async function placeOrder(send, shop, input, deliveredHoursAgo) {
  const { number, lines } = input;
  const key = shop.secretKey;
  const put = await send('PUT', `/v1/staff/orders/by-external-id/${number}`, { key, json: input });
  if (deliveredHoursAgo !== undefined) {
    const base = `/v1/staff/orders/${put.order.id}/shipments`;
    const { order } = await send('PUT', `${base}/by-external-id/p-${number}`, {
      key,
      json: {
        trackingNumber: `T${number}`,
        carrier: 'DHL',
        shippedAt: hoursAgo(deliveredHoursAgo + 48),
        items: lines.map(({ externalId, quantity }) => ({ lineExternalId: externalId, quantity })),
      },
    });
    await send('POST', `${base}/${order.shipments[0].id}/tracking`, {
      key,
      json: { events: [{ at: hoursAgo(deliveredHoursAgo), status: 'delivered' }] },
    });
  }
  const { token } = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
    json: { by: 'proof', order: number, proof: put.proof },
    from: `10.8.${Math.floor(last / 250)}.${(last % 250) + 1}`,
  });
  return { orderId: put.order.id, token };
}

/** What a run of requests is told as: requests a second, the middle and the slowest hundredth, and how many failed. */
export const figures = ({ requests, duration, latency, non2xx, errors }) => [
  Math.round(requests.total / duration),
  round(latency.p50),
  round(latency.p99),
  non2xx + errors,
];

/** The columns of `figures`. */
export const figureColumns = ['requests/s', 'p50 ms', 'p99 ms', 'failed'];
