import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppEnv } from '../http/request.ts';
import { sdkRoutes } from './sdk-routes.ts';

const script = 'console.log("Grüße");';
const hashed = '/p/order-tracking-abcd1234.js';
let folder: string;
let app: Hono<AppEnv>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postlude-sdk-'));
  await mkdir(join(folder, 'p'));
  for (const name of ['postlude.js', 'postlude-abcd1234.js', 'p/order-tracking-abcd1234.js']) {
    await writeFile(join(folder, name), script);
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(script));
    await writeFile(join(folder, `${name}.gz`), gzipSync(script));
  }
  await writeFile(join(folder, 'p/bare-abcd1234.js'), script);
  await writeFile(join(folder, 'secret.key'), 'not a file of the SDK');
  const files = Object.fromEntries(
    ['postlude.js', 'postlude-abcd1234.js', 'p/order-tracking-abcd1234.js', 'p/bare-abcd1234.js'].map(
      (name) => [name, {}],
    ),
  );
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ loader: { alias: 'postlude.js' }, files }));
  app = sdkRoutes(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

describe('SDK files', () => {
  it('never expire when their name carries their hash', async () => {
    const response = await get(hashed);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe(script);
  });

  it('are asked for again soon under the alias, cheaply', async () => {
    const response = await get('/postlude.js');
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=300,/);
    const etag = response.headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/postlude.js', { 'If-None-Match': known });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(etag);
      expect(await again.text()).toBe('');
    }
    expect((await get('/postlude.js', { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  it('may be loaded, read and timed by any page, as what they are', async () => {
    const { headers } = await get(hashed);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('timing-allow-origin')).toBe('*');
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, br;q=0.1', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *;q=0.5', 'gzip'],
    ['identity', null],
    ['', null],
    ['br;q=nonsense', null],
  ])('are sent for "%s" as %s', async (accepted, encoding) => {
    const response = await get(hashed, { 'Accept-Encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
  });

  it('have the bytes and the tag of the form they are sent in', async () => {
    const packed = await get(hashed, { 'Accept-Encoding': 'br' });
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(brotliDecompressSync(bytes).toString()).toBe(script);
    expect(packed.headers.get('content-length')).toBe(String(bytes.length));
    expect(packed.headers.get('etag')).not.toBe((await get(hashed)).headers.get('etag'));
  });

  it('are sent as they are when there is no packed form', async () => {
    const response = await get('/p/bare-abcd1234.js', { 'Accept-Encoding': 'br, gzip' });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(script);
  });

  it('answer HEAD without a body', async () => {
    const response = await app.request(hashed, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it.each([
    '/p/../secret.key',
    '/p/%2e%2e/secret.key',
    '/p/..%2fsecret.key',
    '/secret.key',
    '/postlude.js.br',
    '/p/',
    '//postlude.js',
    '/p/order-tracking-abcd1234.js/',
    '/P/order-tracking-abcd1234.js',
    '/postlude.js%00',
  ])('are nothing else: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('are missing without harm when they were not built', async () => {
    expect((await sdkRoutes(join(folder, 'nothing')).request('/postlude.js')).status).toBe(404);
  });
});
