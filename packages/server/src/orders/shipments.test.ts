import { endpoints } from '@postlude/contract/endpoints';
import { expect, it } from 'vitest';
import { apiOf, expectExactly, putOrder, putShipment } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

describeOnBothDatabases('a shipment and its news put in by staff', (open) => {
  it('moves the card', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const shipped = await putShipment(send, shop, order.id, {
      shippedAt: '2026-11-21T08:00:00Z',
      carrier: 'DHL',
      trackingNumber: '00340434161094027318',
      items: [{ lineExternalId: 'l1', quantity: 1 }],
    });
    expectExactly(endpoints.putShipment.output, shipped.json);
    expect(shipped.json.order.shipments[0]).toMatchObject({
      trackingNumber: '00340434161094027318',
      items: [{ lineId: order.lines[0]?.id, quantity: 1 }],
    });
    const path = `/v1/staff/orders/${order.id}/shipments/${shipped.json.order.shipments[0].id}`;
    const told = await send('POST', `${path}/tracking`, {
      key: shop.secretKey,
      json: {
        events: [
          {
            at: '2026-11-23T07:30:00+01:00',
            status: 'out_for_delivery',
            place: { city: 'Hamburg', country: 'de' },
          },
        ],
        promise: { until: '2026-11-24' },
      },
    });
    expectExactly(endpoints.addTracking.output, told.json);
    expect(told.json.order.shipments[0]).toMatchObject({
      status: 'out_for_delivery',
      promise: { until: '2026-11-24', source: 'store' },
      events: [
        { localTime: '2026-11-23T07:30:00', offset: '+01:00', place: { city: 'Hamburg', country: 'DE' } },
      ],
    });
    const list = await send('GET', `${path}/events`, { key: shop.secretKey });
    expectExactly(endpoints.listTrackingEvents.output, list.json);
    expect(list.json.items).toMatchObject([{ source: 'staff', raw: { status: 'out_for_delivery' } }]);
  });

  it('keeps a pick-up point when later news do not speak of it', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const { json } = await putShipment(send, shop, order.id, { shippedAt: '2026-11-21T08:00:00Z' });
    const path = `/v1/staff/orders/${order.id}/shipments/${json.order.shipments[0].id}/tracking`;
    await send('POST', path, {
      key: shop.secretKey,
      json: {
        events: [{ at: '2026-11-23T08:00:00Z', status: 'available_for_pickup' }],
        pickup: { name: 'Kiosk', code: '1234' },
      },
    });
    const later = await send('POST', path, { key: shop.secretKey, json: { proof: { signedBy: 'A. L.' } } });
    expect(later.json.order.shipments[0].pickup).toMatchObject({ name: 'Kiosk', code: '1234' });
  });

  it('pages through many events, each once', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const { json } = await putShipment(send, shop, order.id, { trackingNumber: 'T1' });
    const path = `/v1/staff/orders/${order.id}/shipments/${json.order.shipments[0].id}`;
    const events = Array.from({ length: 120 }, (_, place) => ({
      at: new Date(Date.UTC(2026, 10, 21, 0, Math.floor(place / 2))).toISOString(),
      status: 'in_transit',
      message: `Scan ${place}`,
    }));
    for (let round = 0; round < 2; round += 1) {
      await send('POST', `${path}/tracking`, { key: shop.secretKey, json: { events } });
    }
    const seen = new Set<string>();
    let cursor = '';
    do {
      const page = await send('GET', `${path}/events?limit=50${cursor}`, { key: shop.secretKey });
      for (const { event } of page.json.items) seen.add(event.message);
      cursor = page.json.next === null ? '' : `&cursor=${page.json.next}`;
    } while (cursor !== '');
    expect(seen.size).toBe(120);
  });

  it('does not show the former life of a tracking number that is used again', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const news = async (number: string, placedAt: string, at: string) => {
      const { order } = await putOrder(send, shop, { number, placedAt });
      const { json } = await putShipment(send, shop, order.id, { trackingNumber: 'AGAIN' }, `s${number}`);
      const path = `/v1/staff/orders/${order.id}/shipments/${json.order.shipments[0].id}`;
      await send('POST', `${path}/tracking`, {
        key: shop.secretKey,
        json: { events: [{ at, status: 'in_transit', message: number }] },
      });
      const list = await send('GET', `${path}/events`, { key: shop.secretKey });
      const read = await send('GET', `/v1/staff/orders/${order.id}`, { key: shop.secretKey });
      const messages = (events: { message: string }[]) => events.map((event) => event.message);
      return [
        messages(list.json.items.map((item: { event: { message: string } }) => item.event)),
        messages(read.json.order.shipments[0].events),
      ];
    };
    await news('old', '2025-01-01T00:00:00Z', '2025-01-02T00:00:00Z');
    expect(await news('new', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z')).toEqual([['new'], ['new']]);
  });

  it('refuses a sub-status that does not belong to the status', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const { json } = await putShipment(send, shop, order.id, {});
    const path = `/v1/staff/orders/${order.id}/shipments/${json.order.shipments[0].id}/tracking`;
    const answer = await send('POST', path, {
      key: shop.secretKey,
      json: { events: [{ at: '2026-11-23T08:00:00Z', status: 'delivered', subStatus: 'weather_delay' }] },
    });
    expect(answer.json.fields).toHaveProperty(['events.0.subStatus']);
  });

  it('is not found under another order', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const one = await putOrder(send, shop, { number: '1' });
    const two = await putOrder(send, shop, { number: '2' });
    const { json } = await putShipment(send, shop, one.order.id, {});
    const path = `/v1/staff/orders/${two.order.id}/shipments/${json.order.shipments[0].id}`;
    expect((await send('GET', `${path}/events`, { key: shop.secretKey })).status).toBe(404);
    expect((await send('POST', `${path}/tracking`, { key: shop.secretKey, json: {} })).status).toBe(404);
  });
});
