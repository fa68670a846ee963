import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Config } from './config/config.ts';
import { createLogger } from './observability/logger.ts';
import { type RunningServer, startServer } from './server.ts';
import { createStore } from './stores/create-store.ts';
import { smallShop, testConfig } from './testing/backend.ts';
import { emptyPostgres } from './testing/databases.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(overrides: Partial<Config> = {}): Promise<RunningServer> {
  const config = testConfig({ databaseUrl: await emptyPostgres(), ...overrides });
  const server = await startServer(config, { log: createLogger('silent') });
  running.push(server);
  return server;
}

/** A connection that writes what it is told and reads until it is closed. */
async function open(url: string): Promise<{ socket: Socket; answer: Promise<string> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  const answer = once(socket, 'close').then(() => text);
  return { socket, answer };
}

const body = '{"by":"proof","order":"1","proof":"00"}';

/** Begins a request that the server waits for the rest of: it knows the store and has the first bytes of the body. */
async function beginRequest(server: RunningServer): Promise<{ socket: Socket; answer: Promise<string> }> {
  const { store } = await createStore(server.context, smallShop);
  const connection = await open(server.url);
  connection.socket.write(
    `POST /v1/sessions?store=${store.publishableKey} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  // The interim answer says that the server has taken the request on.
  await once(connection.socket, 'data');
  return connection;
}

describe('server', () => {
  it('listens where it says', async () => {
    const server = await start();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('process_resident_memory_bytes');
    expect(metrics).toMatch(/^postlude_http_connections [1-9]/m);
  });

  it('names the port it was given where it tells others its address, unless it was told another address', async () => {
    const addressTold = async (publicUrl: string) => {
      const server = await start({ publicUrl });
      const { servers } = await (await fetch(`${server.url}/openapi.json`)).json();
      return [servers[0].url, server.context.config.publicUrl, server.url];
    };
    const [inDocument, inContext, url] = await addressTold('http://127.0.0.1:0');
    expect([inDocument, inContext]).toEqual([url, url]);
    const [told] = await addressTold('https://post.example.com');
    expect(told).toBe('https://post.example.com');
  });

  it('answers what is in flight when it stops, and closes the connection behind it', async () => {
    const server = await start();
    const { socket, answer } = await beginRequest(server);
    const closed = server.close();
    await expect
      .poll(() =>
        fetch(`${server.url}/health`).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed');
    socket.write(body);
    expect(await answer).toMatch(/HTTP\/1\.1 422 .*invalid_input/s);
    await closed;
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  });

  it('does not wait for connections nobody uses', async () => {
    const server = await start({ shutdownTimeout: 60_000 });
    const idle = await open(server.url);
    const used = await open(server.url);
    used.socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(used.socket, 'data');
    await server.close();
    await Promise.all([idle.answer, used.answer]);
  });

  it('cuts off what does not end in the time it is given', async () => {
    const server = await start({ shutdownTimeout: 300 });
    const { answer } = await beginRequest(server);
    await server.close();
    expect(await answer).toMatch(/^HTTP\/1\.1 100 Continue\s*$/);
  });

  it('may be told to close twice', async () => {
    const server = await start();
    await Promise.all([server.close(), server.close()]);
    await server.close();
  });

  it('says that the port is in use, and leaves nothing open', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const folder = await mkdtemp(join(tmpdir(), 'postlude-server-'));
    const config = { databaseUrl: null, dataFolder: folder, encryptionKey: null, port };
    await expect(start(config)).rejects.toMatchObject({
      code: 'port_in_use',
      message: expect.stringContaining(String(port)),
    });
    other.close();
    await once(other, 'close');
    const server = await start(config);
    await expect(start({ ...config, port: 0 })).rejects.toMatchObject({ code: 'data_folder_in_use' });
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says that an address is not one of this machine', async () => {
    await expect(start({ host: '203.0.113.7' })).rejects.toMatchObject({ code: 'address_unusable' });
  });

  it('refuses to start with another encryption key than the one its secrets were sealed with', async () => {
    const databaseUrl = await emptyPostgres();
    const server = await start({ databaseUrl });
    await createStore(server.context, smallShop);
    await expect(start({ databaseUrl })).rejects.toMatchObject({ code: 'secret_unreadable' });
  });
});
