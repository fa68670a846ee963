import { expect, it } from 'vitest';
import type { TrackingFact } from '../ingest/facts.ts';
import { applyFacts } from '../orders/apply-facts.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { easypostTracker, openPost } from '../testing/messages.ts';
import { noteReturnParcels } from './shipping.ts';
import { openReturnShop, type ReturnShop } from './testing/shop.ts';

describeOnBothDatabases('the parcel of a return', (open) => {
  async function openFiled(): Promise<ReturnShop & { id: string }> {
    const shop = await openReturnShop(await open());
    const { json } = await shop.file(await shop.filing());
    return { ...shop, id: json.id };
  }

  it('follows the parcel the shopper told of, like a delivery, and is on its way with the first scan', async () => {
    const shop = await openFiled();
    const path = `/v1/returns/${shop.id}/parcel`;
    const tell = () =>
      shop.send('POST', path, { key: shop.token, json: { carrier: 'DHL', trackingNumber: 'back 1' } });
    expect((await tell()).json.code).toBe('return_not_changeable');
    await shop.act(shop.id, 'approve');
    const told = await tell();
    expect(told.json).toMatchObject({ status: 'approved', shipment: { trackingNumber: 'back 1' } });
    expect((await tell()).json).toEqual(told.json);
    await shop.backend.context.db.withStore(shop.shop.store.id, async (tx) => {
      const facts = [scan('BACK1', '2026-11-24T10:00:00.000Z')];
      await applyFacts(tx, shop.shop.store.id, facts, shop.backend.clock.now());
      await noteReturnParcels(tx, shop.shop.store.id, facts, shop.backend.clock.now());
      await noteReturnParcels(tx, shop.shop.store.id, facts, shop.backend.clock.now());
    });
    const seen = await shop.get(shop.id);
    expect(seen).toMatchObject({ status: 'shipped', canCancel: false, shipment: { status: 'in_transit' } });
    expect(seen.shipment?.events).toHaveLength(1);
    expect((await shop.events()).filter(({ type }) => type === 'return.shipped')).toHaveLength(1);
  });

  it('is on its way at once when the news of its parcel came before its number was told', async () => {
    const shop = await openFiled();
    await shop.act(shop.id, 'approve');
    await shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
      applyFacts(
        tx,
        shop.shop.store.id,
        [scan('EARLY1', '2026-11-24T08:00:00.000Z')],
        shop.backend.clock.now(),
      ),
    );
    const told = await shop.send('POST', `/v1/returns/${shop.id}/parcel`, {
      key: shop.token,
      json: { trackingNumber: 'early1' },
    });
    expect(told.json.status).toBe('shipped');
  });

  it('is on its way when its carrier’s own message comes in, and never because of its label alone', async () => {
    const shop = await openFiled();
    const { context } = shop.backend;
    const post = await openPost(context, shop.send, shop.shop);
    await shop.act(shop.id, 'approve');
    await shop.send('POST', `/v1/returns/${shop.id}/parcel`, {
      key: shop.token,
      json: { trackingNumber: 'RB77' },
    });
    const printed = ['2026-11-24T08:00:00Z', 'pre_transit'] as const;
    await post.deliver(easypostTracker('RB77', 'pre_transit', '2026-11-24T08:01:00Z', [printed]));
    expect((await shop.get(shop.id)).status).toBe('approved');
    const taken = ['2026-11-24T08:30:00Z', 'in_transit'] as const;
    await post.deliver(easypostTracker('RB77', 'in_transit', '2026-11-24T08:31:00Z', [printed, taken]));
    expect(await shop.get(shop.id)).toMatchObject({ status: 'shipped', shipment: { status: 'in_transit' } });
    expect((await shop.events()).filter(({ type }) => type === 'return.shipped')).toHaveLength(1);
  });
});

const scan = (trackingNumber: string, at: string): TrackingFact => ({
  kind: 'tracking',
  source: 'easypost',
  subject: { by: 'number', trackingNumber },
  version: { at, tie: 'a' },
  status: null,
  raw: {},
  carrierName: 'DHL',
  events: [
    {
      externalId: null,
      when: { at, localTime: at.slice(0, 19), offset: '+00:00' },
      mapped: { status: 'in_transit', subStatus: null, actionRequired: false, known: true },
      message: 'Picked up',
      place: null,
      carrierName: null,
      raw: {},
    },
  ],
  promise: null,
  pickup: null,
  proof: null,
  legs: [],
  actionUrl: null,
});
