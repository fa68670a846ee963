import { createApp } from '../../app.ts';
import type { Context } from '../../context.ts';
import { issueToken, sessionLifetime } from '../../sessions/token.ts';
import type { CreatedStore } from '../../stores/create-store.ts';
import { type Answer, apiOf, putOrder, type Send } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { jpeg } from '../../testing/pictures.ts';

/** An order of a store, and what sends files to it. */
export interface UploadKit {
  readonly backend: TestBackend;
  readonly context: Context;
  readonly send: Send;
  readonly shop: CreatedStore;
  readonly storeId: string;
  readonly orderId: string;
  /** A session of the order. */
  readonly token: string;
  upload(bytes: Uint8Array, headers?: Record<string, string>): Promise<Answer>;
  /** Another order of the same store, with a session. */
  another(): Promise<{ orderId: string; token: string }>;
  count(): Promise<number>;
}

let numbers = 0;
/** Of another size each time, so that no two are the same file. */
export const photo = (): Promise<Buffer> => {
  numbers += 1;
  return jpeg(8 + (numbers % 64), 8 + Math.floor(numbers / 64));
};

/** A store of its own with an order. */
export async function kitOf(open: () => Promise<TestBackend>): Promise<UploadKit> {
  const backend = await open();
  const { context } = backend;
  const send = apiOf(context);
  const shop = await backend.newStore();
  const storeId = shop.store.id;
  const order = async () => {
    numbers += 1;
    const { order } = await putOrder(send, shop, { number: `U${numbers}` });
    const expiresAt = new Date(context.clock.now().getTime() + sessionLifetime);
    return {
      orderId: order.id,
      token: issueToken(context.secrets, {
        storeId: shop.store.id,
        orderId: order.id,
        expiresAt,
        gift: false,
      }),
    };
  };
  const first = await order();
  return {
    backend,
    context,
    send,
    shop,
    storeId,
    ...first,
    another: order,
    upload: (bytes, headers = {}) =>
      send('POST', '/v1/uploads', { key: first.token, body: new Uint8Array(bytes), headers }),
    count: async () => {
      const rows = await context.db.withStore(storeId, (tx) =>
        tx.selectFrom('uploads').select('upload_id').execute(),
      );
      return rows.length;
    },
  };
}

/** The path of an address. */
export const pathOf = (url: string): string => new URL(url).pathname;

/** What is served at an address of ours. */
export async function bytesAt(
  context: Context,
  url: string,
): Promise<{ answer: Response; bytes: Uint8Array }> {
  const answer = await createApp(context).request(pathOf(url));
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
}
