import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apiOf, type Send } from '../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { openPost, story, type TestMessage } from '../testing/messages.ts';

/** The same thing with ids by their place in the text: they differ from store to store. */
function withoutIds(json: unknown): unknown {
  const seen = new Map<string, string>();
  const text = JSON.stringify(json).replace(/\b([a-z]{3})_[0-9a-f]{32}\b/g, (id, prefix) => {
    const known = seen.get(id) ?? `${prefix}_${seen.size}`;
    seen.set(id, known);
    return known;
  });
  return JSON.parse(text);
}

/** What the card shows, and every stored event, after a new store was told these messages. */
async function endOf(
  { context, newStore }: TestBackend,
  tell: (deliver: (message: TestMessage, place: number) => Promise<unknown>) => Promise<unknown>,
): Promise<unknown> {
  const send: Send = apiOf(context);
  const shop = await newStore();
  const post = await openPost(context, send, shop);
  await tell(async (message, place) => {
    const answer = await post.deliver(message, { 'X-Delivery-Place': String(place) });
    expect(answer.status).toBe(200);
  });
  const failed = await send('GET', '/v1/staff/messages?state=failed', { key: shop.secretKey });
  expect(failed.json.items).toEqual([]);
  const list = await send('GET', '/v1/staff/orders', { key: shop.secretKey });
  const [{ id }] = list.json.items;
  const { json } = await send('GET', `/v1/staff/orders/${id}`, { key: shop.secretKey });
  return withoutIds(json.order);
}

async function oneByOne(
  messages: readonly TestMessage[],
  deliver: (message: TestMessage, place: number) => Promise<unknown>,
): Promise<void> {
  for (const [place, message] of messages.entries()) await deliver(message, place);
}

/** The story in any order, with some messages told again, under the same id or under another one. */
const shuffled = fc
  .tuple(
    fc.shuffledSubarray([...story], { minLength: story.length }),
    fc.array(fc.tuple(fc.nat(story.length - 1), fc.nat(story.length), fc.boolean()), { maxLength: 5 }),
  )
  .map(([messages, again]) => {
    const all = [...messages];
    for (const [which, where, asNew] of again) {
      const message = story[which] as TestMessage;
      const headers = asNew
        ? { ...message.headers, 'X-Shopify-Webhook-Id': `again-${which}-${where}` }
        : message.headers;
      all.splice(where, 0, { ...message, headers });
    }
    return all;
  });

describeOnBothDatabases('messages about one order', (open) => {
  it('end in the same order whichever way they come, and however often', async () => {
    const backend = await open();
    const expected = await endOf(backend, (deliver) => oneByOne(story, deliver));
    expect(expected).toMatchObject({ number: '1001', destination: { city: 'Bremen' } });
    await fc.assert(
      fc.asyncProperty(shuffled, async (messages) => {
        expect(await endOf(backend, (deliver) => oneByOne(messages, deliver))).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('end in the same order when they all come at once', async () => {
    const backend = await open();
    const expected = await endOf(backend, (deliver) => oneByOne(story, deliver));
    for (let round = 0; round < 3; round += 1) {
      const twice = [...story, ...story];
      const all = await endOf(backend, (deliver) =>
        Promise.all(twice.map((message, place) => deliver(message, place))),
      );
      expect(all).toEqual(expected);
    }
  });
});
