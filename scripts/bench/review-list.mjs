import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import autocannon from 'autocannon';
import { onFolder, onPostgres, postlude, startBackend } from '../../test/support/backend-process.ts';
import { startPostgres } from '../../test/support/postgres-process.ts';
import { printTable, round } from './table.mjs';

const amounts = [10_000, 50_000];
const connections = 4;
const calls = 400;

/** Prints how long the first page of the reviews of one product takes, its numbers included, on both databases. */
export async function benchReviewList() {
  const folder = await mkdtemp(path.join(tmpdir(), 'postlude-bench-review-list-'));
  const postgres = await startPostgres();
  try {
    const rows = [];
    const databases = {
      PGlite: onFolder(path.join(folder, 'pglite')),
      PostgreSQL: onPostgres(postgres.url, path.join(folder, 'postgres')),
    };
    for (const [name, settings] of Object.entries(databases))
      for (const row of await measure(settings)) rows.push([name, ...row]);
    printTable(
      `First page of the reviews of one product, with its numbers (${connections} connections at a time)`,
      ['database', 'reviews', 'requests/s', 'p50 ms', 'p99 ms', 'failed'],
      rows,
    );
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(settings) {
  const shops = [];
  for (const amount of amounts)
    shops.push({ amount, ...(await postlude(settings, 'store', 'create', '--name', `Bench ${amount}`)) });
  const backend = await startBackend(settings);
  try {
    const rows = [];
    for (const { amount, secretKey, store } of shops) {
      await importReviews(backend.url, secretKey, amount);
      const url = `${backend.url}/v1/reviews?store=${store.publishableKey}&product=p1`;
      const seen = await (await fetch(url)).json();
      if (seen.summary.count !== amount) throw new Error(`${seen.summary.count} of ${amount} are shown.`);
      const { requests, latency, non2xx, errors } = await autocannon({ url, connections, amount: calls });
      rows.push([amount, round(requests.average), latency.p50, latency.p99, non2xx + errors]);
    }
    return rows;
  } finally {
    await backend.stop();
  }
}

async function importReviews(url, secretKey, amount) {
  const headers = { authorization: `Bearer ${secretKey}` };
  const call = async (method, address, type, body) => {
    const sent = body === undefined ? { headers } : { headers: { ...headers, 'content-type': type }, body };
    const answer = await fetch(`${url}${address}`, { method, ...sent });
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const product = { title: 'Mug', productUrl: 'https://shop.example.com/products/mug', variants: [] };
  await call('PUT', '/v1/staff/products/by-external-id/p1', 'application/json', JSON.stringify(product));
  let report = await call('POST', '/v1/staff/review-imports', 'text/csv', csvOf(amount));
  while (report.state === 'running') {
    await setTimeout(50);
    report = await call('GET', `/v1/staff/review-imports/${report.id}`);
  }
  if (report.state !== 'done' || report.bad > 0)
    throw new Error(`The import went wrong: ${JSON.stringify(report)}`);
}

const csvOf = (count) =>
  [
    'title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location',
    ...Array.from(
      { length: count },
      (_, index) =>
        `Title ${index},"Text ${index}, about what was bought and how it is used.",${(index % 5) + 1},2025-03-${String((index % 28) + 1).padStart(2, '0')} 10:12:00 UTC,email,ok,Person ${index},person-${index}@example.com,p1,mug,,,,,`,
    ),
  ].join('\r\n');
