import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type * as clientModule from '@postlude/client';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withEsbuild } from '../../packages/client/src/testing/bundle.ts';
import {
  type Answer,
  type FaultServer,
  json,
  silence,
  startFaultServer,
} from '../../packages/client/src/testing/fault-server.ts';
import { session } from '../../packages/client/src/testing/samples.ts';
import { type RunningServer, startServer } from '../../packages/server/src/server.ts';
import { type CreatedStore, createStore } from '../../packages/server/src/stores/create-store.ts';
import { testConfig } from '../../packages/server/src/testing/backend.ts';
import { launchBrowser } from '../support/browser.ts';

declare const client: typeof clientModule;

/** What a page may do here: scripts with the nonce, connections anywhere, nothing else, and nothing from strings. */
const policy =
  "default-src 'none'; script-src 'nonce-n1'; connect-src *; require-trusted-types-for 'script'; trusted-types 'none'";

let browser: Browser;
let shopPage: Server;
let origin: string;
let context: BrowserContext;
let page: Page;
let faults: FaultServer;
let answer: Answer;

/** An answer that any page may read, without a word about preflights. */
const readable = (body: unknown, status = 200) => json(body, status, { 'Access-Control-Allow-Origin': '*' });

beforeAll(async () => {
  browser = await launchBrowser();
  const code = await withEsbuild(`export * from './index.ts';`, 'iife');
  // What Prototype.js 1.6 does to a page, and a list of what its policy objects to.
  const setting = `
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    window.violations = [];
    addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));`;
  const scripts = [setting, code].map((text) => `<script nonce="n1">${text}</script>`).join('');
  shopPage = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy });
    response.end(`<!doctype html><title>Shop</title>${scripts}`);
  });
  await new Promise<void>((resolve) => shopPage.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(shopPage.address() as AddressInfo).port}`;
  faults = await startFaultServer((response, request) => answer(response, request));
});

afterAll(async () => {
  await browser?.close();
  await faults?.close();
  await new Promise((resolve) => shopPage.close(resolve));
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(origin);
});

afterEach(async () => {
  expect(await page.evaluate('violations')).toEqual([]);
  await context.close();
});

describe('the client in a page of another origin', () => {
  it('opens a session without asking permission first, whatever the page did to its arrays', async () => {
    answer = readable(session, 201);
    const before = faults.received.length;
    const opened = await page.evaluate(
      (baseUrl) =>
        client
          .createClient({ store: 'pk_1', baseUrl })
          .sessions.open({ by: 'lookup', order: '1001', contact: '10115' }),
      faults.url,
    );
    expect(opened.token).toBe(session.token);
    expect(faults.received.slice(before).map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"by":"lookup","order":"1001","contact":"10115"}'],
    ]);
  });

  it('does not hand the body of a write to another address', async () => {
    answer = (response) =>
      response.writeHead(307, { Location: '/', 'Access-Control-Allow-Origin': '*' }).end();
    const before = faults.received.length;
    const error = await page.evaluate(
      (baseUrl) =>
        client
          .createClient({ store: 'pk_1', baseUrl })
          .sessions.open({ by: 'lookup', order: '1', contact: '1' })
          .catch((reason) => ({ name: reason.name, code: reason.code, status: reason.status })),
      faults.url,
    );
    expect(error).toEqual({ name: 'ApiError', code: 'redirected', status: 0 });
    expect(faults.received.length - before).toBe(1);
  });

  it('ends at the abort of the page, and at its own deadline', async () => {
    answer = silence;
    const count = faults.received.length;
    const names = page.evaluate(async (baseUrl) => {
      const controller = new AbortController();
      Object.assign(window, { controller });
      const made = client.createClient({ store: 'pk_1', baseUrl });
      const hasty = client.createClient({ store: 'pk_1', baseUrl, deadline: 20 });
      const nameOf = (reason: Error) => reason.name;
      return [
        await made.store.get({ signal: controller.signal }).catch(nameOf),
        await hasty.store.get().catch(nameOf),
      ];
    }, faults.url);
    await faults.arrived(count + 1);
    await page.evaluate('controller.abort()');
    expect(await names).toEqual(['AbortedError', 'TimeoutError']);
  });

  it('tells a device that is offline from a server that may not be read', async () => {
    answer = json(session);
    const codeOf = () =>
      page.evaluate(
        (baseUrl) =>
          client
            .createClient({ store: 'pk_1', baseUrl, retries: 0 })
            .store.get()
            .catch((reason) => reason.code),
        faults.url,
      );
    expect(await codeOf()).toBe('unreachable');
    await context.setOffline(true);
    expect(await codeOf()).toBe('offline');
  });
});

describe('the client in a page, against the backend', () => {
  let server: RunningServer;
  let shop: CreatedStore;

  beforeAll(async () => {
    server = await startServer(testConfig({ logLevel: 'silent' }));
    shop = await createStore(server.context, {
      name: 'Kiln & Co',
      origins: [origin],
      locale: 'en',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      contact: { email: null, phone: null, url: null },
      stalledAfterDays: 7,
    });
    const put = await fetch(`${server.url}/v1/staff/orders/by-external-id/1`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${shop.secretKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        number: '1001',
        placedAt: '2026-11-20T10:00:00Z',
        currency: 'EUR',
        email: 'mia@example.com',
        lines: [{ externalId: 'l1', title: 'Teapot', quantity: 1 }],
      }),
    });
    expect(put.status).toBe(200);
  });
  afterAll(() => server?.close());

  it('opens an order, reads it, and hears that nothing changed', async () => {
    const states = await page.evaluate(
      async ([baseUrl, store]) => {
        const made = client.createClient({ store, baseUrl });
        const { token, order } = await made.sessions.open({
          by: 'lookup',
          order: '1001',
          contact: 'mia@example.com',
        });
        const first = await made.orders.get({ token, orderId: order.id });
        const etag = first.state === 'fresh' ? first.etag : null;
        const second = await made.orders.get({ token, orderId: order.id, etag });
        return [order.number, first.state, second.state];
      },
      [server.url, shop.store.publishableKey] as const,
    );
    expect(states).toEqual(['1001', 'fresh', 'unchanged']);
  });

  it('is told until when a lookup is locked', async () => {
    const retryAt = await page.evaluate(
      async ([baseUrl, store]) => {
        const made = client.createClient({ store, baseUrl });
        for (let attempt = 0; attempt < 10; attempt++) {
          const error: unknown = await made.sessions
            .open({ by: 'lookup', order: '9999', contact: 'noah@example.com' })
            .catch((reason) => reason);
          if (client.isProblem(error, 'lookup_locked')) return error.retryAt?.toISOString();
          if (!client.isProblem(error, 'lookup_failed')) throw error;
        }
        return null;
      },
      [server.url, shop.store.publishableKey] as const,
    );
    expect(Date.parse(retryAt ?? '')).toBeGreaterThan(Date.now());
  });
});
