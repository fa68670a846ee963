import { isProblem } from '@postlude/client';
import { expect, it } from 'vitest';
import { newWebhook } from '../packages/server/src/testing/api.ts';
import { describeOnBothDatabases } from '../packages/server/src/testing/backend.ts';
import {
  baseUrl,
  clientsOf,
  type Fetch,
  failureOf,
  fetchOf,
  orderInput,
  placed,
  scan,
} from './support/clients.ts';

describeOnBothDatabases('the staff client against the backend', (open) => {
  it('tells which fields to correct', async () => {
    const { context, newStore } = await open();
    const { staff } = clientsOf(context, await newStore());
    const wrong = orderInput({
      currency: 'euro',
      lines: [{ externalId: 'l1', title: 'Teapot', quantity: -1 }],
    });
    const error = await failureOf(staff.orders.put('a', wrong));
    expect(isProblem(error, 'invalid_input') && Object.keys(error.fields).sort()).toEqual([
      'currency',
      'lines.0.quantity',
    ]);
  });

  it('adds news once though the answer to the first try was lost', async () => {
    const { context, newStore } = await open();
    const direct = fetchOf(context);
    let lost = 0;
    const lossy: Fetch = async (input, init) => {
      const request = new Request(input, init);
      const isWrite = request.method === 'POST' && request.url.endsWith('/tracking');
      const answer = await direct(request);
      if (!isWrite || lost > 0) return answer;
      lost++;
      throw new TypeError('the connection broke after the server had done its work');
    };
    const { staff } = clientsOf(context, await newStore(), { fetch: lossy });
    const address = await placed(staff);
    const after = await staff.shipments.addTracking(address, scan('in_transit', '2026-11-23T08:00:00Z'));
    expect(lost).toBe(1);
    expect(after.order.shipments[0]?.events).toHaveLength(1);
    expect((await staff.shipments.events(address).list()).items).toHaveLength(1);
  });

  it('refuses another input under a key that was used', async () => {
    const { context, newStore } = await open();
    const { staff } = clientsOf(context, await newStore());
    const address = await placed(staff);
    const options = { idempotencyKey: 'scan-1' };
    const news = scan('in_transit', '2026-11-23T08:00:00Z');
    const first = await staff.shipments.addTracking(address, news, options);
    await expect(staff.shipments.addTracking(address, news, options)).resolves.toEqual(first);
    const other = scan('in_transit', '2026-11-23T09:00:00Z');
    const error = await failureOf(staff.shipments.addTracking(address, other, options));
    expect(isProblem(error, 'idempotency_conflict')).toBe(true);
  });

  it('walks over every order, finds one, and reads it as staff see it', async () => {
    const { context, newStore } = await open();
    const { staff } = clientsOf(context, await newStore());
    const numbers = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'];
    for (const [index, number] of numbers.entries()) {
      const placedAt = `2026-11-2${index}T10:00:00Z`;
      await staff.orders.put(number, orderInput({ number, placedAt, email: `${number}@example.com` }));
    }
    const seen: string[] = [];
    for await (const order of staff.orders.each({ limit: 2 })) seen.push(order.number);
    expect(seen).toEqual(numbers.toReversed());
    const { items } = await staff.orders.list({ q: 'a-3@example.com' });
    expect(items.map((item) => item.number)).toEqual(['A-3']);
    const read = await staff.orders.get(items[0]?.id ?? '');
    expect(read.summary).toMatchObject({ externalId: 'A-3', email: 'A-3@example.com' });
    expect(isProblem(await failureOf(staff.orders.get(`ord_${'0'.repeat(32)}`)), 'not_found')).toBe(true);
  });

  it('changes the settings it names and leaves the others', async () => {
    const { context, newStore } = await open();
    const { staff } = clientsOf(context, await newStore());
    const before = await staff.store.get();
    const after = await staff.store.update({ stalledAfterDays: 3 });
    expect(after).toEqual({ ...before, stalledAfterDays: 3 });
  });

  it('lists what came in and what no mapping knows, and replays a message', async () => {
    const { context, newStore } = await open();
    const shop = await newStore();
    const { staff } = clientsOf(context, shop);
    const webhook = await newWebhook(context, shop.store.id, 'easypost');
    const body = JSON.stringify({
      id: 'evt_1',
      object: 'Event',
      description: 'tracker.updated',
      result: {
        object: 'Tracker',
        id: 'trk_1',
        tracking_code: 'EZ1000000001',
        status: 'teleported',
        status_detail: 'beyond_the_stars',
        carrier: 'USPS',
        updated_at: '2026-11-23T10:00:00Z',
        tracking_details: [],
      },
    });
    const headers = { 'content-type': 'application/json', ...webhook.sign(body) };
    const taken = await fetchOf(context)(`${baseUrl}${webhook.path}`, { method: 'POST', headers, body });
    expect(taken.status).toBe(200);

    const { items } = await staff.messages.list({ provider: 'easypost' });
    expect(items).toMatchObject([{ provider: 'easypost', state: 'applied' }]);
    await expect(staff.messages.replay(items[0]?.id ?? '')).resolves.toMatchObject({ state: 'applied' });
    const unknown = await staff.unknownStatuses.list();
    expect(unknown.items).toMatchObject([
      { provider: 'easypost', raw: expect.stringContaining('teleported') },
    ]);
  });
});
