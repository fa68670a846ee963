import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Order } from '@postlude/contract';

const cdn = path.join(import.meta.dirname, '../../packages/embed/dist/cdn');
const hex = (n: number) => n.toString(16).padStart(32, '0');

const order = (): Order => ({
  id: `ord_${hex(1)}`,
  number: '1001',
  placedAt: '2026-11-20T10:00:00.000Z',
  status: 'shipped',
  headline: { code: 'arrives_on', date: '2026-11-26', until: null, days: null, tone: 'progress' },
  total: { amount: 12900, currency: 'EUR' },
  destination: { city: 'Berlin', country: 'DE' },
  lines: [
    {
      id: `lin_${hex(1)}`,
      title: 'Linen shirt',
      variant: 'M',
      quantity: 2,
      removed: 0,
      imageUrl: null,
      productUrl: null,
    },
  ],
  shipments: [
    {
      id: `shp_${hex(1)}`,
      status: 'in_transit',
      subStatus: 'departed',
      headline: { code: 'arrives_on', date: '2026-11-26', until: null, days: null, tone: 'progress' },
      steps: [
        { step: 'ordered', state: 'done', at: '2026-11-20T10:00:00.000Z' },
        { step: 'shipped', state: 'done', at: '2026-11-21T10:00:00.000Z' },
        { step: 'in_transit', state: 'current', at: '2026-11-22T10:00:00.000Z' },
        { step: 'out_for_delivery', state: 'upcoming', at: null },
        { step: 'delivered', state: 'upcoming', at: null },
      ],
      items: [{ lineId: `lin_${hex(1)}`, quantity: 2 }],
      carrier: { code: 'dhl', name: 'DHL' },
      trackingNumber: '00340434161094021501',
      trackingUrl: 'https://www.dhl.de/',
      legs: [],
      shippedAt: '2026-11-21T10:00:00.000Z',
      deliveredAt: null,
      promise: { from: null, until: '2026-11-26', zone: 'Europe/Berlin', source: 'carrier' },
      promises: [],
      lateDays: null,
      stalledDays: null,
      actionRequired: null,
      pickup: null,
      proof: null,
      events: [
        {
          id: `evt_${hex(1)}`,
          at: '2026-11-22T10:00:00.000Z',
          localTime: '2026-11-22T11:00:00',
          offset: '+01:00',
          status: 'in_transit',
          subStatus: 'departed',
          message: 'Departed',
          place: { city: 'Leipzig', region: null, country: 'DE' },
          carrier: { code: 'dhl', name: 'DHL' },
        },
      ],
    },
  ],
  unshipped: [],
  store: {
    name: 'Kontor',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    contact: { email: 'a@b.example', phone: null, url: null },
  },
  refreshAfter: 30,
});

export async function startStandIn() {
  const server = createServer(async (request, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://x');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization,if-none-match,content-type');
    response.setHeader('access-control-expose-headers', 'etag');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    let body = '';
    for await (const part of request) body += part;
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (url.pathname === '/v1/sessions') {
      const asked = JSON.parse(body);
      if (asked.by === 'proof' ? asked.proof !== 'a'.repeat(64) : asked.contact !== 'mia@example.com')
        return void json(403, {
          type: 'x',
          title: 'no',
          status: 403,
          code: asked.by === 'proof' ? 'proof_invalid' : 'lookup_failed',
        });
      return void json(201, { token: 'token', expiresAt: '2099-01-01T00:00:00.000Z', order: order() });
    }
    if (url.pathname.startsWith('/v1/orders/')) return void json(200, order());
    const file = path.join(cdn, url.pathname);
    if (!existsSync(file)) return void response.writeHead(404).end('no');
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(await readFile(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store: 'pk_test',
    order: '1001',
    proof: 'a'.repeat(64),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
