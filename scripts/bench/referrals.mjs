import { createHmac } from 'node:crypto';
import { connections, hoursAgo, nextNumber, onBothDatabases, placeOrder } from './store.mjs';
import { printTable, round } from './table.mjs';

/** Friends that claim and buy. */
const friends = 300;
/** Advocates share the friends between them. */
const advocates = 20;
const secret = 'bench';

const twenty = { kind: 'amount', amount: { amount: 2_000, currency: 'EUR' }, by: 'pool' };
const programme = {
  ...{ name: 'Bench', startsAt: null, endsAt: null, paused: false, advocate: twenty, friend: twenty },
  ...{ minimumOrder: [], firstOrderOnly: true, hold: { until: 'days', days: 0 }, attributionDays: 30 },
  caps: { perAdvocate: null, perMonth: null, programme: null },
  takePart: { from: 'order', orders: 1 },
  ...{ countries: [], currencies: [], friendEmail: true, landingUrl: 'https://bench.example/friends' },
  message: null,
  fraud: {
    ...{ passBelow: 100, refuseFrom: 101, reviewDays: 7, afterReview: 'approve' },
    ...{ advocatePerDay: 10_000, networkPerDay: 10_000, visitsPerHour: 100_000 },
  },
};

/** Prints how many claims and conversions a second one process takes on both databases, and checks the ledger afterwards. */
export async function benchReferrals() {
  printTable(
    `Referrals: ${friends} friends of ${advocates} advocates, ${connections} at a time, one process`,
    ['database', 'claims/s', 'p99 ms', 'conversions/s', 'p99 ms', 'qualified', 'ledger'],
    await onBothDatabases({
      prepare: (postlude) => postlude('webhook', 'add', 'shopify', '--secret', secret),
      rows: async (at) => [await measured(at)],
    }),
  );
}

async function measured({ url, shop, send, prepared: webhook }) {
  const key = shop.secretKey;
  const staff = (method, to, json) => send(method, to, { key, json });
  const { id } = await staff('POST', '/v1/staff/referral-programmes', programme);
  for (const side of ['friend', 'advocate']) await fillPool(send, key, id, side);
  const codes = [];
  while (codes.length < advocates) codes.push(await advocate(send, shop, id));

  const claimed = [];
  const claims = await inTurn(async (index) => {
    const email = `friend-${index}@example.net`;
    const { reward } = await send('POST', `/v1/referral-claims?store=${shop.store.publishableKey}`, {
      json: { code: codes[index % advocates], email },
      // Every friend from a network of their own, as in life.
      from: `10.${100 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`,
    });
    claimed[index] = { email, code: reward.code };
  });
  const hook = `${url}/v1/webhooks/shopify/${webhook.id}`;
  const orders = await inTurn((index) => buy(hook, index, claimed[index]));
  const started = performance.now();
  const qualified = await settled(staff);
  const seconds = orders.seconds + (performance.now() - started) / 1_000;
  return [
    round(friends / claims.seconds),
    round(claims.p99),
    round(friends / seconds),
    round(orders.p99),
    qualified,
    (await ledgerAgrees(staff)) ? 'agrees' : 'DISAGREES',
  ];
}

async function fillPool(send, key, programmeId, side) {
  const codes = Array.from({ length: friends }, (_, index) => `${side.toUpperCase()}-${index}`);
  let report = await send('POST', `/v1/staff/code-imports?programme=${programmeId}&side=${side}`, {
    key,
    text: ['code', ...codes].join('\n'),
  });
  while (report.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 100));
    report = await send('GET', `/v1/staff/code-imports/${report.id}`, { key });
  }
  if (report.added !== friends) throw new Error(`${report.added} of ${friends} codes were taken`);
}

/** Puts in an order, takes part with it, and answers with the code. */
async function advocate(send, shop, programmeId) {
  const number = nextNumber();
  const input = {
    ...{ number, placedAt: hoursAgo(40 * 24), currency: 'EUR' },
    email: `advocate-${number}@example.com`,
    lines: [{ externalId: 'l', title: 'Thing', quantity: 1 }],
  };
  const { orderId, token } = await placeOrder(send, shop, input);
  const { invitation } = await send('PUT', `/v1/orders/${orderId}/referral`, {
    key: token,
    json: { programmeId, name: `Ada ${number}` },
  });
  return invitation.code;
}

/** The friend's order, as Shopify tells of it. */
async function buy(url, index, { email, code }) {
  const now = new Date().toISOString();
  const body = JSON.stringify({
    id: 5_000_000_000_000 + index,
    name: `#F${index}`,
    ...{ created_at: now, processed_at: now, updated_at: now, currency: 'EUR' },
    ...{ financial_status: 'paid', total_price: '109.00', total_discounts: '20.00', email },
    discount_codes: [{ code, amount: '20.00', type: 'fixed_amount' }],
    shipping_address: {
      name: `Friend ${index}`,
      ...{ address1: `Street ${index}`, city: 'Lübeck', zip: String(10_000 + index), country_code: 'DE' },
    },
    line_items: [
      {
        id: 9_000_000_000_000 + index,
        title: 'Lantern',
        quantity: 1,
        price: '129.00',
        requires_shipping: true,
      },
    ],
    ...{ fulfillments: [], refunds: [] },
  });
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-webhook-id': `friend-${index}`,
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    },
    body,
  });
  if (!answer.ok) throw new Error(`The order was refused: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** Does something often, some at a time. */
async function inTurn(act) {
  const times = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < friends) {
        const index = next++;
        const before = performance.now();
        await act(index);
        times.push(performance.now() - before);
      }
    }),
  );
  times.sort((a, b) => a - b);
  return { seconds: (performance.now() - started) / 1_000, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Waits until every order has counted; how many did. */
async function settled(staff) {
  const deadline = Date.now() + 180_000;
  for (;;) {
    const { total } = await staff('GET', '/v1/staff/referral-figures');
    if (total.qualified >= friends || Date.now() > deadline) return total.qualified;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Adds the ledger up by itself, and compares. */
async function ledgerAgrees(staff) {
  const last = new Map();
  let cursor = null;
  do {
    const page = await staff(
      'GET',
      `/v1/staff/reward-ledger?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    // Newest first: the first entry of a reward is how it stands.
    for (const entry of page.items) if (!last.has(entry.rewardId)) last.set(entry.rewardId, entry);
    cursor = page.next;
  } while (cursor !== null);
  const sums = {};
  for (const { side, state, worth } of last.values()) {
    const key = `${side} ${worth?.currency ?? null} ${state}`;
    sums[key] ??= { rewards: 0, worth: 0 };
    sums[key].rewards += 1;
    sums[key].worth += worth?.amount ?? 0;
  }
  const { rewards } = await staff('GET', '/v1/staff/referral-figures');
  const told = rewards.flatMap(({ side, currency, standing }) =>
    Object.entries(standing)
      .filter(([, sum]) => sum.rewards > 0)
      .map(([state, sum]) => [`${side} ${currency} ${state}`, sum]),
  );
  const sorted = (entries) => JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(told) === sorted(Object.entries(sums));
}
