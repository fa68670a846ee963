import autocannon from 'autocannon';
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

/** Calls, by the units of the order. */
const amounts = { 3: 1_000, 40: 300 };
const registrations = 300;

/** Prints how long passports and registrations take over HTTP on both databases. */
export async function benchPassports() {
  printTable(
    `Passports and registrations (${connections} connections at a time, one process)`,
    ['database', 'endpoint', 'units', ...figureColumns],
    await onBothDatabases({ rows: overHttp }),
  );
}

async function overHttp({ url, shop, send }) {
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
    rows.push(['GET passports (order)', units, ...(await read(url, placed.token, list, amount))]);
    const one = `/v1/passports/${first}`;
    rows.push(['GET passport (one)', units, ...(await read(url, placed.token, one, amount))]);
  }
  rows.push(['POST registrations (one item)', 3, ...(await register(url, send, shop))]);
  return rows;
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

/** Puts in an order of three lines that was delivered yesterday, opens it and has its passports made. */
async function place(send, shop, units) {
  const lines = [units - 2, 1, 1].map((quantity, index) => ({
    externalId: `l${index}`,
    title: `Thing ${index}`,
    productId: `thing-${index}`,
    quantity,
  }));
  const input = {
    ...{ number: nextNumber(), placedAt: hoursAgo(96), currency: 'EUR', lines },
    destination: { country: 'DE' },
  };
  const { orderId, token } = await placeOrder(send, shop, input, 24);
  const { items } = await send('GET', `/v1/orders/${orderId}/passports`, { key: token });
  const passportIds = items.map(({ passport }) => passport.id);
  if (passportIds.length !== units) throw new Error(`${passportIds.length} passports of ${units} units`);
  return { orderId, token, passportIds };
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
