import { expect, it } from 'vitest';
import { newId } from '../secrets/ids.ts';
import { rotateWebhook } from '../stores/webhooks.ts';
import { newWebhook } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openInbox } from '../testing/inbox.ts';
import { firstOrder as order, shopifyOrder } from '../testing/messages.ts';

describeOnBothDatabases('a webhook', (open) => {
  it('is stored, read and answered with its id', async () => {
    const { post, messages, orders } = await openInbox(await open());
    const answer = await post.deliver(order);
    expect(answer.json).toEqual({ id: expect.stringMatching(/^msg_/), duplicate: false });
    expect(await messages()).toMatchObject([
      {
        id: answer.json.id,
        provider: 'shopify',
        topic: 'orders/create',
        state: 'applied',
        reason: null,
        attempts: 1,
      },
    ]);
    expect(await orders()).toMatchObject([{ number: '1001' }]);
  });

  it('is kept once when it is delivered again, also many times at once', async () => {
    const { post, messages } = await openInbox(await open());
    const answers = await Promise.all(Array.from({ length: 10 }, () => post.deliver(order)));
    expect(new Set(answers.map((answer) => answer.json.id)).size).toBe(1);
    expect(answers.filter((answer) => !answer.json.duplicate)).toHaveLength(1);
    expect(await messages()).toHaveLength(1);
  });

  it('keeps no signature', async () => {
    const { context, shop, post } = await openInbox(await open());
    await post.deliver(order, {
      Authorization: 'Basic eA==',
      Cookie: 'a=b',
      'X-Shopify-Access-Token': 'secret',
    });
    const rows = await context.db.withStore(shop.store.id, (tx) =>
      tx.selectFrom('messages').select('headers').execute(),
    );
    expect(Object.keys(rows[0]?.headers ?? {}).sort()).toEqual([
      'content-type',
      'x-shopify-topic',
      'x-shopify-webhook-id',
    ]);
  });

  it.each([
    ['tampered with', (body: string) => body.replace('1001', '1002'), 'signature_invalid'],
    ['truncated', (body: string) => body.slice(0, -1), 'signature_invalid'],
    ['sent with a byte more', (body: string) => `${body} `, 'signature_invalid'],
  ])('is refused when it was %s', async (_, change, code) => {
    const { context, send, shop, messages } = await openInbox(await open());
    const webhook = await newWebhook(context, shop.store.id, 'shopify');
    const answer = await send('POST', webhook.path, {
      body: change(order.body),
      headers: webhook.sign(order.body),
    });
    expect([answer.status, answer.json.code]).toEqual([401, code]);
    expect(await messages()).toEqual([]);
  });

  it('is refused alike at an address of another provider and at one that does not exist', async () => {
    const { context, send, shop } = await openInbox(await open());
    const webhook = await newWebhook(context, shop.store.id, 'shopify');
    for (const path of [
      webhook.path.replace('shopify', 'easypost'),
      `/v1/webhooks/shopify/${newId('webhook')}`,
    ]) {
      const answer = await send('POST', path, { body: order.body, headers: webhook.sign(order.body) });
      expect([answer.status, answer.json.code]).toEqual([404, 'not_found']);
    }
  });

  it('is taken under the old secret and the new one while it is exchanged', async () => {
    const { context, send, shop } = await openInbox(await open());
    const webhook = await newWebhook(context, shop.store.id, 'shopify');
    const graceUntil = new Date(context.clock.now().getTime() + 3_600_000);
    const id = webhook.path.split('/').at(-1) ?? '';
    await rotateWebhook(context, shop.store.id, id, { secret: 'the next one', graceUntil });
    context.stores.forget();
    const answer = await send('POST', webhook.path, {
      body: order.body,
      headers: { ...order.headers, ...webhook.sign(order.body) },
    });
    expect(answer.status).toBe(200);
  });

  it('of WooCommerce that is only a greeting is answered with 200 and not kept', async () => {
    const { context, send, shop, messages } = await openInbox(await open());
    const webhook = await newWebhook(context, shop.store.id, 'woocommerce');
    const answer = await send('POST', webhook.path, {
      body: 'webhook_id=12',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect([answer.status, answer.json]).toEqual([200, { id: null, duplicate: false }]);
    expect(await messages()).toEqual([]);
  });

  it('of more than 2 MB is refused before it is looked at', async () => {
    const { context, send, shop } = await openInbox(await open());
    const webhook = await newWebhook(context, shop.store.id, 'shopify');
    const body = 'x'.repeat(10 * 1024 * 1024);
    expect((await send('POST', webhook.path, { body })).json.code).toBe('too_large');
  });
});

describeOnBothDatabases('hostile text in a message', (open) => {
  it('with NUL, halves of characters and markup is kept as text', async () => {
    const { post, messages, orders } = await openInbox(await open());
    const nasty = 'a\u0000b\ud800c<script>alert(1)</script>\u202e';
    await post.deliver(
      shopifyOrder('orders/create', 'n1', {
        name: `#${nasty}`,
        updated_at: '2026-11-20T10:00:01Z',
        line_items: [{ id: 1, title: nasty, quantity: 1 }],
      }),
    );
    expect(await messages()).toMatchObject([{ state: 'applied' }]);
    expect((await orders())[0]?.number).not.toContain('\u0000');
  });

  it('with ids above 2^53 is kept to the last digit', async () => {
    const { context, send, shop } = await openInbox(await open());
    const webhook = await newWebhook(context, shop.store.id, 'shopify');
    const body = order.body.replace('"id":450789469', '"id":9007199254740993123');
    await send('POST', webhook.path, { body, headers: { ...order.headers, ...webhook.sign(body) } });
    const list = await send('GET', '/v1/staff/orders', { key: shop.secretKey });
    expect(list.json.items).toMatchObject([{ externalId: '9007199254740993123' }]);
  });
});
