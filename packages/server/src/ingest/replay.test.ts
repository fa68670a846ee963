import { afterEach, expect, it, vi } from 'vitest';
import { newId } from '../secrets/ids.ts';
import { newWebhook } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openInbox } from '../testing/inbox.ts';
import { easypostTracker, firstOrder as order, story } from '../testing/messages.ts';
import { adapters } from './adapters/index.ts';

afterEach(() => vi.restoreAllMocks());

describeOnBothDatabases('a message that cannot be read', (open) => {
  it.each([
    ['not JSON', '{"id":'],
    ['not UTF-8', new Uint8Array([0xff, 0xfe, 0x00, 0x7b])],
    ['empty', ''],
    ['not an object', '[1,2,3]'],
    ['nested very deeply', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['without what matters', '{"id":1}'],
    [
      'of a number no column holds',
      '{"id":1,"name":"1","currency":"EUR","created_at":"2026-11-20T11:00:00Z","line_items":[{"id":1,"quantity":99999999999999999999}]}',
    ],
  ])('because it is %s is set aside with a reason and answered with 200', async (_, body) => {
    const { context, send, shop, messages } = await openInbox(await open());
    const webhook = await newWebhook(context, shop.store.id, 'shopify');
    const headers = { ...webhook.sign(body), 'X-Shopify-Topic': 'orders/create' };
    const answer = await send('POST', webhook.path, { body, headers });
    expect([answer.status, answer.json.duplicate]).toEqual([200, false]);
    const [message] = await messages();
    expect(['failed', 'applied']).toContain(message?.state);
    if (message?.state === 'failed') expect(message.reason).toMatch(/\w+ .*\.?/);
  });

  it('never holds up the others', async () => {
    const { context, send, shop, post, messages, orders } = await openInbox(await open());
    const webhook = await newWebhook(context, shop.store.id, 'shopify');
    const poison = async () => {
      const headers = {
        ...webhook.sign('{'),
        'X-Shopify-Topic': 'orders/create',
        'X-Shopify-Webhook-Id': newId('message'),
      };
      return send('POST', webhook.path, { body: '{', headers });
    };
    await Promise.all(story.flatMap((message) => [poison(), post.deliver(message)]));
    expect(await messages('?state=failed&limit=100')).toHaveLength(story.length);
    expect(await messages('?state=applied&limit=100')).toHaveLength(story.length);
    expect(await messages('?state=failed&provider=easypost')).toEqual([]);
    expect(await orders()).toHaveLength(1);
  });

  it('undoes what it wrote before it failed', async () => {
    const { post, messages, orders } = await openInbox(await open());
    const read = adapters.shopify.read.bind(adapters.shopify);
    vi.spyOn(adapters.shopify, 'read').mockImplementation((message, context) => {
      const reading = read(message, context);
      if ('ignored' in reading) return reading;
      const [fact] = reading.facts;
      // Tracking is written after orders; a moment like this one no database takes.
      const broken = { kind: 'tracking', source: 'shopify', version: { at: 'never', tie: '' } };
      return {
        ...reading,
        facts: [
          fact,
          { ...broken, subject: { by: 'number', trackingNumber: '1' }, events: [], legs: [], raw: {} },
        ] as never,
      };
    });
    await post.deliver(order);
    expect(await messages()).toMatchObject([
      { state: 'failed', reason: expect.stringContaining('could not be stored') },
    ]);
    expect(await orders()).toEqual([]);
  });

  it('is read after the fix, when it is replayed', async () => {
    const { post, messages, orders, replay } = await openInbox(await open());
    vi.spyOn(adapters.shopify, 'read').mockImplementation(() => {
      throw new TypeError('a mistake of ours');
    });
    const { json } = await post.deliver(order);
    expect((await replay(json.id)).json).toMatchObject({ state: 'failed', attempts: 2 });
    vi.restoreAllMocks();
    const replayed = await replay(json.id);
    expect(replayed.json).toMatchObject({ id: json.id, state: 'applied', reason: null, attempts: 3 });
    expect(await messages('?state=failed')).toEqual([]);
    expect(await orders()).toHaveLength(1);
  });

  it('is not replayed for another store', async () => {
    const backend = await open();
    const [mine, theirs] = [await openInbox(backend), await openInbox(backend)];
    const { json } = await mine.post.deliver(order);
    const answer = await theirs.replay(json.id);
    expect([answer.status, answer.json.code]).toEqual([404, 'not_found']);
  });
});

describeOnBothDatabases('a word no mapping knows', (open) => {
  const news = easypostTracker('ZZ9', 'teleported', '2026-11-22T06:05:00Z', [
    ['2026-11-22T06:00:00Z', 'beamed'],
  ]);

  it('is counted once a message, and not again when it is replayed', async () => {
    const { send, shop, post, replay } = await openInbox(await open());
    const { json } = await post.deliver(news);
    await replay(json.id);
    const list = await send('GET', '/v1/staff/unknown-statuses', { key: shop.secretKey });
    expect(list.json.items).toMatchObject([
      { provider: 'easypost', raw: expect.stringContaining('beamed'), count: 1 },
      { provider: 'easypost', raw: expect.stringContaining('teleported'), count: 1 },
    ]);
    const first = await send('GET', '/v1/staff/unknown-statuses?limit=1', { key: shop.secretKey });
    const second = await send('GET', `/v1/staff/unknown-statuses?limit=1&cursor=${first.json.next}`, {
      key: shop.secretKey,
    });
    expect([...first.json.items, ...second.json.items]).toEqual(list.json.items);
    expect(second.json.next).toBeNull();
  });

  it('gets its meaning when the message is replayed after the mapping learned it', async () => {
    const { send, shop, post, orders, replay } = await openInbox(await open());
    for (const message of story.slice(0, 3)) await post.deliver(message);
    const tracker = easypostTracker('AA1', 'teleported', '2026-11-22T06:05:00Z', [
      ['2026-11-22T06:00:00Z', 'beamed'],
    ]);
    const { json } = await post.deliver(tracker);
    const [found] = await orders();
    const status = async () => {
      const read = await send('GET', `/v1/staff/orders/${found?.id}`, { key: shop.secretKey });
      const [shipment] = read.json.order.shipments;
      return [shipment.status, shipment.events.map((event: { status: string }) => event.status)];
    };
    const before = await status();
    const read = adapters.easypost.read.bind(adapters.easypost);
    vi.spyOn(adapters.easypost, 'read').mockImplementation((message, context) => {
      const text = Buffer.from(message.body)
        .toString()
        .replaceAll('"status":"teleported"', '"status":"delivered"');
      const reading = read(
        { ...message, body: Buffer.from(text.replaceAll('"status":"beamed"', '"status":"delivered"')) },
        context,
      );
      if ('ignored' in reading) return reading;
      const facts = reading.facts.map((fact) =>
        fact.kind === 'tracking'
          ? {
              ...fact,
              events: fact.events.map((event) => ({
                ...event,
                message: 'EasyPost says beamed',
                raw: { status: 'beamed', message: 'EasyPost says beamed' },
              })),
            }
          : fact,
      );
      return { ...reading, facts };
    });
    await replay(json.id);
    expect(before).not.toEqual(['delivered', ['delivered']]);
    expect(await status()).toEqual(['delivered', ['delivered']]);
  });
});
