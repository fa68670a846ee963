import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { onFolder, onPostgres, startBackend } from '../../test/support/backend-process.ts';
import { startPostgres } from '../../test/support/postgres-process.ts';
import { shopifyOrder } from '../../test/support/shop-messages.ts';
import { makeShop, openSession, sendOrder, webhookSecret } from './shop.mjs';
import { printTable, round } from './table.mjs';

const connections = 10;
const amount = 3_000;

/** Prints requests per second, waiting times and memory of the backend on both databases. */
export async function benchLoad() {
  const folder = await mkdtemp(path.join(tmpdir(), 'postlude-bench-'));
  const postgres = await startPostgres();
  try {
    const rows = [];
    const memory = [];
    const databases = {
      PGlite: onFolder(path.join(folder, 'pglite')),
      PostgreSQL: onPostgres(postgres.url, path.join(folder, 'postgres')),
    };
    for (const [name, settings] of Object.entries(databases)) {
      const shop = await makeShop({ ...settings, TRUST_PROXY: '1' });
      const backend = await startBackend({ ...settings, TRUST_PROXY: '1' });
      try {
        for (let number = 1; number <= 200; number++) await sendOrder(backend.url, shop, number);
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        memory.push([name, 'idle', await megabytes(backend.pid)]);
        let most = 0;
        const watch = setInterval(async () => {
          most = Math.max(most, await megabytes(backend.pid));
        }, 200);
        for (const [endpoint, options] of Object.entries(await loads(backend.url, shop))) {
          const result = await autocannon({ url: backend.url, connections, amount, ...options });
          rows.push([
            name,
            endpoint,
            Math.round(result.requests.total / result.duration),
            round(result.latency.p50),
            round(result.latency.p99),
            result.non2xx - (result['3xx'] ?? 0) + result.errors,
          ]);
        }
        clearInterval(watch);
        memory.push([name, 'most under load', most]);
      } finally {
        await backend.stop();
      }
    }
    printTable(
      `Load (${amount} requests, ${connections} connections at a time, one process)`,
      ['database', 'endpoint', 'requests/s', 'p50 ms', 'p99 ms', 'failed'],
      rows,
    );
    printTable('Memory of the backend', ['database', 'when', 'resident MB'], memory);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function loads(url, shop) {
  const { token, order } = await openSession(url, shop, 1);
  const read = { path: `/v1/orders/${order.id}`, headers: { authorization: `Bearer ${token}` } };
  const fresh = await fetch(url + read.path, { headers: read.headers });
  const session = {
    method: 'POST',
    path: `/v1/sessions?store=${shop.store}`,
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ by: 'proof', order: '7', proof: shop.proof(7) }),
  };
  let address = 0;
  let number = 1_000;
  return {
    'GET order (200)': { requests: [{ ...read, method: 'GET' }] },
    'GET order (304)': {
      requests: [
        {
          ...read,
          method: 'GET',
          headers: { ...read.headers, 'if-none-match': fresh.headers.get('etag') ?? '' },
        },
      ],
    },
    'POST session by proof': {
      requests: [
        {
          ...session,
          // As many shoppers, so that the limit of one address is not what is measured.
          setupRequest: (request) => {
            address = (address + 1) % 60_000;
            const from = `10.9.${Math.floor(address / 250)}.${(address % 250) + 1}`;
            return { ...request, headers: { ...request.headers, 'x-forwarded-for': from } };
          },
        },
      ],
    },
    'POST webhook (order with parcel)': {
      requests: [
        {
          method: 'POST',
          path: shop.webhookPath,
          setupRequest: (request) => {
            const message = shopifyOrder(webhookSecret, number++);
            return { ...request, headers: message.headers, body: message.body };
          },
        },
      ],
    },
    'GET postlude.js': { requests: [{ method: 'GET', path: '/postlude.js' }] },
  };
}

async function megabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(status.match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024);
}
