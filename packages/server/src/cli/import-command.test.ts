import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from './testing/terminal.ts';

let terminal: Terminal;
let folder: string;

beforeAll(async () => {
  terminal = await openTerminal();
  folder = await mkdtemp(join(tmpdir(), 'postlude-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function newStore(name: string): Promise<{ readonly id: string }> {
  return JSON.parse((await terminal.run('store', 'create', '--name', name, '--json')).out).store;
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('postlude import orders', () => {
  it('imports what is right, tells line by line what is wrong, and changes nothing the second time', async () => {
    const store = await newStore('Import');
    const line = { externalId: 'l', title: 'Teapot', quantity: 1 };
    const order = {
      placedAt: '2026-11-20T10:00:00Z',
      updatedAt: '2026-11-20T10:00:00Z',
      currency: 'EUR',
      lines: [line],
    };
    const event = { at: '2026-11-21T08:00:00+01:00', status: 'in_transit' };
    const shipment = { externalId: 's1', items: [], trackingNumber: 'AB 12', tracking: { events: [event] } };
    const path = await file(
      'orders.ndjson',
      [
        JSON.stringify({ externalId: '1', number: '1001', ...order, shipments: [shipment] }),
        '{"externalId": "2",',
        JSON.stringify({ externalId: '3', number: '1003', ...order, nonsense: true }),
        JSON.stringify({ externalId: '4', number: '1004', ...order, shipments: [shipment] }),
        JSON.stringify({ externalId: '5', number: '1005', ...order }),
      ].join('\n'),
    );
    for (const turn of ['first', 'second']) {
      const ran = await terminal.run('import', 'orders', path, '--store', store.id, '--json');
      expect(ran.code, turn).toBe(3);
      expect(JSON.parse(ran.out)).toMatchObject({
        orders: 2,
        shipments: 1,
        failed: 3,
        interrupted: false,
        problems: [
          { line: 2, externalId: null, reasons: [expect.stringContaining('JSON')] },
          { line: 3, externalId: '3' },
          { line: 4, externalId: '4', reasons: [expect.stringContaining('Another order')] },
        ],
      });
    }
    const told = await terminal.run('import', 'orders', path, '--store', store.id);
    expect(told.err).toMatch(/^Line 2: .*\nLine 3 \(3\): .*\nLine 4 \(4\): .*\n$/);
    expect(told.out).toContain('Imported 2 orders with 1 shipments.');
  });

  it('imports what was paid and given back, once', async () => {
    const store = await newStore('Money');
    const eur = (amount: number, currency = 'EUR') => ({ amount, currency });
    const order = (externalId: string, discount: object) => ({
      externalId,
      number: externalId,
      placedAt: '2026-11-20T10:00:00Z',
      updatedAt: '2026-11-20T10:00:00Z',
      currency: 'EUR',
      taxesIncluded: true,
      total: eur(5480),
      shipping: { price: eur(490), tax: eur(78) },
      lines: [
        {
          externalId: 'l',
          title: 'Cup',
          quantity: 2,
          unitPrice: eur(2995),
          discount,
          tax: eur(797),
          tags: ['a'],
        },
      ],
      refunds: [
        {
          externalId: `r-${externalId}`,
          refundedAt: '2026-11-22T10:00:00Z',
          amount: eur(2495),
          items: [{ lineExternalId: 'l', quantity: 1 }],
        },
      ],
    });
    const path = await file('money.json', JSON.stringify([order('1', eur(1000)), order('2', eur(1, 'USD'))]));
    for (const turn of ['first', 'second']) {
      const ran = await terminal.run('import', 'orders', path, '--store', store.id, '--json');
      expect(JSON.parse(ran.out), turn).toMatchObject({
        orders: 1,
        failed: 1,
        problems: [{ externalId: '2', reasons: ['lines.0.discount.currency: The order is in EUR.'] }],
      });
    }
  });

  it('reads nothing but UTF-8, and says when there is no such file', async () => {
    const store = await newStore('Files');
    const latin = join(folder, 'latin.json');
    await writeFile(latin, Buffer.from('[{"number":"\xe4"}]', 'latin1'));
    expect(await terminal.run('import', 'orders', latin, '--store', store.id)).toMatchObject({
      code: 1,
      err: expect.stringContaining('UTF-8'),
    });
    const missing = await terminal.run('import', 'orders', join(folder, 'missing.json'), '--store', store.id);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('missing.json') });
    expect(missing.err).not.toMatch(/\n {4}at /);
  });
});
