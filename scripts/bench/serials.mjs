import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onFolder, onPostgres, postlude, startBackend } from '../../test/support/backend-process.ts';
import { startPostgres } from '../../test/support/postgres-process.ts';
import { printTable, round } from './table.mjs';

const rows = 100_000;

/** Prints how long a list of 100,000 serial numbers takes over HTTP on both databases, and how much memory the process has then. */
export async function benchSerials() {
  const folder = await mkdtemp(path.join(tmpdir(), 'postlude-bench-serials-'));
  const postgres = await startPostgres();
  try {
    const table = [];
    const databases = {
      PGlite: onFolder(path.join(folder, 'pglite')),
      PostgreSQL: onPostgres(postgres.url, path.join(folder, 'postgres')),
    };
    for (const [name, settings] of Object.entries(databases))
      table.push(...(await importTwice(name, settings)));
    printTable(
      `Import of ${rows.toLocaleString('en')} serials`,
      ['database', 'list', 'seconds', 'rows/s', 'added', 'known', 'bad', 'MB'],
      table,
    );
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function importTwice(database, settings) {
  const shop = await postlude(settings, 'store', 'create', '--name', 'Bench');
  const backend = await startBackend(settings);
  const headers = { authorization: `Bearer ${shop.secretKey}` };
  const measured = async (list) => {
    const started = performance.now();
    const answer = await fetch(`${backend.url}/v1/staff/serial-imports`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: csv,
    });
    if (!answer.ok) throw new Error(`The list was refused: ${answer.status} ${await answer.text()}`);
    let report = await answer.json();
    while (report.state === 'running') {
      await setTimeout(50);
      report = await (await fetch(`${backend.url}/v1/staff/serial-imports/${report.id}`, { headers })).json();
    }
    const seconds = (performance.now() - started) / 1000;
    const { added, known, bad } = report;
    const memory = await residentMegabytes(backend.pid);
    return [database, list, round(seconds), Math.round(rows / seconds), added, known, bad, memory];
  };
  try {
    return [await measured('new'), await measured('the same again')];
  } finally {
    await backend.stop();
  }
}

const csv = [
  'serial,product_id,batch',
  ...Array.from(
    { length: rows },
    (_, index) => `SN-${String(index).padStart(8, '0')}-AB,product-${index % 7},batch-${index % 50}`,
  ),
].join('\n');

/** What a process has in memory, where the system says it. */
async function residentMegabytes(pid) {
  if (pid === undefined) return '?';
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? '?' : Math.round(Number(kilobytes) / 1024);
}
