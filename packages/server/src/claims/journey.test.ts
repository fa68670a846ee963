import { Claim, ClaimOptions, StaffClaim } from '@postlude/contract';
import { expect, it } from 'vitest';
import { expectExactly } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openClaimShop, repairQuote } from './testing/shop.ts';

describeOnBothDatabases('a claim', (open) => {
  it('goes from the doors over filing, quote and repair to the parcel back, and makes the guarantee longer', async () => {
    const shop = await openClaimShop(await open());
    const { send, token, mug, act, shopper, get } = shop;
    const options = await send('GET', `/v1/passports/${mug}/claim-options?locale=de`, { key: token });
    expect(options.status).toBe(200);
    expectExactly(ClaimOptions, options.json);
    expect(options.json.doors[0]).toMatchObject({
      route: 'legal_guarantee',
      best: true,
      whyBest: 'free_by_law',
    });
    expect(options.json.symptoms[0]).toMatchObject({ label: 'Defekt' });
    expect(options.json.places.map(({ id }: { id: string }) => id)).toEqual(['post', 'counter']);
    expect(options.json.addressKnown).toBe(false);
    const guarantee = options.json.covers.find((cover: { kind: string }) => cover.kind === 'legal_guarantee');

    const filed = await shop.file(shop.filing());
    expect(filed.status).toBe(201);
    expectExactly(Claim, filed.json);
    expect(filed.json).toMatchObject({ number: 'C-1001-1', status: 'received', canCancel: true });
    const id: string = filed.json.id;

    await act(id, 'approve', { by: 'Mia', note: 'Please send it in.' });
    const approved = await get(id);
    expect(approved.documents.map(({ kind }) => kind)).toEqual(['packing_slip']);
    expect(approved.place).toMatchObject({ id: 'post', address: ['Deich 2', '20095 Hamburg'] });
    expect(approved.events.at(-1)).toMatchObject({ status: 'approved', note: 'Please send it in.' });
    const slip = await send('GET', new URL(approved.documents[0]?.url ?? '').pathname);
    expect([slip.status, slip.headers.get('content-type'), slip.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const told = await shopper(id, 'parcel', { carrier: 'DHL', trackingNumber: 'IN 1' });
    expect(told.json.inbound).toMatchObject({ trackingNumber: 'IN 1' });

    await act(id, 'receive');
    await act(id, 'diagnose');
    const quoted = await act(id, 'quote', repairQuote);
    expect(quoted.answer.status).toBe(200);
    expectExactly(StaffClaim, quoted.staff);
    const { quote } = await get(id);
    expect(quote).toMatchObject({
      state: 'open',
      price: { amount: 1500 },
      total: { amount: 2190 },
      validUntil: '2026-12-24',
    });
    const accepted = await shopper(id, 'quote', { quoteId: quote?.id, accept: true });
    expect(accepted.json).toMatchObject({ status: 'in_repair', quote: { state: 'accepted' } });
    await act(id, 'test');
    await act(id, 'ship', { carrier: 'DHL', trackingNumber: 'BACK 1' });
    const back = await get(id);
    expect(back.outbound).toMatchObject({ trackingNumber: 'BACK 1' });
    expect(back.outbound?.id).not.toBe(back.inbound?.id);
    await act(id, 'costs', { kind: 'parts', price: { amount: 300, currency: 'EUR' } });
    const done = await act(id, 'finish', { outcome: 'repaired' });
    expect(done.staff.costs).toMatchObject([{ kind: 'parts', price: { amount: 300 } }]);
    const seen = await get(id);
    expectExactly(Claim, seen);
    expect(seen).toMatchObject({ status: 'done', doneOn: '2026-11-24', canCancel: false });
    const now = seen.covers.find(({ kind }) => kind === 'legal_guarantee');
    expect(now?.sum?.extensions.map(({ reason }) => reason)).toEqual(['repair']);
    expect((now?.until ?? '') > guarantee.until).toBe(true);
    expect((await shop.events()).map(({ type }) => type)).toEqual([
      'claim.received',
      'claim.approved',
      'repair.device_received',
      'repair.quoted',
      'repair.quote_accepted',
      'repair.shipped',
      'claim.done',
    ]);
  });
});
