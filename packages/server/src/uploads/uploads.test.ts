import { uploadsPerOrder } from '@postlude/contract';
import { expect, it } from 'vitest';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { newId } from '../secrets/ids.ts';
import { issueToken, sessionLifetime } from '../sessions/token.ts';
import type { CreatedStore } from '../stores/create-store.ts';
import { type Answer, apiOf, putOrder, type Send } from '../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { colourAt, jpeg, jpegWithExif, pdf } from '../testing/pictures.ts';
import { attachUploads } from './attach.ts';
import { bytesPerOrder, uploadsPerWindow, uploadWindow } from './limits.ts';
import { readUploads } from './read-uploads.ts';
import { removeUnusedUploads, unattachedLifetime } from './remove-uploads.ts';

interface Kit {
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
const photo = (): Promise<Buffer> => {
  numbers += 1;
  return jpeg(8 + (numbers % 64), 8 + Math.floor(numbers / 64));
};

async function kitOf(open: () => Promise<TestBackend>): Promise<Kit> {
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

const pathOf = (url: string): string => new URL(url).pathname;

async function bytesAt(context: Context, url: string): Promise<{ answer: Response; bytes: Uint8Array }> {
  const answer = await createApp(context).request(pathOf(url));
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

describeOnBothDatabases('uploads', (open) => {
  it('of a shopper are kept upright, and shown to whoever holds the address', async () => {
    const kit = await kitOf(open);
    const answer = await kit.upload(jpegWithExif(await jpeg(), 6), { 'Content-Type': 'text/html' });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      contentType: 'image/jpeg',
      width: 32,
      height: 48,
      purpose: 'return',
    });
    const shown = await bytesAt(kit.context, answer.json.url);
    expect(shown.answer.status).toBe(200);
    expect(shown.bytes.byteLength).toBe(answer.json.bytes);
    expect((await colourAt(shown.bytes, 3, 3))[2]).toBeGreaterThan(200);
    expect(Object.fromEntries(shown.answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^inline; filename="upl_[0-9a-f]{32}\.jpg"/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, max-age=60',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  it('are the same upload when the same bytes are sent again, also from two tabs at once', async () => {
    const kit = await kitOf(open);
    const bytes = await photo();
    const answers = await Promise.all([kit.upload(bytes), kit.upload(bytes), kit.upload(bytes)]);
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(await kit.count()).toBe(1);
    expect((await kit.upload(bytes)).json.id).toBe(answers[0].json.id);
  });

  it('of PDFs are saved, never shown', async () => {
    const kit = await kitOf(open);
    const { json } = await kit.upload(pdf);
    expect(json).toMatchObject({
      contentType: 'application/pdf',
      width: null,
      height: null,
      bytes: pdf.length,
    });
    const { answer } = await bytesAt(kit.context, json.url);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  });

  it('of staff belong to an order of their store', async () => {
    const kit = await kitOf(open);
    const path = (order: string, purpose = 'inspection') =>
      `/v1/staff/uploads?order=${order}&purpose=${purpose}`;
    const key = kit.shop.secretKey;
    const send = async (where: string, secret = key) =>
      kit.send('POST', where, { key: secret, body: new Uint8Array(await photo()) });
    expect((await send(path(kit.orderId))).json).toMatchObject({ purpose: 'inspection' });
    expect((await send(path(newId('order')))).json.code).toBe('not_found');
    expect((await send(path(kit.orderId, 'return'))).json.code).toBe('invalid_input');
    const foreign = await kit.backend.newStore();
    expect((await send(path(kit.orderId), foreign.secretKey)).json.code).toBe('not_found');
    expect((await send(path(kit.orderId), kit.token)).json.code).toBe('key_invalid');
  });

  it('are refused with a code of their own, and leave nothing behind', async () => {
    const kit = await kitOf(open);
    const refused = async (bytes: Uint8Array) => {
      const answer = await kit.upload(bytes, { 'Content-Type': 'image/jpeg' });
      return [answer.status, answer.json.code];
    };
    expect(await refused(Buffer.from('a text'))).toEqual([415, 'upload_type']);
    expect(await refused((await photo()).subarray(0, 200))).toEqual([422, 'upload_damaged']);
    expect(await refused(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual([413, 'too_large']);
    expect((await kit.send('POST', '/v1/uploads', { body: new Uint8Array(await photo()) })).json.code).toBe(
      'session_invalid',
    );
    expect(await kit.count()).toBe(0);
  });

  it('stop at the most an order may hold, however many are sent at once', async () => {
    const kit = await kitOf(open);
    const photos = await Promise.all(Array.from({ length: uploadsPerOrder + 10 }, photo));
    const codes: string[] = [];
    for (let start = 0; start < photos.length; start += 10) {
      const answers = await Promise.all(photos.slice(start, start + 10).map((bytes) => kit.upload(bytes)));
      codes.push(...answers.map(({ status, json }) => (status === 201 ? 'taken' : json.code)));
    }
    expect(codes.filter((code) => code === 'taken')).toHaveLength(uploadsPerOrder);
    expect(new Set(codes)).toEqual(new Set(['taken', 'upload_limit']));
    expect(await kit.count()).toBe(uploadsPerOrder);
  }, 60_000);

  it('stop at the most bytes an order may hold', async () => {
    const kit = await kitOf(open);
    const { json } = await kit.upload(await photo());
    await kit.context.db.withStore(kit.storeId, (tx) =>
      tx
        .updateTable('uploads')
        .set({ bytes: bytesPerOrder - 10 })
        .where('upload_id', '=', json.id)
        .execute(),
    );
    expect((await kit.upload(await photo())).json.code).toBe('upload_limit');
  });

  it('ten thousand and one of them are mostly not even looked at', async () => {
    const kit = await kitOf(open);
    const text = (count: number) => Buffer.from(`not a photo ${count}`);
    const codes = new Map<string, number>();
    for (let count = 0; count < uploadsPerWindow + 20; count++) {
      const { json } = await kit.upload(text(count));
      codes.set(json.code, (codes.get(json.code) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ upload_type: uploadsPerWindow, rate_limited: 20 });
    const { token } = await kit.another();
    expect((await kit.send('POST', '/v1/uploads', { key: token, body: text(1) })).json.code).toBe(
      'upload_type',
    );
    kit.backend.clock.advance(uploadWindow);
    expect((await kit.upload(text(1))).json.code).toBe('upload_type');
  }, 60_000);

  it('are attached to one thing of their own order, and read back with it', async () => {
    const kit = await kitOf(open);
    const ids: string[] = [];
    for (let count = 0; count < 2; count++) ids.push((await kit.upload(await photo())).json.id);
    const attach = (changes: Partial<Parameters<typeof attachUploads>[1]>) =>
      kit.context.db.withStore(kit.storeId, (tx) =>
        attachUploads(tx, {
          storeId: kit.storeId,
          orderId: kit.orderId,
          ids,
          to: 'rti_1',
          now: kit.context.clock.now(),
          ...changes,
        }),
      );
    const unknown = expect.objectContaining({ code: 'upload_unknown' });
    const { orderId } = await kit.another();
    await expect(attach({ orderId })).rejects.toEqual(unknown);
    await expect(attach({ ids: [...ids, newId('upload')] })).rejects.toEqual(unknown);
    await expect(attach({ ids: ["' or 1=1 --", '../../etc/passwd'] })).rejects.toEqual(unknown);
    const foreign = await kit.backend.newStore();
    await expect(attach({ storeId: foreign.store.id })).rejects.toEqual(unknown);
    await attach({});
    await attach({ ids: [...ids, ...ids] });
    await expect(attach({ to: 'rti_2' })).rejects.toEqual(unknown);
    const read = await kit.context.db.withStore(kit.storeId, (tx) =>
      readUploads(tx, kit.context, kit.storeId, ['rti_1', 'rti_2']),
    );
    expect([...read.keys()]).toEqual(['rti_1']);
    expect(read.get('rti_1')?.map(({ id }) => id)).toEqual(ids);
    const elsewhere = await kit.context.db.withStore(foreign.store.id, (tx) =>
      readUploads(tx, kit.context, kit.storeId, ['rti_1']),
    );
    expect(elsewhere.size).toBe(0);
  });

  it('are removed by their own shopper while they belong to nothing', async () => {
    const kit = await kitOf(open);
    const { json } = await kit.upload(await photo());
    const remove = (id: string, key = kit.token) => kit.send('DELETE', `/v1/uploads/${id}`, { key });
    const { token } = await kit.another();
    expect((await remove(json.id, token)).json.code).toBe('not_found');
    for (const id of ['..%2f..%2fetc%2fpasswd', 'upl_1', newId('upload'), '%00', newId('order')]) {
      expect((await remove(id)).json.code).toBe('not_found');
    }
    expect((await remove(json.id)).status).toBe(200);
    expect((await remove(json.id)).json.code).toBe('not_found');
    expect((await bytesAt(kit.context, json.url)).answer.status).toBe(404);
    expect(await kit.count()).toBe(0);

    const kept = (await kit.upload(await photo())).json.id;
    await kit.context.db.withStore(kit.storeId, (tx) =>
      attachUploads(tx, {
        storeId: kit.storeId,
        orderId: kit.orderId,
        ids: [kept],
        to: 'rti_9',
        now: new Date(),
      }),
    );
    expect((await remove(kept)).json.code).toBe('conflict');
  });

  it('that belong to nothing are removed after a day, with their bytes, and attached ones stay', async () => {
    const kit = await kitOf(open);
    const gone = (await kit.upload(await photo())).json.id;
    const kept = (await kit.upload(await photo())).json.id;
    await kit.context.db.withStore(kit.storeId, (tx) =>
      attachUploads(tx, {
        storeId: kit.storeId,
        orderId: kit.orderId,
        ids: [kept],
        to: 'rti_3',
        now: new Date(),
      }),
    );
    const keyOf = async (id: string) =>
      (
        await kit.context.db.withStore(kit.storeId, (tx) =>
          tx
            .selectFrom('uploads')
            .select('storage_key')
            .where('upload_id', '=', id)
            .executeTakeFirstOrThrow(),
        )
      ).storage_key;
    const [goneKey, keptKey] = [await keyOf(gone), await keyOf(kept)];
    await removeUnusedUploads(kit.context);
    expect(await kit.count()).toBe(2);
    kit.backend.clock.advance(unattachedLifetime);

    // A storage that is away keeps the row, so that the next run finds the bytes.
    const away = { ...kit.context.uploads, delete: () => Promise.reject(new Error('away')) };
    await removeUnusedUploads({ ...kit.context, uploads: away });
    expect(await kit.count()).toBe(2);
    expect(await removeUnusedUploads(kit.context)).toBeGreaterThan(0);
    expect(await kit.count()).toBe(1);
    expect(await kit.context.uploads.get(goneKey)).toBeNull();
    expect(await kit.context.uploads.get(keptKey)).not.toBeNull();

    await kit.context.db.withStore(kit.storeId, (tx) =>
      tx.deleteFrom('orders').where('store_id', '=', kit.storeId).execute(),
    );
    await removeUnusedUploads(kit.context);
    expect(await kit.context.uploads.get(keptKey)).toBeNull();
    expect(await kit.count()).toBe(0);
  });

  it('leave no row when the storage is away, and the same file is taken once it is back', async () => {
    const kit = await kitOf(open);
    const bytes = await photo();
    const send = apiOf({
      ...kit.context,
      uploads: {
        ...kit.context.uploads,
        put: () => Promise.reject(new Error('the disk is full: /srv/secret')),
      },
    });
    const answer = await send('POST', '/v1/uploads', { key: kit.token, body: new Uint8Array(bytes) });
    expect([answer.status, answer.json.code]).toEqual([503, 'unavailable']);
    expect(answer.text).not.toContain('secret');
    expect(await kit.count()).toBe(0);
    expect((await kit.upload(bytes)).status).toBe(201);
  });
});
