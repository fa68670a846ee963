import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { type ClaimShop, openClaimShop } from './testing/shop.ts';

const inStore = (shop: ClaimShop, query: ReturnType<typeof sql>) =>
  shop.backend.context.db.withStore(shop.shop.store.id, (tx) => query.execute(tx));

/** Files a claim and cancels it, and does as if that had been done so many times: asking for each would take long. */
async function cancelOften(shop: ClaimShop, times: number): Promise<void> {
  const id = await shop.filed();
  await shop.shopper(id, 'cancel');
  await inStore(
    shop,
    sql`
      insert into claims
      select (jsonb_populate_record(null::claims, to_jsonb(claims) || jsonb_build_object(
        'claim_id', 'clm_' || lpad(copy::text, 32, '0'), 'number', 'C-1001-' || copy, 'sequence', copy))).*
      from claims cross join generate_series(2, ${times}::integer) as copy
      where claim_id = ${id}`,
  );
}

/** Does as if so many messages about a claim had been written. */
const writeOften = (shop: ClaimShop, id: string, sentBy: 'shopper' | 'store', times: number) =>
  inStore(
    shop,
    sql`
      insert into claim_messages (store_id, claim_id, claim_message_id, sent_by, text, created_at)
      select ${shop.shop.store.id}, ${id}, 'cmg_' || substr(md5(${sentBy} || copy), 1, 32), ${sentBy}, 'Hello', now()
      from generate_series(1, ${times}::integer) as copy`,
  );

describeOnBothDatabases('without end', (open) => {
  it('nobody files claims about one item and cancels them, while another item’s may be filed', async () => {
    const shop = await openClaimShop(await open());
    await cancelOften(shop, 19);
    const last = await shop.file(shop.filing({ description: 'The last one' }));
    expect(last.status).toBe(201);
    await shop.shopper(last.json.id, 'cancel');
    const events = (await shop.events()).length;
    const next = await shop.file(shop.filing({ description: 'One more' }));
    expect(next).toMatchObject({ status: 422, json: { code: 'too_many', detail: expect.any(String) } });
    expect(await shop.events()).toHaveLength(events);
    expect((await shop.file(shop.filing(), shop.passports[1])).status).toBe(201);
  });

  it('nobody writes about one claim, but staff may', async () => {
    const shop = await openClaimShop(await open());
    const id = await shop.filed();
    await writeOften(shop, id, 'store', 300);
    await writeOften(shop, id, 'shopper', 199);
    expect((await shop.shopper(id, 'messages', { text: 'Once more' })).status).toBe(201);
    expect((await shop.shopper(id, 'messages', { text: 'And again' })).json.code).toBe('too_many');
    const { answer } = await shop.act(id, 'messages', { text: 'We have called you.' });
    expect(answer.status).toBe(201);
    expect(answer.json.claim.messages).toHaveLength(501);
  });

  it('nobody tells another parcel, though the claim may still be cancelled', async () => {
    const shop = await openClaimShop(await open());
    const id = await shop.filed();
    await shop.act(id, 'approve');
    await inStore(shop, sql`update claims set revision = 199 where claim_id = ${id}`);
    const tell = (trackingNumber: string) => shop.shopper(id, 'parcel', { carrier: 'DHL', trackingNumber });
    expect((await tell('IN 1')).status).toBe(200);
    expect((await tell('IN 2')).json.code).toBe('too_many');
    expect((await tell('IN 1')).json).toMatchObject({
      status: 'approved',
      inbound: { trackingNumber: 'IN 1' },
    });
    expect((await shop.shopper(id, 'cancel')).json.status).toBe('cancelled');
  });
});
