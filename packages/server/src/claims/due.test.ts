import { DueItem } from '@postlude/contract';
import { expect, it } from 'vitest';
import { pending } from '../registrations/testing/pending.ts';
import { openRegistrationShop } from '../registrations/testing/shop.ts';
import { keyOf } from '../returns/testing/shop.ts';
import { expectExactly } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { type ClaimShop, openClaimShop, repairQuote, testWarrantyPolicy } from './testing/shop.ts';

const due = async (shop: ClaimShop, waitsFor?: string): Promise<DueItem[]> =>
  (await shop.staff('GET', `/v1/staff/due${waitsFor ? `?waitsFor=${waitsFor}` : ''}`)).json.items;

describeOnBothDatabases('the due list', (open) => {
  it('says who a claim waits for at each step, and since when', async () => {
    const backend = await open();
    const shop = await openClaimShop(backend);
    const id = await shop.filed();
    const now = async () => {
      const items = await due(shop);
      for (const item of items) expectExactly(DueItem, item);
      return items.map(({ number, status, waitsFor, since }) => [number, status, waitsFor, since]);
    };
    const step = async (action: string, json: object, waitsFor: string) => {
      backend.clock.advance(60_000);
      const since = backend.clock.now().toISOString();
      const { staff } = await shop.act(id, action, json);
      const row = ['C-1001-1', staff.claim.status, waitsFor, since];
      expect(await now(), action).toEqual([row]);
    };
    expect(await now()).toEqual([['C-1001-1', 'received', 'store', '2026-11-24T10:00:00.000Z']]);
    await step('ask', { text: 'Is it wet?' }, 'shopper');
    await step('approve', {}, 'shopper');
    const approved = backend.clock.now().toISOString();
    backend.clock.advance(60_000);
    await shop.shopper(id, 'parcel', { carrier: 'DHL', trackingNumber: 'IN 1' });
    // It waits for somebody else, and still since it was approved.
    expect(await now()).toEqual([['C-1001-1', 'approved', 'carrier', approved]]);
    await step('receive', {}, 'store');
    await step('await_parts', {}, 'parts');
    await step('quote', repairQuote, 'shopper');
    const quoted = backend.clock.now().toISOString();
    // A quote that ran out waits for the store.
    backend.clock.advance(31 * 86_400_000);
    expect(await now()).toEqual([['C-1001-1', 'quoted', 'store', quoted]]);
    await step('decline', { code: 'misuse' }, 'store');
    await shop.act(id, 'ship', { carrier: null, trackingNumber: null });
    expect(await now()).toEqual([]);
  });

  it('lets nobody wait for a shopper who has nothing to send, and ends with the claim', async () => {
    const backend = await open();
    const places = [
      { id: 'home', kind: 'at_home' as const, name: 'Your home', address: [] },
      { id: 'post', kind: 'send_in' as const, name: 'Workshop', address: ['Deich 2', '20095 Hamburg'] },
    ];
    const claims = { ...testWarrantyPolicy.claims, places };
    const shop = await openClaimShop(backend, { ...testWarrantyPolicy, claims });
    const [first = '', second = ''] = shop.passports;
    const file = async (passportId: string, changes: object) =>
      (await shop.file(shop.filing(changes), passportId)).json.id;
    const atHome = await file(first, { placeId: 'home' });
    const kit = await file(second, { resolution: 'kit', placeId: null });
    for (const id of [atHome, kit]) {
      await shop.act(id, 'approve');
      expect((await due(shop, 'store')).map((item) => item.id)).toContain(id);
    }
    expect(await due(shop, 'shopper')).toEqual([]);
    await shop.act(atHome, 'finish', { outcome: 'repaired' });
    expect((await due(shop)).map((item) => item.id)).toEqual([kit]);
    await shop.shopper(kit, 'cancel');
    expect(await due(shop)).toEqual([]);
  });

  it('has registrations that staff look at, until they are decided', async () => {
    const shop = await openRegistrationShop(await open());
    const { id } = await pending(shop);
    const items = async () => (await shop.staff('GET', '/v1/staff/due')).json.items;
    expect(await items()).toMatchObject([{ kind: 'registration', id, status: 'pending', waitsFor: 'store' }]);
    await shop.act(id, 'reject', { code: 'proof_unreadable' });
    expect(await items()).toEqual([]);
  });

  it('has returns beside claims, the longest waiting first, of this store alone', async () => {
    const backend = await open();
    const shop = await openClaimShop(backend);
    const other = await openClaimShop(backend);
    const claim = await other.filed();
    const returned = await fileReturn(shop);
    backend.clock.advance(3_600_000);
    const id = await shop.filed({ description: 'Later' });
    const items = await due(shop);
    expect(items.map((item) => [item.kind, item.id, item.waitsFor])).toEqual([
      ['return', returned, 'store'],
      ['claim', id, 'store'],
    ]);
    expect((await due(other)).map((item) => item.id)).toEqual([claim]);
    expect(await due(shop, 'carrier')).toEqual([]);
  });
});

/** Files a return of a mug of the shop's order, and answers with its id. */
async function fileReturn(shop: ClaimShop): Promise<string> {
  const { Mug } = await shop.items();
  const items = [{ ...keyOf(Mug), quantity: 1, reason: 'changed_my_mind', resolution: 'refund' }];
  const path = `/v1/orders/${shop.orderId}/returns`;
  const json = { route: 'return', items, method: { id: 'own' } };
  return (await shop.send('POST', path, { key: shop.token, json })).json.id;
}
