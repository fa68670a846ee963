import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { opsRoutes } from './ops-routes.ts';

describeOnBothDatabases('operators', (open) => {
  it('are told that the process lives and that it is ready', async () => {
    const { context } = await open();
    const app = opsRoutes(context);
    expect((await app.request('/health')).status).toBe(200);
    const ready = await app.request('/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready' });
    expect(ready.headers.get('cache-control')).toBe('no-store');
  });

  it('are told not to send more while it stops, though it lives', async () => {
    const { context } = await open();
    const app = opsRoutes({ ...context, stopping: AbortSignal.abort() });
    const ready = await app.request('/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable', reason: 'stopping' });
    expect((await app.request('/health')).status).toBe(200);
  });

  it('are told when the database is away or was brought to another version', async () => {
    const { context } = await open();
    const reasonWith = async (execute: Context['db']['execute']) => {
      const response = await opsRoutes({ ...context, db: { ...context.db, execute } }).request('/ready');
      expect(response.status).toBe(503);
      return ((await response.json()) as { reason: string }).reason;
    };
    expect(await reasonWith(() => Promise.reject(new Error('connect ECONNREFUSED')))).toBe('database');
    expect(await reasonWith(() => new Promise(() => undefined))).toBe('database');
    expect(await reasonWith(() => Promise.resolve({ rows: [{ version: 999 }], rowCount: 1 }))).toBe('schema');
  });

  it('read the metrics', async () => {
    const { context } = await open();
    context.metrics.unknownStatuses.inc({ provider: 'shippo' }, 2);
    const response = await opsRoutes(context).request('/metrics', {}, from('127.0.0.1'));
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    expect(text).toContain('postlude_unknown_statuses_total{provider="shippo"} 2');
    expect(text).toMatch(/postlude_database_connections \d/);
  });
});

/** The part of a connection that tells where it comes from. */
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

describeOnBothDatabases('metrics without a token', (open) => {
  it.each([
    ['127.0.0.1', {}, 200],
    ['::1', {}, 200],
    ['::ffff:127.0.0.1', {}, 200],
    ['127.0.0.1', { 'x-forwarded-for': '198.51.100.7' }, 403],
    ['198.51.100.7', {}, 403],
    ['', {}, 403],
  ])('from %s with %o are answered with %i', async (address, headers, status) => {
    const { context } = await open();
    expect((await opsRoutes(context).request('/metrics', { headers }, from(address))).status).toBe(status);
  });
});

describeOnBothDatabases('metrics under a token', (open) => {
  it('are told to whoever shows it and to nobody else', async () => {
    const { context } = await open();
    const metricsToken = 'a token of some length';
    const app = opsRoutes({ ...context, config: { ...context.config, metricsToken } });
    for (const authorization of ['', 'Bearer ', 'Bearer wrong', metricsToken, `Bearer ${metricsToken} `]) {
      const response = await app.request('/metrics', { headers: { authorization } });
      // Whitespace at the end of a header's value is not part of it.
      expect(response.status).toBe(authorization.trimEnd() === `Bearer ${metricsToken}` ? 200 : 401);
    }
    expect((await app.request('/metrics')).headers.get('www-authenticate')).toBe('Bearer');
    expect((await app.request('/health')).status).toBe(200);
  });
});

describe('request ids', () => {
  it('are taken over when they are plain and made otherwise', async () => {
    const { requestId } = await import('./request-id.ts');
    expect(requestId('4bf92f3577b34da6a3ce929d0e0e4736')).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    for (const bad of [
      null,
      undefined,
      '',
      'short',
      'x'.repeat(200),
      'a b c d e f g h',
      'ünïcödé-id',
      '"},{"a":"12345678',
    ]) {
      expect(requestId(bad)).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});
