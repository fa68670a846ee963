import { expect, it } from 'vitest';
import { newId } from '../secrets/ids.ts';
import { apiOf } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { attachUploads } from './attach.ts';
import { readUploads } from './read-uploads.ts';
import { removeUnusedUploads, unattachedLifetime } from './remove-uploads.ts';
import { bytesAt, kitOf, photo } from './testing/upload-kit.ts';

describeOnBothDatabases('uploads that are kept', (open) => {
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
