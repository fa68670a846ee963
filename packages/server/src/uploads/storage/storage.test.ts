import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../secrets/ids.ts';
import { type FakeS3, openS3, s3Account } from '../../testing/s3.ts';
import { folderStorage } from './folder-storage.ts';
import { memoryStorage } from './memory-storage.ts';
import { s3Storage } from './s3-storage.ts';
import { newStorageKey } from './storage-key.ts';
import type { UploadStorage } from './upload-storage.ts';

let folder: string;
let s3: FakeS3;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postlude-uploads-'));
  s3 = await openS3();
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const bucketOf = (changes = {}) => s3Storage({ ...s3Account, endpoint: s3.url, prefix: 'post/', ...changes });
const kinds: [string, () => UploadStorage][] = [
  ['in a folder', () => folderStorage(join(folder, 'files'))],
  ['in a bucket', bucketOf],
  ['in memory', memoryStorage],
];

describe.each(kinds)('uploads kept %s', (_, open) => {
  it('are given back byte by byte, replaced and removed', async () => {
    const storage = open();
    const key = newStorageKey(newId('store'));
    expect(await storage.get(key)).toBeNull();
    for (const bytes of [randomBytes(300_000), randomBytes(10), new Uint8Array()]) {
      await storage.put(key, bytes, 'image/jpeg');
      expect(Buffer.from((await storage.get(key)) ?? 'missing').equals(bytes)).toBe(true);
    }
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.get(key)).toBeNull();
  });

  it('are never under a name somebody else chose', async () => {
    const storage = open();
    for (const key of [
      '../../etc/passwd',
      'a/b',
      `${newId('store')}/aa/../../x`,
      '',
      'sto_/%2e%2e',
      `${newStorageKey(newId('store'))}\0`,
    ]) {
      for (const attempt of [
        async (): Promise<unknown> => storage.put(key, new Uint8Array(), 'image/jpeg'),
        async (): Promise<unknown> => storage.get(key),
        async (): Promise<unknown> => storage.delete(key),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'invalid_argument' });
      }
    }
  });
});

describe('a folder of uploads', () => {
  it('holds whole files only, readable by this user, spread over folders', async () => {
    const root = join(folder, 'own');
    const storage = folderStorage(root);
    const storeId = newId('store');
    const keys = Array.from({ length: 40 }, () => newStorageKey(storeId));
    await Promise.all(keys.map((key) => storage.put(key, randomBytes(1_000), 'image/jpeg')));
    const [first = ''] = keys;
    await Promise.all(
      Array.from({ length: 10 }, () => storage.put(first, randomBytes(500_000), 'image/jpeg')),
    );
    expect((await storage.get(first))?.byteLength).toBe(500_000);
    const names = await readdir(root, { recursive: true });
    expect(names.filter((name) => name.endsWith('.draft'))).toEqual([]);
    expect((await readdir(join(root, storeId))).length).toBeGreaterThan(10);
    if (process.platform !== 'win32') expect((await stat(join(root, first))).mode & 0o777).toBe(0o600);
  });
});

describe('a bucket of uploads', () => {
  it('is asked by path, below its prefix, with the file’s type', async () => {
    const key = newStorageKey(newId('store'));
    await bucketOf().put(key, Buffer.from('bytes'), 'image/webp');
    expect(s3.files.get(`/shop-files/post/${key}`)).toEqual({
      bytes: Buffer.from('bytes'),
      contentType: 'image/webp',
    });
    await bucketOf({ prefix: '' }).put(key, Buffer.from('other'), 'image/webp');
    expect(s3.files.get(`/shop-files/${key}`)?.bytes.toString()).toBe('other');
  });

  it('tells a wrong account and a missing bucket from a missing file', async () => {
    const key = newStorageKey(newId('store'));
    await expect(bucketOf({ secretAccessKey: 'wrong' }).get(key)).rejects.toThrow(
      /403.*SignatureDoesNotMatch/,
    );
    await expect(bucketOf({ accessKeyId: 'OTHER' }).put(key, new Uint8Array(1), 'a/b')).rejects.toThrow(
      /InvalidAccessKeyId/,
    );
    await expect(bucketOf({ region: 'us-east-1' }).delete(key)).rejects.toThrow(
      /AuthorizationHeaderMalformed/,
    );
    await expect(bucketOf({ bucket: 'another' }).get(key)).rejects.toThrow(/no such bucket/);
    await expect(bucketOf({ bucket: 'another' }).put(key, new Uint8Array(1), 'a/b')).rejects.toThrow(
      /404.*NoSuchBucket/,
    );
  });

  it('is asked again when it has trouble, and given up after three tries', async () => {
    const key = newStorageKey(newId('store'));
    s3.failNext(2);
    await bucketOf().put(key, Buffer.from('x'), 'image/jpeg');
    expect((await bucketOf().get(key))?.byteLength).toBe(1);
    s3.failNext(3);
    await expect(bucketOf().get(key)).rejects.toThrow(/503.*SlowDown/);
    s3.failNext(0);
  });
});
