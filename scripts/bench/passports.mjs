import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { onFolder, onPostgres, postlude, startBackend } from '../../test/support/backend-process.ts';
import { startPostgres } from '../../test/support/postgres-process.ts';
import { printTable, round } from './table.mjs';

const connections = 10;
/** Calls, by the units of the order. */
const amounts = { 3: 1_000, 40: 300 };
const registrations = 300;

/** Prints how long passports and registrations take over HTTP on both databases. */
export async function benchPassports() {
  const folder = await mkdtemp(path.join(tmpdir(), 'postlude-bench-passports-'));
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
      `Passports and registrations (${connections} connections at a time, one process)`,
      ['database', 'endpoint', 'units', 'requests/s', 'p50 ms', 'p99 ms', 'failed'],
      rows,
    );
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function overHttp(settings) {
  const shop = await postlude(settings, 'store', 'create', '--name', 'Bench');
  const backend = await startBackend(settings);
  const send = senderOf(backend.url);
  try {
    const { policy } = await send('GET', '/v1/staff/warranty-policy', { key: shop.secretKey });
    await send('PUT', '/v1/staff/warranty-policy', {
      key: shop.secretKey,
      json: { ...policy, registerOnDelivery: false, plans: [plan] },
    });
    const rows = [];
    for (const units of [3, 40]) {
      const placed = await place(send, shop, units);
      const [first] = placed.passportIds;
      const amount = amounts[units];
      const list = `/v1/orders/${placed.orderId}/passports`;
      rows.push(['GET passports (order)', units, ...(await read(backend.url, placed.token, list, amount))]);
      const one = `/v1/passports/${first}`;
      rows.push(['GET passport (one)', units, ...(await read(backend.url, placed.token, one, amount))]);
    }
    rows.push(['POST registrations (one item)', 3, ...(await register(backend.url, send, shop))]);
    return rows;
  } finally {
    await backend.stop();
  }
}

/** A plan about everything, which registering makes longer. */
const plan = {
  id: 'all',
  name: { en: 'Warranty' },
  match: {},
  months: 36,
  from: 'delivery',
  registrationNeeded: false,
  extraForRegistering: 12,
  registerWithinDays: 60,
  covers: [{ en: 'Defects of material' }],
  excludes: [],
  benefits: [],
  transferable: true,
};

const senderOf =
  (url) =>
  async (method, to, { key, json, from }) => {
    const answer = await fetch(url + to, {
      method,
      headers: {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(from ? { 'x-forwarded-for': from } : {}),
        'content-type': 'application/json',
      },
      body: json === undefined ? undefined : JSON.stringify(json),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${to}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };

let last = 0;

/** Puts in an order of three lines that was delivered yesterday, opens it and has its passports made. */
async function place(send, shop, units) {
  const number = String(++last);
  const key = shop.secretKey;
  const ago = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const lines = [units - 2, 1, 1].map((quantity, index) => ({
    externalId: `l${index}`,
    title: `Thing ${index}`,
    productId: `thing-${index}`,
    quantity,
  }));
  const put = await send('PUT', `/v1/staff/orders/by-external-id/${number}`, {
    key,
    json: { number, placedAt: ago(96), currency: 'EUR', lines, destination: { country: 'DE' } },
  });
  const base = `/v1/staff/orders/${put.order.id}/shipments`;
  const { order: shipped } = await send('PUT', `${base}/by-external-id/p-${number}`, {
    key,
    json: {
      trackingNumber: `T${number}`,
      carrier: 'DHL',
      shippedAt: ago(72),
      items: lines.map(({ externalId, quantity }) => ({ lineExternalId: externalId, quantity })),
    },
  });
  await send('POST', `${base}/${shipped.shipments[0].id}/tracking`, {
    key,
    json: { events: [{ at: ago(24), status: 'delivered' }] },
  });
  const session = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
    json: { by: 'proof', order: number, proof: put.proof },
    from: `10.8.${Math.floor(last / 250)}.${(last % 250) + 1}`,
  });
  const { items } = await send('GET', `/v1/orders/${put.order.id}/passports`, { key: session.token });
  const passportIds = items.map(({ passport }) => passport.id);
  if (passportIds.length !== units) throw new Error(`${passportIds.length} passports of ${units} units`);
  return { orderId: put.order.id, token: session.token, passportIds };
}

const read = async (url, token, to, amount) =>
  figures(
    await autocannon({
      url,
      connections,
      amount,
      requests: [{ method: 'GET', path: to, headers: { authorization: `Bearer ${token}` } }],
    }),
  );

/** Each registration is of an order of its own, as shoppers register. */
async function register(url, send, shop) {
  const placed = [];
  for (let number = 0; number < registrations; number++) placed.push(await place(send, shop, 3));
  let next = 0;
  return figures(
    await autocannon({
      url,
      connections,
      amount: registrations,
      requests: [
        {
          method: 'POST',
          setupRequest: (request) => {
            const { orderId, token, passportIds } = placed[next++ % registrations];
            return {
              ...request,
              path: `/v1/orders/${orderId}/registrations`,
              headers: {
                authorization: `Bearer ${token}`,
                'content-type': 'application/json',
                'idempotency-key': `registration-${next}`,
              },
              body: JSON.stringify({
                items: [{ passportId: passportIds[0] }],
                consents: { safety: true, marketing: false },
              }),
            };
          },
        },
      ],
    }),
  );
}

const figures = ({ requests, duration, latency, non2xx, errors }) => [
  Math.round(requests.total / duration),
  round(latency.p50),
  round(latency.p99),
  non2xx + errors,
];
