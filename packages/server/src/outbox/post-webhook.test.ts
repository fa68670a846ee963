import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { postWebhook, type WebhookPost } from './post-webhook.ts';
import { reachableBy } from './reachable.ts';
import { type Receiver, startReceiver, status } from './testing/receiver.ts';

const open: Receiver[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((receiver) => receiver.close()));
});

async function receiver(): Promise<Receiver> {
  const one = await startReceiver();
  open.push(one);
  return one;
}

const thisMachine = reachableBy(['127.0.0.0/8', '::1/128']);

const post = (url: string, changes: Partial<WebhookPost> = {}) =>
  postWebhook({
    url,
    headers: { 'webhook-id': 'oev_1' },
    body: '{"a":"ü"}',
    reachable: thisMachine,
    timeout: 20_000,
    signal: new AbortController().signal,
    ...changes,
  });

describe('posting a webhook', () => {
  it('sends the body and headers as they are and is content with any 2xx', async () => {
    const shop = await receiver();
    for (const code of [200, 201, 202, 204, 299]) {
      shop.answerWith(status(code));
      expect(await post(shop.url)).toEqual({ status: code, error: null, answer: null });
    }
    const [first] = shop.received;
    expect(first?.body).toBe('{"a":"ü"}');
    expect(first?.headers).toMatchObject({
      'webhook-id': 'oev_1',
      'content-type': 'application/json',
      'content-length': '10',
      'user-agent': 'Postlude',
    });
  });

  it('fails on every other status and keeps the redacted beginning of the answer', async () => {
    const shop = await receiver();
    for (const code of [400, 401, 404, 429, 500, 503]) {
      shop.answerWith(status(code, 'no, mia@example.com'));
      expect(await post(shop.url)).toEqual({
        status: code,
        error: `The endpoint answered ${code}.`,
        answer: 'no, [redacted]',
      });
    }
  });

  it('does not follow a redirect', async () => {
    const [shop, elsewhere] = [await receiver(), await receiver()];
    shop.answerWith(status(307, '', { location: elsewhere.url }));
    expect(await post(shop.url)).toMatchObject({
      status: 307,
      error: expect.stringContaining('not followed'),
    });
    expect(elsewhere.received).toEqual([]);
  });

  it('understands 410 as a wish to get nothing more', async () => {
    const shop = await receiver();
    shop.answerWith(status(410));
    expect(await post(shop.url)).toMatchObject({ status: 410, means: 'gone' });
  });

  it('gives up on an endpoint that never answers', async () => {
    const shop = await receiver();
    shop.answerWith(() => undefined);
    expect(await post(shop.url, { timeout: 100 })).toEqual({
      status: null,
      answer: null,
      error: 'There was no answer in 0.1 seconds.',
      means: 'hung',
    });
  });

  it('gives up on one that never shakes hands', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const outcome = await post(`https://127.0.0.1:${port}/`, { timeout: 100 });
    expect(outcome).toMatchObject({ status: null, means: 'hung' });
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('reads no more than a kilobyte of an endless answer', async () => {
    const shop = await receiver();
    shop.answerWith((response) => {
      response.writeHead(500);
      const more = () => {
        if (!response.destroyed) response.write('x '.repeat(20_000), more);
      };
      more();
    });
    const outcome = await post(shop.url);
    expect(outcome.status).toBe(500);
    expect(outcome.answer?.length).toBeLessThanOrEqual(1_024);
  });

  it('counts an answer whose body never ends', async () => {
    const shop = await receiver();
    shop.answerWith((response) => {
      response.writeHead(200).write('o');
    });
    expect(await post(shop.url, { timeout: 5_000 })).toEqual({ status: 200, error: null, answer: 'o' });
  });

  it('says when nobody listens, and when the connection breaks', async () => {
    const shop = await receiver();
    shop.answerWith((response) => response.destroy());
    expect(await post(shop.url)).toMatchObject({
      status: null,
      error: expect.stringContaining('ECONNRESET'),
    });
    await shop.close();
    expect(await post(shop.url)).toMatchObject({
      status: null,
      error: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('refuses addresses and names that lead into a private network, without a connection', async () => {
    const shop = await receiver();
    const { port } = new URL(shop.url);
    const closed = reachableBy([]);
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]']) {
      for (const scheme of ['http', 'https']) {
        const outcome = await post(`${scheme}://${host}:${port}/`, { reachable: closed });
        expect(outcome, host).toMatchObject({
          status: null,
          error: expect.stringContaining('OUTGOING_NETWORKS'),
        });
      }
    }
    expect(shop.received).toEqual([]);
  });

  it('sends nothing without TLS to another machine, whatever the operator allows', async () => {
    const outcome = await post('http://10.0.0.1/', { reachable: reachableBy(['10.0.0.0/8']) });
    expect(outcome).toMatchObject({ status: null, error: expect.stringContaining('OUTGOING_NETWORKS') });
  });

  it('reaches a name that leads to an allowed address', async () => {
    const shop = await receiver();
    const { port } = new URL(shop.url);
    expect(await post(`http://localhost:${port}/`)).toMatchObject({ status: 200 });
  });

  it('is broken off when the process stops', async () => {
    const shop = await receiver();
    const stopping = new AbortController();
    shop.answerWith(() => stopping.abort());
    expect(await post(shop.url, { signal: stopping.signal })).toMatchObject({ means: 'stopped' });
  });
});
