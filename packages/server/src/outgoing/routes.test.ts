import {
  OutgoingDelivery,
  OutgoingDeliveryDetail,
  OutgoingEvent,
  type OutgoingEventType,
  OutgoingWebhook,
  OutgoingWebhookWithSecret,
} from '@postlude/contract';
import { afterEach, expect, it } from 'vitest';
import { enqueueEvent } from '../outbox/enqueue.ts';
import { createSender } from '../outbox/sender.ts';
import { type Receiver, startReceiver, status } from '../outbox/testing/receiver.ts';
import { apiOf, expectExactly } from '../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';

const receivers: Receiver[] = [];
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});

const base = '/v1/staff/outgoing';

async function openShop({ context, newStore }: TestBackend) {
  const shop = await newStore();
  const api = apiOf(context);
  const receiver = await startReceiver();
  receivers.push(receiver);
  const ask = (method: string, path: string, json?: unknown, headers = {}) =>
    api(method, `${base}${path}`, { key: shop.secretKey, headers, ...(json === undefined ? {} : { json }) });
  return {
    ask,
    receiver,
    storeId: shop.store.id,
    add: async (more: object = {}) => (await ask('POST', '/webhooks', { url: receiver.url, ...more })).json,
    enqueue: (type: OutgoingEventType = 'return.requested', data: Record<string, unknown> = {}) =>
      context.db.withStore(shop.store.id, (tx) =>
        enqueueEvent(tx, shop.store.id, { type, data }, context.clock.now()),
      ),
    send: () => createSender(context).sendDue(),
  };
}

