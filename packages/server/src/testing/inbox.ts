import type { IncomingMessage } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { CreatedStore } from '../stores/create-store.ts';
import { type Answer, apiOf, type Send } from './api.ts';
import type { TestBackend } from './backend.ts';
import { openPost, type Post } from './messages.ts';

/** A store that takes messages, and what staff see of them. */
export interface TestInbox {
  readonly context: Context;
  readonly send: Send;
  readonly shop: CreatedStore;
  readonly post: Post;
  messages(query?: string): Promise<IncomingMessage[]>;
  orders(): Promise<{ id: string; number: string }[]>;
  replay(id: string): Promise<Answer>;
}

/** Adds a store that takes messages. */
export async function openInbox({ context, newStore }: TestBackend): Promise<TestInbox> {
  const send: Send = apiOf(context);
  const shop = await newStore();
  const post = await openPost(context, send, shop);
  const messages = async (query = ''): Promise<IncomingMessage[]> =>
    (await send('GET', `/v1/staff/messages${query}`, { key: shop.secretKey })).json.items;
  const orders = async (): Promise<{ id: string; number: string }[]> =>
    (await send('GET', '/v1/staff/orders', { key: shop.secretKey })).json.items;
  const replay = (id: string) => send('POST', `/v1/staff/messages/${id}/replay`, { key: shop.secretKey });
  return { context, send, shop, post, messages, orders, replay };
}
