import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStaffClient, type StaffClient } from '../staff.ts';
import { type Answer, type FaultServer, json, reset, startFaultServer } from '../testing/fault-server.ts';
import { manualTime } from '../testing/manual-time.ts';

let server: FaultServer;
let answer: Answer;
let staff: StaffClient;

beforeEach(async () => {
  server = await startFaultServer((response, request) => answer(response, request));
  staff = createStaffClient({ secretKey: 'sk_1', baseUrl: server.url, ...manualTime() });
});
afterEach(() => server.close());

const id = (prefix: string) => `${prefix}_${'4'.repeat(32)}`;
const webhook = {
  id: id('owh'),
  url: 'https://erp.example/in',
  events: null,
  enabled: true,
  disabledReason: null,
  createdAt: '2026-11-24T09:00:00.000Z',
  secrets: [],
};
const event = {
  id: id('oev'),
  type: 'return.refunded',
  data: { return: 'ret_1' },
  createdAt: '2026-11-24T09:00:00.000Z',
  deliveries: { waiting: 1, delivered: 0, dead: 0 },
};
const delivery = {
  id: id('dlv'),
  channel: 'webhook',
  eventId: event.id,
  type: 'return.refunded',
  webhookId: webhook.id,
  target: 'https://erp.example/in',
  state: 'dead',
  attempts: 10,
  nextAttemptAt: null,
  lastStatus: 500,
  lastError: 'The endpoint answered 500.',
  createdAt: '2026-11-24T09:00:00.000Z',
  deliveredAt: null,
};
const page = (item: object) => json({ items: [item], next: null });

describe('the calls about what goes out', () => {
  it('go where the table of endpoints says', async () => {
    const { webhooks, events, deliveries } = staff.outgoing;
    answer = json({ webhook, secret: 'whsec_x' }, 201);
    await expect(webhooks.create({ url: webhook.url, events: ['return.refunded'] })).resolves.toEqual({
      webhook,
      secret: 'whsec_x',
    });
    answer = json({ webhook, secret: 'whsec_y' });
    await webhooks.rotate(webhook.id);
    answer = json({ items: [webhook] });
    await expect(webhooks.list()).resolves.toEqual({ items: [webhook] });
    answer = json(webhook);
    await webhooks.update(webhook.id, { enabled: true });
    answer = json({ deleted: true });
    await webhooks.delete(webhook.id);
    answer = page(event);
    await expect(events.list({ type: 'return.refunded' })).resolves.toEqual({ items: [event], next: null });
    answer = json(event);
    await events.replay(event.id);
    answer = page(delivery);
    await deliveries.list({ state: 'dead', channel: 'webhook', limit: 2 });
    answer = json({ delivery, attempts: [] });
    await deliveries.get(delivery.id);
    await deliveries.replay(delivery.id);
    answer = json({ replayed: 3 });
    await expect(deliveries.replayDead()).resolves.toEqual({ replayed: 3 });

    const base = '/v1/staff/outgoing';
    expect(server.received.map(({ method, url, body }) => `${method} ${url} ${body}`.trim())).toEqual([
      `POST ${base}/webhooks {"url":"https://erp.example/in","events":["return.refunded"]}`,
      `POST ${base}/webhooks/${webhook.id}/rotate {}`,
      `GET ${base}/webhooks`,
      `PATCH ${base}/webhooks/${webhook.id} {"enabled":true}`,
      `DELETE ${base}/webhooks/${webhook.id}`,
      `GET ${base}/events?type=return.refunded`,
      `POST ${base}/events/${event.id}/replay`,
      `GET ${base}/deliveries?state=dead&channel=webhook&limit=2`,
      `GET ${base}/deliveries/${delivery.id}`,
      `POST ${base}/deliveries/${delivery.id}/replay`,
      `POST ${base}/replay-dead`,
    ]);
  });

  it('add one endpoint, also when the answer was lost on its way', async () => {
    answer = (response, request) =>
      server.received.length === 1
        ? reset(response, request)
        : json({ webhook, secret: 'whsec_x' }, 201)(response, request);
    await staff.outgoing.webhooks.create({ url: webhook.url });
    const [first, again] = server.received.map((request) => request.headers['idempotency-key']);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(again).toBe(first);
  });
});
