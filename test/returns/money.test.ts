import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWebhook } from '../../packages/server/src/stores/webhooks.ts';
import { openTestBackend } from '../../packages/server/src/testing/backend.ts';
import { baseUrl, clientsOf, fetchOf } from '../support/clients.ts';
import { type MoneyShop, OrderLife, platformSecret } from '../support/order-life.ts';
import { anySale, anyStep } from '../support/order-steps.ts';
import { policyWith } from '../support/return-desk.ts';

/** Nothing is taken off and everything is given, so that sums can be told in advance. */
const plain = policyWith({
  fees: [],
  keepItemUpTo: null,
  originalShipping: 'everything',
  resolutions: { refund: true, storeCredit: { bonusPercent: 0 }, exchange: null },
  methods: [{ id: 'own', kind: 'own_carrier', price: 0 }],
});

/** A percentage, a flat fee, a dear label: what comes back is less than what was paid. */
const withFees = policyWith({
  fees: [
    { id: 'share', kind: 'percent', value: 1_250 },
    { id: 'flat', kind: 'flat', value: 300 },
  ],
  originalShipping: 'never',
  resolutions: { refund: true, storeCredit: { bonusPercent: 0 }, exchange: null },
  methods: [{ id: 'own', kind: 'own_carrier', price: 499 }],
});

let shop: MoneyShop;

beforeAll(async () => {
  const backend = await openTestBackend('pglite');
  const created = await backend.newStore();
  const { id } = await addWebhook(backend.context, created.store.id, 'shopify', platformSecret);
  const fetch = fetchOf(backend.context);
  shop = {
    backend,
    ...clientsOf(backend.context, created),
    orders: { last: 2000 },
    async tell(message) {
      const answer = await fetch(`${baseUrl}/v1/webhooks/shopify/${id}`, { method: 'POST', ...message });
      expect(answer.status).toBe(200);
    },
  };
});
afterAll(() => shop?.backend.close());

describe('over whatever happens to an order', () => {
  it('never more comes back than was paid, and every sum is the same wherever it stands', async () => {
    await shop.staff.returnPolicy.put(withFees);
    const steps = fc.array(anyStep, { minLength: 6, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(anySale, steps, async (sale, happens) => {
        const life = await OrderLife.open(shop, sale);
        for (const next of happens) await life.take(next);
        for (const id of life.ids) await life.look(id);
        await life.sendEverythingBack();
        expect(life.given).toBeLessThanOrEqual(life.paid);
        await life.lookAtEvents();
      }),
      { numRuns: 15 },
    );
  });

  it('exactly what was paid comes back when everything does and nothing is taken off', async () => {
    await shop.staff.returnPolicy.put(plain);
    const steps = fc.array(
      anyStep.filter((next) => next.do !== 'give'),
      { minLength: 4, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(anySale, steps, async (sale, happens) => {
        const life = await OrderLife.open(shop, sale);
        for (const next of happens) await life.take(next);
        await life.sendEverythingBack();
        // Another return may follow for what was filed and did not arrive at first.
        await life.sendEverythingBack();
        expect(life.given).toBe(life.paid);
        await life.lookAtEvents();
      }),
      { numRuns: 15 },
    );
  });
});
