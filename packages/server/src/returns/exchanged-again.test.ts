import { expect, it } from 'vitest';
import { putOrder, putShipment } from '../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { keyOf, openReturnShop, type ReturnShop } from './testing/shop.ts';

const price = (amount: number) => ({ amount, currency: 'EUR' });
const reason = 'changed_my_mind';

/** The mug was exchanged for the red one, which is settled. */
async function openExchanged(backend: TestBackend): Promise<ReturnShop> {
  const shop = await openReturnShop(backend);
  const { Mug } = await shop.items();
  const exchangeFor = { variantId: 'v2' };
  const items = [{ ...keyOf(Mug), quantity: 1, reason, resolution: 'exchange' as const, exchangeFor }];
  const { json } = await shop.file(await shop.filing({ items }));
  await shop.act(json.id, 'approve');
  const { staff } = await shop.act(json.id, 'refund');
  expect(staff.return).toMatchObject({ status: 'refunded', settled: { refund: price(0), toPay: price(0) } });
  return shop;
}

describeOnBothDatabases('what came in exchange', (open) => {
  it('is not the unit that was sent back: of that one nothing is left, also when it was sent in a parcel of the same line', async () => {
    const shop = await openExchanged(await open());
    expect((await shop.items()).Mug).toMatchObject({ quantity: 1 });
    const again = { shippedAt: '2026-11-24T10:00:00Z', items: [{ lineExternalId: 'l1', quantity: 1 }] };
    await putShipment(shop.send, shop.shop, shop.orderId, { trackingNumber: 'OUT2', ...again }, 'ship-2');
    const { json } = await shop.send('GET', `/v1/orders/${shop.orderId}/return-options`, { key: shop.token });
    const mugs = json.items.filter(({ title }: { title: string }) => title === 'Mug');
    expect(mugs.reduce((sum: number, { quantity }: { quantity: number }) => sum + quantity, 0)).toBe(1);
  });

  it('can be sent back like anything else where the shop adds it to the order, and no more comes back than was paid', async () => {
    const shop = await openExchanged(await open());
    const line = { unitPrice: price(1995), productId: 'p1' };
    await putOrder(shop.send, shop.shop, {
      // A platform that adds the line tells the total with it, before returns.
      total: price(10970 + 1995),
      taxesIncluded: true,
      shipping: { price: price(490) },
      lines: [
        { externalId: 'l1', title: 'Mug', quantity: 2, variantId: 'v1', ...line },
        { externalId: 'l2', title: 'Tray', quantity: 1, unitPrice: price(1490), productType: 'Trays' },
        { externalId: 'l3', title: 'Lamp', quantity: 1, unitPrice: price(5000) },
        { externalId: 'l4', title: 'Red mug', quantity: 1, variantId: 'v2', ...line },
      ],
    } as never);
    const sent = { trackingNumber: 'OUT2', shippedAt: '2026-11-22T10:00:00Z' };
    const parcel = { ...sent, items: [{ lineExternalId: 'l4', quantity: 1 }] };
    const answer = await putShipment(shop.send, shop.shop, shop.orderId, parcel, 'ship-2');
    const shipment = answer.json.order.shipments.find(
      ({ trackingNumber }: { trackingNumber: string }) => trackingNumber === 'OUT2',
    ).id;
    await shop.staff('POST', `/v1/staff/orders/${shop.orderId}/shipments/${shipment}/tracking`, {
      events: [{ at: '2026-11-23T10:00:00+01:00', status: 'delivered' }],
    });
    const { Mug, Tray, 'Red mug': red } = await shop.items();
    const back = { quantity: 1, reason, resolution: 'refund' as const };
    const again = await shop.file(await shop.filing({ items: [{ ...keyOf(red), ...back }] }));
    // 19.95 less the handling of 1.00.
    expect(again.json.settlement.refund).toEqual(price(1895));
    const rest = [Mug, Tray].map((item) => ({ ...keyOf(item), ...back }));
    const filed = await shop.file(await shop.filing({ items: rest }));
    expect(filed.json.settlement.refund).toEqual(price(1995 + 1490 - 100));
  });
});
