import type { ReturnPolicyInput } from '@postlude/contract';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { keyOf, openReturnShop, testPolicy } from './testing/shop.ts';

const image = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describeOnBothDatabases('what a policy says to a shopper', (open) => {
  it('is its message, in the language asked for or else the store’s', async () => {
    const message = { en: 'Over the holidays you have longer.', de: 'Über die Feiertage haben Sie länger.' };
    const shop = await openReturnShop(await open(), { ...testPolicy, message });
    const read = async (locale: string) => {
      const path = `/v1/orders/${shop.orderId}/return-options?locale=${locale}`;
      return (await shop.send('GET', path, { key: shop.token })).json.message;
    };
    expect(await read('en-GB')).toBe(message.en);
    expect(await read('de')).toBe(message.de);
    expect(await read('ar')).toBe(message.de);
  });

  it('are the reasons for a product’s type, however it is written, with their own note and finer reasons', async () => {
    const reasons: ReturnPolicyInput['reasons'] = [
      { code: 'changed_my_mind' },
      {
        code: 'scratched',
        productTypes: ['trays'],
        note: 'required',
        children: [{ code: 'deep', label: { en: 'Deep' } }],
      },
    ];
    const shop = await openReturnShop(await open(), { ...testPolicy, reasons });
    const { Mug, Tray } = await shop.items();
    const path = `/v1/orders/${shop.orderId}/return-options`;
    const { json } = await shop.send('GET', path, { key: shop.token });
    expect(json.reasons[1].productTypes).toContain(Tray?.productType);
    const filed = async (item: typeof Mug, note: string | null) => {
      const items = [
        { ...keyOf(item), quantity: 1, reason: 'scratched.deep', resolution: 'refund' as const, note },
      ];
      return shop.file(await shop.filing({ items }));
    };
    expect((await filed(Mug, 'On the left.')).json.code).toBe('reason_unknown');
    expect((await filed(Tray, null)).json.code).toBe('note_required');
    expect((await filed(Tray, 'On the left.')).status).toBe(201);
  });

  it('is the address and what to do for the country it was sent to', async () => {
    const home = {
      name: 'Kontor Nord',
      lines: ['Deich 1'],
      city: 'Hamburg',
      postcode: '20095',
      country: 'DE',
    };
    const addresses: ReturnPolicyInput['addresses'] = [
      { ...home, lines: ['Elsewhere 9'], instructions: { en: 'For all other countries.' } },
      {
        ...home,
        countries: ['DE'],
        instructions: { en: 'Ring twice.', de: 'Zweimal klingeln.' },
      },
    ];
    const shop = await openReturnShop(await open(), { ...testPolicy, addresses });
    const { json } = await shop.file(await shop.filing());
    await shop.act(json.id, 'approve');
    const { address } = await shop.get(json.id);
    expect(address?.lines).toContain('Deich 1');
    expect(address?.instructions).toBe('Zweimal klingeln.');
  });
});

describeOnBothDatabases('photos of what arrived', (open) => {
  it('are kept with their item, for staff alone, and only those of this order', async () => {
    const shop = await openReturnShop(await open());
    const { json } = await shop.file(await shop.filing());
    await shop.act(json.id, 'approve');
    const path = `/v1/staff/uploads?order=${shop.orderId}&purpose=inspection`;
    const upload = await shop.send('POST', path, { key: shop.shop.secretKey, body: image });
    const item = { returnItemId: json.items[0].id, quantity: 1, grade: 'c', restock: false };
    const received = await shop.act(json.id, 'receive', { items: [{ ...item, uploads: [upload.json.id] }] });
    expect(received.staff.return).toMatchObject({
      status: 'received',
      items: [{ received: { quantity: 1, grade: 'c' }, uploads: [{ id: upload.json.id }] }],
    });
    expect((await shop.get(json.id)).items[0]?.uploads).toEqual([]);
    const other = await openReturnShop(shop.backend);
    const filed = await other.file(await other.filing());
    await other.act(filed.json.id, 'approve');
    const foreign = { ...item, returnItemId: filed.json.items[0].id, uploads: [upload.json.id] };
    const refused = await other.act(filed.json.id, 'receive', { items: [foreign] });
    expect(refused.answer.json.code).toBe('upload_unknown');
    expect((await other.get(filed.json.id)).status).toBe('approved');
  });
});
