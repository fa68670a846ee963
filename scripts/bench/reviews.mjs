import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onFolder, onPostgres, postlude, startBackend } from '../../test/support/backend-process.ts';
import { startPostgres } from '../../test/support/postgres-process.ts';
import { printTable, round } from './table.mjs';

const rows = 50_000;
const inFeed = 10_000;
const products = 200;

/**
 * Prints how long an import of 50,000 reviews, their export and a feed of 10,000 take over HTTP on both databases, how much memory the
 * process has then, and how long another request waits at most while the feed is read.
 */
export async function benchReviews() {
  const folder = await mkdtemp(path.join(tmpdir(), 'postlude-bench-reviews-'));
  const postgres = await startPostgres();
  try {
    const table = [];
    const databases = {
      PGlite: (name) => onFolder(path.join(folder, name)),
      PostgreSQL: (name) => onPostgres(postgres.url, path.join(folder, name)),
    };
    for (const [name, settings] of Object.entries(databases))
      table.push(...(await measure(name, settings(name))));
    printTable(
      `Import of ${rows.toLocaleString('en')} reviews, export of all, feed of ${inFeed.toLocaleString('en')}`,
      ['database', 'what', 'seconds', 'rows/s', 'MB of file', 'MB of process', 'longest wait beside (ms)'],
      table,
    );
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(database, settings) {
  const [large, small] = [
    await postlude(settings, 'store', 'create', '--name', 'Bench'),
    await postlude(settings, 'store', 'create', '--name', 'Bench of the feed'),
  ];
  const backend = await startBackend(settings);
  const call = async (shop, method, address, body, type) => {
    const headers = { authorization: `Bearer ${shop.secretKey}`, ...(body ? { 'content-type': type } : {}) };
    const answer = await fetch(`${backend.url}${address}`, { method, headers, body });
    if (!answer.ok)
      throw new Error(`${method} ${address} was refused: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const importAll = async (shop, file) => {
    let report = await (await call(shop, 'POST', '/v1/staff/review-imports', file, 'text/csv')).json();
    while (report.state === 'running') {
      await setTimeout(50);
      report = await (await call(shop, 'GET', `/v1/staff/review-imports/${report.id}`)).json();
    }
    if (report.state !== 'done' || report.bad > 0)
      throw new Error(`The import went wrong: ${JSON.stringify(report)}`);
    return report;
  };
  const fill = async (shop) => {
    for (let index = 0; index < products; index++) {
      const product = {
        title: `Mug ${index}`,
        productUrl: `https://shop.example.com/products/mug-${index}`,
        variants: [],
      };
      await call(
        shop,
        'PUT',
        `/v1/staff/products/by-external-id/${index}`,
        JSON.stringify(product),
        'application/json',
      );
    }
  };
  const line = async (what, count, work) => {
    const watch = watchWaits(`${backend.url}/health`);
    const started = performance.now();
    const bytes = await work();
    const seconds = (performance.now() - started) / 1000;
    const wait = await watch.stop();
    const megabytes = round(bytes / 1024 / 1024);
    return [
      database,
      what,
      round(seconds),
      Math.round(count / seconds),
      megabytes,
      await residentMegabytes(backend.pid),
      wait,
    ];
  };
  try {
    await fill(large);
    await fill(small);
    await importAll(small, csvOf(inFeed));
    const file = csvOf(rows);
    const sizeOf = async (answer) => (await answer.arrayBuffer()).byteLength;
    return [
      await line('import', rows, async () => (await importAll(large, file)) && file.length),
      await line('the same again', rows, async () => (await importAll(large, file)) && file.length),
      await line('export', rows, async () =>
        sizeOf(await call(large, 'GET', '/v1/staff/review-exports?format=judgeme')),
      ),
      await line('feed', inFeed, async () => {
        const answer = await fetch(
          `${backend.url}/feeds/${small.store.publishableKey}/google-product-reviews.xml`,
        );
        if (!answer.ok) throw new Error(`The feed was refused: ${answer.status}`);
        return sizeOf(answer);
      }),
    ];
  } finally {
    await backend.stop();
  }
}

/** Asks for something small again and again, and knows the longest it had to wait. */
function watchWaits(url) {
  let longest = 0;
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      const started = performance.now();
      await (await fetch(url)).text();
      longest = Math.max(longest, performance.now() - started);
      await setTimeout(5);
    }
  })();
  return {
    async stop() {
      isDone = true;
      await watching;
      return Math.round(longest);
    },
  };
}

const csvOf = (count) =>
  [
    'title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location',
    ...Array.from(
      { length: count },
      (_, index) =>
        `Title ${index},"Text ${index}, which says ""something"" about what was bought, how it is used and whether it was worth its price.",${(index % 5) + 1},2025-03-${String((index % 28) + 1).padStart(2, '0')} 10:12:00 UTC,email,ok,Person ${index},person-${index}@example.com,${index % products},mug-${index % products},,,,,`,
    ),
  ].join('\r\n');

/** What a process has in memory, where the system says it. */
async function residentMegabytes(pid) {
  if (pid === undefined) return '?';
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? '?' : Math.round(Number(kilobytes) / 1024);
}
