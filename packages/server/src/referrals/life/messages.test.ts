import { expect, it } from 'vitest';
import { fixtureText } from '../../ingest/fixtures/index.ts';
import { buyerKeys } from '../../orders/buyer-keys.ts';
import { apiOf, newWebhook } from '../../testing/api.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import type { TestMessage } from '../../testing/messages.ts';
import { openReferralShop, testProgramme } from './testing/shop.ts';

const shopify = (topic: string, id: string, body: object): TestMessage => ({
  provider: 'shopify',
  headers: { 'X-Shopify-Topic': topic, 'X-Shopify-Webhook-Id': id },
  body: JSON.stringify(body),
});
const woocommerce = (id: string, body: object): TestMessage => ({
  provider: 'woocommerce',
  headers: { 'X-WC-Webhook-Topic': 'order.updated', 'X-WC-Webhook-Delivery-ID': id },
  body: JSON.stringify(body),
});

describeOnBothDatabases('signed messages of a shop’s platform', (open) => {
  const opened = async () => {
    const backend = await open();
    backend.clock.set('2026-11-20T08:00:00Z');
    const shop = await openReferralShop(backend, {
      programme: { ...testProgramme, hold: { until: 'days', days: 14 } },
    });
    const send = apiOf(backend.context);
    const webhooks = {
      shopify: await newWebhook(backend.context, shop.storeId, 'shopify'),
      woocommerce: await newWebhook(backend.context, shop.storeId, 'woocommerce'),
    };
    const post = async ({ provider, headers, body }: TestMessage) => {
      const { path, sign } = webhooks[provider === 'shopify' ? 'shopify' : 'woocommerce'];
      const { status } = await send('POST', path, { body, headers: { ...headers, ...sign(body) } });
      expect(status).toBe(200);
    };
    const ada = await shop.advocate('ada');
    backend.clock.set('2026-11-20T10:00:00Z');
    return { backend, shop, post, ada };
  };

  it('of Shopify begin, hold and void a referral at once, however often they are told', async () => {
    const { backend, shop, post, ada } = await opened();
    const { referralId, code } = await shop.claim(ada);
    const order = {
      ...JSON.parse(fixtureText('shopify-order-referred')),
      discount_codes: [{ code, amount: '10.00', type: 'fixed_amount' }],
      note_attributes: [],
    };
    await post(shopify('orders/create', 'a', order));
    expect(await shop.referral(referralId)).toMatchObject({ state: 'ordered', attribution: 'friend_code' });
    const paid = { ...order, financial_status: 'paid', updated_at: '2026-11-20T11:00:00+01:00' };
    await post(shopify('orders/paid', 'b', paid));
    await post(shopify('orders/updated', 'c', paid));
    await post(shopify('orders/create', 'd', order));
    expect(await shop.referral(referralId)).toMatchObject({ state: 'held', reason: 'hold_days' });
    const refund = {
      id: 91,
      order_id: order.id,
      created_at: '2026-11-22T10:00:00+01:00',
      refund_line_items: [{ line_item_id: 13900000000001, quantity: 1 }],
      transactions: [{ id: 5, kind: 'refund', status: 'success', amount: '50.00', currency: 'EUR' }],
    };
    for (const id of ['e', 'f']) await post(shopify('refunds/create', id, refund));
    expect(await shop.referral(referralId)).toMatchObject({ state: 'voided', reason: 'order_refunded' });
    expect((await shop.events()).filter((type) => type === 'referral.voided')).toHaveLength(1);
    expect(await shop.rewards()).toMatchObject([{ side: 'friend', state: 'redeemed' }]);
    // Nobody can read from the database where somebody was.
    const kept = await shop.in((tx) =>
      tx
        .selectFrom('orders')
        .select(['customer_key', 'network_key', 'payment_key', 'claim_token'])
        .where('store_id', '=', shop.storeId)
        .where('source', '=', 'shopify')
        .executeTakeFirstOrThrow(),
    );
    expect(kept).toEqual({
      customer_key: 'shopify:7203118000042',
      network_key: buyerKeys(backend.context.secrets, shop.storeId).network('203.0.113.1'),
      payment_key: null,
      claim_token: null,
    });
  });

  it('of WooCommerce are connected by the claim the page told, and wait for the payment', async () => {
    const { shop, post, ada } = await opened();
    const { referralId, token } = await shop.claim(ada);
    const order = {
      ...JSON.parse(fixtureText('woocommerce-order-referred')),
      date_created_gmt: '2026-11-20T10:00:01',
      coupon_lines: [],
      meta_data: [{ id: 1, key: '_postlude_referral', value: token }],
    };
    await post(woocommerce('a', order));
    expect(await shop.referral(referralId)).toMatchObject({ state: 'ordered', attribution: 'claim_id' });
    const paid = { ...order, status: 'processing', date_modified_gmt: '2026-11-21T08:00:00' };
    await post(woocommerce('b', paid));
    expect(await shop.referral(referralId)).toMatchObject({ state: 'held' });
    await shop.days(14);
    expect(await shop.referral(referralId)).toMatchObject({ state: 'qualified' });
    expect((await shop.rewards()).map(({ side, state }) => `${side} ${state}`)).toEqual([
      'friend sent',
      'advocate sent',
    ]);
    // The token opens the claim for whoever has it, so nobody finds it in the database.
    const { rows } = await shop.backend.context.db.execute(
      `select 1 from orders where orders::text like '%' || $1 || '%' union all select 1 from referrals where referrals::text like '%' || $1 || '%'`,
      [token],
    );
    expect(rows).toEqual([]);
  });
});