describeOnBothDatabases('staff API of what goes out', (open) => {
  it('adds an endpoint and tells its secret once', async () => {
    const shop = await openShop(await open());
    const answer = await shop.ask('POST', '/webhooks', {
      url: shop.receiver.url,
      events: ['return.refunded'],
    });
    expect(answer.status).toBe(201);
    expectExactly(OutgoingWebhookWithSecret, answer.json);
    expect(answer.json.secret).toMatch(/^whsec_/);
    expect(answer.json.webhook).toMatchObject({ events: ['return.refunded'], enabled: true });
    const list = await shop.ask('GET', '/webhooks');
    expect(list.json.items).toEqual([answer.json.webhook]);
    expect(list.text).not.toContain('whsec_');
  });

  it('keeps the secret unreadable, also in the answer kept for a repeated request', async () => {
    const backend = await open();
    const shop = await openShop(backend);
    const key = { 'Idempotency-Key': 'once' };
    const first = await shop.ask('POST', '/webhooks', { url: shop.receiver.url }, key);
    const again = await shop.ask('POST', '/webhooks', { url: shop.receiver.url }, key);
    expect([again.status, again.json]).toEqual([201, first.json]);
    expect((await shop.ask('GET', '/webhooks')).json.items).toHaveLength(1);
    const kept = await backend.context.db.withStore(shop.storeId, async (tx) => [
      await tx.selectFrom('idempotency_keys').selectAll().execute(),
      await tx.selectFrom('outgoing_secrets').selectAll().execute(),
    ]);
    expect(kept.flat()).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain(first.json.secret.slice(6));
    expect(JSON.stringify(backend.logged)).not.toContain(first.json.secret.slice(6));
  });

  it.each([
    'http://erp.example.com/in',
    'ftp://erp.example.com/in',
    'https://user:password@erp.example.com/',
    'https://',
    'javascript:alert(1)',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://[fd00::1]/',
    'https://3232235777/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
  ])('refuses %s and names the field', async (url) => {
    const shop = await openShop(await open());
    const answer = await shop.ask('POST', '/webhooks', { url });
    expect([answer.status, answer.json.code]).toEqual([422, 'invalid_input']);
    expect(Object.keys(answer.json.fields)).toEqual(['url']);
    expect((await shop.ask('GET', '/webhooks')).json.items).toEqual([]);
  });

  it('refuses this machine too where the operator did not allow it', async () => {
    const backend = await open();
    const { secretKey } = await backend.newStore();
    const context = { ...backend.context, config: { ...backend.context.config, outgoingNetworks: [] } };
    for (const url of [
      'http://localhost:9/',
      'http://127.0.0.1:9/',
      'http://[::1]:9/',
      'https://localhost/',
    ]) {
      const answer = await apiOf(context)('POST', `${base}/webhooks`, { key: secretKey, json: { url } });
      expect(answer.json.fields?.url, url).toContain('OUTGOING_NETWORKS');
    }
  });

  it('refuses an event it does not know, and an empty choice', async () => {
    const shop = await openShop(await open());
    for (const events of [['return.lost'], []]) {
      expect((await shop.ask('POST', '/webhooks', { url: shop.receiver.url, events })).status).toBe(422);
    }
  });

  it('changes an endpoint, switches it off and on, exchanges its secret and removes it', async () => {
    const shop = await openShop(await open());
    const { webhook, secret } = await shop.add();
    const at = `/webhooks/${webhook.id}`;
    const changed = await shop.ask('PATCH', at, { events: ['return.shipped'] });
    expectExactly(OutgoingWebhook, changed.json);
    expect(changed.json).toEqual({ ...webhook, events: ['return.shipped'] });
    expect((await shop.ask('PATCH', at, { enabled: false })).json).toMatchObject({
      enabled: false,
      disabledReason: 'staff',
    });
    expect((await shop.ask('PATCH', at, { enabled: true })).json).toMatchObject({
      enabled: true,
      disabledReason: null,
    });
    const rotated = await shop.ask('POST', `${at}/rotate`, {});
    expectExactly(OutgoingWebhookWithSecret, rotated.json);
    expect(rotated.json.secret).not.toBe(secret);
    expect(
      rotated.json.webhook.secrets.map((one: { expiresAt: string | null }) => one.expiresAt !== null),
    ).toEqual([false, true]);
    const ended = await shop.ask('POST', `${at}/rotate`, { graceHours: 0 });
    expect(ended.json.webhook.secrets).toHaveLength(1);
    expect((await shop.ask('DELETE', at)).json).toEqual({ deleted: true });
    expect((await shop.ask('DELETE', at)).json).toEqual({ deleted: false });
    expect((await shop.ask('GET', '/webhooks')).json.items).toEqual([]);
  });

  it('hides another store’s endpoints, events and deliveries', async () => {
    const backend = await open();
    const mine = await openShop(backend);
    const theirs = await openShop(backend);
    const { webhook } = await mine.add();
    const event = await mine.enqueue();
    const [delivery] = (await mine.ask('GET', '/deliveries')).json.items;
    for (const [method, path, body] of [
      ['PATCH', `/webhooks/${webhook.id}`, { enabled: false }],
      ['POST', `/webhooks/${webhook.id}/rotate`, {}],
      ['GET', `/deliveries/${delivery.id}`],
      ['POST', `/deliveries/${delivery.id}/replay`],
      ['POST', `/events/${event}/replay`],
    ] as const) {
      expect((await theirs.ask(method, path, body)).status, path).toBe(404);
    }
    expect((await theirs.ask('DELETE', `/webhooks/${webhook.id}`)).json).toEqual({ deleted: false });
    expect((await mine.ask('GET', '/webhooks')).json.items).toHaveLength(1);
    expect((await theirs.ask('GET', '/deliveries')).json.items).toEqual([]);
    expect((await theirs.ask('GET', '/events')).json.items).toEqual([]);
    expect((await mine.ask('GET', `/deliveries/${delivery.id}`)).json.delivery.state).toBe('waiting');
  });

  it('lists deliveries by state, type and channel, page by page', async () => {
    const shop = await openShop(await open());
    await shop.add();
    for (let count = 0; count < 3; count++) await shop.enqueue('return.requested');
    await shop.send();
    await shop.enqueue('return.refunded');
    const ids = async (query: string) =>
      (await shop.ask('GET', `/deliveries${query}`)).json.items.map((one: OutgoingDelivery) => one.type);
    expect(await ids('?state=delivered')).toEqual(Array(3).fill('return.requested'));
    expect(await ids('?state=waiting')).toEqual(['return.refunded']);
    expect(await ids('?type=return.refunded')).toEqual(['return.refunded']);
    expect(await ids('?channel=mail')).toEqual([]);
    const first = await shop.ask('GET', '/deliveries?limit=3');
    for (const item of first.json.items) expectExactly(OutgoingDelivery, item);
    const second = await shop.ask('GET', `/deliveries?limit=3&cursor=${first.json.next}`);
    expect([...first.json.items, ...second.json.items]).toHaveLength(4);
    expect(second.json.next).toBeNull();
    expect((await shop.ask('GET', '/deliveries?cursor=x')).status).toBe(422);
  });

  it('shows a delivery’s tries with the redacted answer, and replays it under the same id', async () => {
    const backend = await open();
    const shop = await openShop(backend);
    await shop.add({ url: `${shop.receiver.url}?token=s3cret` });
    shop.receiver.answerWith(status(500, 'no customer mia@example.com'));
    const event = await shop.enqueue();
    await shop.send();
    const [{ id }] = (await shop.ask('GET', '/deliveries')).json.items;
    const read = await shop.ask('GET', `/deliveries/${id}`);
    expectExactly(OutgoingDeliveryDetail, read.json);
    expect(read.json.attempts).toMatchObject([
      { status: 500, error: 'The endpoint answered 500.', answer: 'no customer [redacted]' },
    ]);
    expect(read.text).not.toContain('s3cret');
    expect(JSON.stringify(backend.logged)).not.toContain('s3cret');

    shop.receiver.answerWith(status(200));
    const replayed = await shop.ask('POST', `/deliveries/${id}/replay`);
    expect(replayed.json.delivery).toMatchObject({ state: 'waiting', attempts: 0 });
    await shop.send();
    await shop.ask('POST', `/deliveries/${id}/replay`);
    await shop.send();
    expect(shop.receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([event, event, event]);
    expect((await shop.ask('GET', `/deliveries/${id}`)).json.attempts).toHaveLength(3);
  });

  it('replays everything that was given up', async () => {
    const shop = await openShop(await open());
    const { webhook } = await shop.add();
    for (let count = 0; count < 3; count++) await shop.enqueue();
    await shop.ask('PATCH', `/webhooks/${webhook.id}`, { enabled: false });
    expect((await shop.ask('GET', '/deliveries?state=dead')).json.items).toHaveLength(3);
    await shop.send();
    expect(shop.receiver.received).toEqual([]);
    await shop.ask('PATCH', `/webhooks/${webhook.id}`, { enabled: true });
    expect((await shop.ask('POST', '/replay-dead')).json).toEqual({ replayed: 3 });
    await shop.send();
    expect(shop.receiver.received).toHaveLength(3);
    expect((await shop.ask('POST', '/replay-dead')).json).toEqual({ replayed: 0 });
  });

  it('sends what waits to the endpoint’s new address, and says so', async () => {
    const shop = await openShop(await open());
    const { webhook } = await shop.add({ url: 'http://127.0.0.1:9/old' });
    await shop.enqueue();
    await shop.ask('PATCH', `/webhooks/${webhook.id}`, { url: `${shop.receiver.url}?token=1` });
    expect((await shop.ask('GET', '/deliveries')).json.items[0].target).toBe(shop.receiver.url);
    await shop.send();
    expect(shop.receiver.received).toHaveLength(1);
  });

  it('keeps an event nobody wanted, and delivers it to an endpoint that was added later', async () => {
    const shop = await openShop(await open());
    const event = await shop.enqueue('withdrawal.received', { order: '1001' });
    const list = await shop.ask('GET', '/events?type=withdrawal.received');
    expect(list.json.items).toMatchObject([{ id: event, deliveries: { waiting: 0, delivered: 0, dead: 0 } }]);
    for (const item of list.json.items) expectExactly(OutgoingEvent, item);
    expect((await shop.ask('GET', '/events?type=return.shipped')).json.items).toEqual([]);
    await shop.add();
    await shop.send();
    expect(shop.receiver.received).toEqual([]);
    const replayed = await shop.ask('POST', `/events/${event}/replay`);
    expect(replayed.json.deliveries).toEqual({ waiting: 1, delivered: 0, dead: 0 });
    await shop.send();
    expect(JSON.parse(shop.receiver.received[0]?.body ?? '').data).toEqual({ order: '1001' });
  });

  it('goes on filing when the endpoint is removed in the same moment', async () => {
    const backend = await open();
    const shop = await openShop(backend);
    const { webhook } = await shop.add();
    const results = await Promise.allSettled([
      ...Array.from({ length: 8 }, () => shop.enqueue()),
      shop.ask('DELETE', `/webhooks/${webhook.id}`),
      ...Array.from({ length: 8 }, () => shop.enqueue()),
    ]);
    expect(results.filter(({ status: state }) => state === 'rejected')).toEqual([]);
    expect((await shop.ask('GET', '/events?limit=100')).json.items).toHaveLength(16);
  });
});
