import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Client, createClient } from './client.ts';
import { isProblem } from './errors.ts';
import { createStaffClient } from './staff.ts';
import {
  type Answer,
  type FaultServer,
  json,
  problem,
  reset,
  startFaultServer,
} from './testing/fault-server.ts';
import { manualTime } from './testing/manual-time.ts';
import { order, session } from './testing/samples.ts';
import { fetchTelling } from './upload-progress.ts';

let server: FaultServer;
let answer: Answer;
let client: Client;

beforeEach(async () => {
  server = await startFaultServer((response, request) => answer(response, request));
  client = createClient({ store: 'pk_1', baseUrl: server.url, ...manualTime() });
});
afterEach(() => server.close());

const token = session.token;
const file = new Blob(['\u00ff\u00d8 photo'], { type: 'image/jpeg' });
const upload = {
  id: 'upl_018f0000000070008000000000000001',
  purpose: 'return',
  contentType: 'image/jpeg',
  bytes: 12,
  width: 3,
  height: 4,
  url: 'https://post.example.com/v1/documents/x.y',
};

describe('sending a file', () => {
  it('sends it as it is, for its session', async () => {
    answer = json(upload, 201);
    await expect(client.uploads.create({ token, file, purpose: 'message' })).resolves.toEqual(upload);
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      url: '/v1/uploads?purpose=message',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
      body: '\u00ff\u00d8 photo',
    });
  });

  it('is tried again when the line broke: the same bytes are the same upload', async () => {
    let tries = 0;
    answer = (response, request) => {
      tries += 1;
      return tries === 1 ? reset(response, request) : json(upload, 201)(response, request);
    };
    await expect(client.uploads.create({ token, file })).resolves.toEqual(upload);
    expect(server.received.map(({ body }) => body)).toEqual(['\u00ff\u00d8 photo', '\u00ff\u00d8 photo']);
  });

  it('tells why it was refused', async () => {
    answer = problem(415, 'upload_type');
    const error = await client.uploads.create({ token, file }).catch((thrown: unknown) => thrown);
    expect(isProblem(error, 'upload_type')).toBe(true);
  });

  it('is taken back by its id', async () => {
    answer = json(upload);
    await client.uploads.delete({ token, uploadId: upload.id });
    expect(server.received[0]).toMatchObject({ method: 'DELETE', url: `/v1/uploads/${upload.id}`, body: '' });
  });

  it('of staff goes to an order', async () => {
    answer = json({ ...upload, purpose: 'inspection' }, 201);
    const staff = createStaffClient({ secretKey: 'sk_1', baseUrl: server.url, ...manualTime() });
    await staff.uploads.create({ orderId: order.id, purpose: 'inspection', file });
    expect(server.received[0]?.url).toBe(`/v1/staff/uploads?order=${order.id}&purpose=inspection`);
  });
});

describe('a fetch that tells its progress', () => {
  /** What of XMLHttpRequest is used, sending through the real fetch in two steps. */
  class FakeXhr {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    onload?: () => void;
    onerror?: () => void;
    status = 0;
    responseText = '';
    readonly #headers: Record<string, string> = {};
    readonly #stop = new AbortController();
    #method = '';
    #url = '';
    open(method: string, url: string) {
      this.#method = method;
      this.#url = url;
    }
    setRequestHeader(name: string, value: string) {
      this.#headers[name] = value;
    }
    getAllResponseHeaders() {
      return 'content-type: application/json\r\netag: "a: b"\r\n';
    }
    abort() {
      this.#stop.abort();
    }
    async send(body: Blob) {
      this.upload.onprogress?.({ loaded: body.size / 2, total: body.size });
      try {
        const init = { method: this.#method, headers: this.#headers, body, signal: this.#stop.signal };
        const response = await fetch(this.#url, init);
        this.responseText = await response.text();
        this.status = response.status;
        this.upload.onprogress?.({ loaded: body.size, total: body.size });
        this.onload?.();
      } catch {
        this.onerror?.();
      }
    }
  }
  beforeEach(() => vi.stubGlobal('XMLHttpRequest', FakeXhr));
  afterEach(() => vi.unstubAllGlobals());

  it('is used where somebody listens', async () => {
    answer = json(upload, 201);
    const told: number[] = [];
    const onProgress = (sent: number, total: number) => told.push(sent / total);
    await expect(client.uploads.create({ token, file, onProgress })).resolves.toEqual(upload);
    expect(told).toEqual([0.5, 1]);
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
  });

  it('answers like fetch: status, headers, network errors, abort', async () => {
    answer = json({ no: true }, 404);
    const send = (signal?: AbortSignal) =>
      fetchTelling(() => undefined)(`${server.url}/x`, {
        method: 'POST',
        body: file,
        ...(signal ? { signal } : {}),
      });
    const response = await send();
    expect([response.status, response.headers.get('etag')]).toEqual([404, '"a: b"']);
    await expect(send(AbortSignal.abort())).rejects.toThrow(/abort/i);
    answer = reset;
    await expect(send()).rejects.toThrow(TypeError);
    const stop = new AbortController();
    answer = () => stop.abort(new Error('the shopper left'));
    await expect(send(stop.signal)).rejects.toThrow('the shopper left');
  });
});
