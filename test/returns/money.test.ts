import type { Return, StaffReturn } from '@postlude/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWebhook } from '../../packages/server/src/stores/webhooks.ts';
import { openTestBackend, type TestBackend } from '../../packages/server/src/testing/backend.ts';
import { baseUrl, clientsOf, fetchOf } from '../support/clients.ts';
import { policyWith } from '../support/return-desk.ts';
import { paidFor, refundMessage, type Sale, saleMessage } from '../support/shopify-sale.ts';

const secret = 'what the platform signs with';

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

interface Shop {
  readonly backend: TestBackend & { close(): Promise<void> };
  readonly client: ReturnType<typeof clientsOf>['client'];
  readonly staff: ReturnType<typeof clientsOf>['staff'];
  tell(message: { body: string; headers: Record<string, string> }): Promise<void>;
}

let shop: Shop;
let last = 2000;

beforeAll(async () => {
  const backend = await openTestBackend('pglite');
  const created = await backend.newStore();
  const { id } = await addWebhook(backend.context, created.store.id, 'shopify', secret);
  const fetch = fetchOf(backend.context);
  shop = {
    backend,
    ...clientsOf(backend.context, created),
    async tell(message) {
      const answer = await fetch(`${baseUrl}/v1/webhooks/shopify/${id}`, { method: 'POST', ...message });
      expect(answer.status).toBe(200);
    },
  };
});
afterAll(() => shop?.backend.close());

/** What happens next. Numbers pick a return, a line, a part of something: whatever is there then. */
type Step =
  | { readonly do: 'file'; readonly line: number; readonly units: number; readonly credit: boolean }
  | {
      readonly do: 'approve' | 'cancel' | 'decline' | 'close' | 'undo' | 'refund' | 'mirror';
      readonly which: number;
    }
  | { readonly do: 'receive'; readonly which: number; readonly part: number }
  | { readonly do: 'give'; readonly which: number; readonly percent: number }
  | { readonly do: 'goodwill'; readonly percent: number };

const anySale = fc.record({
  shipping: fc.integer({ min: 0, max: 990 }),
  lines: fc.array(
    fc
      .record({
        unitPrice: fc.integer({ min: 1, max: 9_999 }),
        quantity: fc.integer({ min: 1, max: 3 }),
        off: fc.integer({ min: 0, max: 60 }),
      })
      .map(({ unitPrice, quantity, off }) => ({
        unitPrice,
        quantity,
        discount: Math.floor((unitPrice * quantity * off) / 100),
      })),
    { minLength: 1, maxLength: 3 },
  ),
});

const which = fc.nat(9);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record<Step & { do: 'file' }>({
      do: fc.constant('file'),
      line: which,
      units: fc.integer({ min: 1, max: 3 }),
      credit: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('approve', 'approve', 'refund', 'refund', 'undo', 'mirror', 'decline', 'cancel'),
      which,
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('receive'), which, part: fc.nat(3) }) as fc.Arbitrary<Step>,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('give'),
      which,
      percent: fc.integer({ min: 0, max: 150 }),
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('goodwill'),
      percent: fc.integer({ min: 1, max: 100 }),
    }) as fc.Arbitrary<Step>,
  },
);

/** An order as it goes along, and what is known of its money from the outside. */
class Life {
  readonly ids: string[] = [];
  /** What each return was settled for, as it was first told. */
  readonly settled = new Map<string, { readonly text: string; readonly money: number }>();
  readonly mirrored = new Set<string>();
  goodwill = 0;
  refunds = 0;
  notes = 0;
  readonly sale: Sale;
  readonly mine: { readonly token: string; readonly orderId: string };

  constructor(sale: Sale, mine: { token: string; orderId: string }) {
    this.sale = sale;
    this.mine = mine;
  }

  static async open(of: Omit<Sale, 'number' | 'placedAt'>): Promise<Life> {
    const { backend, client, staff, tell } = shop;
    const now = backend.clock.now().getTime();
    const sale: Sale = { ...of, number: ++last, placedAt: new Date(now - 4 * 86_400_000) };
    await tell(saleMessage(sale, secret));
    const { items } = await staff.orders.list({ q: String(sale.number) });
    const { order, proof } = await staff.orders.get(items[0]?.id ?? '');
    await staff.shipments.addTracking(
      { orderId: order.id, shipmentId: order.shipments[0]?.id ?? '' },
      { events: [{ at: new Date(now - 86_400_000).toISOString(), status: 'delivered' }] },
    );
    const { token } = await client.sessions.open({ by: 'proof', order: String(sale.number), proof });
    return new Life(sale, { token, orderId: order.id });
  }

  get paid(): number {
    return paidFor(this.sale);
  }

  /** Everything that went to the shopper. A refund that mirrors a settled return is that return's money. */
  get given(): number {
    return [...this.settled.values()].reduce((sum, { money }) => sum + money, this.goodwill);
  }

  /** Does a step, if that is possible now; what is refused says so and changes nothing. */
  async take(next: Step): Promise<void> {
    shop.backend.clock.advance(120_000);
    const { client, staff } = shop;
    if (next.do === 'file') return this.file(next.line, next.units, next.credit ? 'store_credit' : 'refund');
    if (next.do === 'goodwill') return this.giveGoodwill(next.percent);
    const id = this.ids[next.which % Math.max(1, this.ids.length)];
    if (id === undefined) return;
    switch (next.do) {
      case 'approve':
        return this.act(id, staff.returns.approve(id));
      case 'cancel':
        return this.act(id, client.returns.cancel({ token: this.mine.token, returnId: id }));
      case 'decline':
        return this.act(id, staff.returns.decline(id, { code: 'not_as_described' }));
      case 'close':
        return this.act(id, staff.returns.close(id));
      case 'undo':
        // A refund that was paid out on the platform is not taken back by anybody who looks.
        return this.mirrored.has(id) ? undefined : this.act(id, staff.returns.undo(id));
      case 'refund':
        await this.act(id, staff.returns.refund(id));
        return next.which % 2 === 0 ? this.mirror(id, next.which % 4 === 0) : undefined;
      case 'give': {
        const { return: one } = await staff.returns.get(id);
        const sum = Math.floor(((one.settlement?.refund.amount ?? 0) * next.percent) / 100);
        return this.act(id, staff.returns.refund(id, { refund: sum, storeCredit: 0, note: 'as agreed' }));
      }
      case 'receive': {
        const { return: one } = await staff.returns.get(id);
        const items = one.items.map((item) => ({
          returnItemId: item.id,
          quantity: Math.max(0, item.quantity - next.part),
        }));
        return this.act(id, staff.returns.receive(id, { items }));
      }
      case 'mirror':
        return this.mirror(id, false);
    }
  }

  async file(line: number, units: number, resolution: 'refund' | 'store_credit'): Promise<void> {
    const options = await shop.client.returns.options(this.mine);
    const items = options.state === 'fresh' ? options.value.items : [];
    const item = items[line % Math.max(1, items.length)];
    if (!item) return;
    const { lineId, shipmentId } = item;
    const filed = { lineId, shipmentId, quantity: units, reason: 'changed_my_mind', resolution };
    const note = `filing ${++this.notes}`;
    await shop.client.returns
      .file(this.mine, { route: 'return', items: [{ ...filed, note }], method: { id: 'own' } })
      .then(
        ({ id }) => void this.ids.push(id),
        (error) =>
          expect(['quantity_unavailable', 'route_closed', 'resolution_unavailable']).toContain(error.code),
      );
  }

  /** The shop refunds on its platform what it was told to; `split`: unit by unit. */
  async mirror(id: string, split: boolean): Promise<void> {
    const money = this.settled.get(id)?.money ?? 0;
    if (money === 0 || this.mirrored.has(id)) return;
    const { return: one } = await shop.staff.returns.get(id);
    const amount = one.settled?.refund?.amount ?? 0;
    if (amount === 0) return;
    const items = one.items
      .map(({ title, quantity, received }) => ({
        line: Number(title.slice('Thing '.length)),
        quantity: received?.quantity ?? quantity,
      }))
      .filter(({ quantity }) => quantity > 0);
    this.mirrored.add(id);
    const [item] = items;
    if (!split || item === undefined || item.quantity < 2) return this.tellRefund(amount, items);
    const each = Math.floor(amount / item.quantity);
    for (let unit = 1; unit <= item.quantity; unit++) {
      const part = unit < item.quantity ? each : amount - each * (item.quantity - 1);
      await this.tellRefund(part, [{ line: item.line, quantity: 1 }]);
    }
  }

  /** The shop gives some of what is left on its platform, for nothing in particular. */
  async giveGoodwill(percent: number): Promise<void> {
    const amount = Math.floor(((this.paid - this.given) * percent) / 100);
    const told = new Set([...this.settled.values()].map(({ money }) => money));
    // Of the same sum as a settled return it would be taken for what was told there.
    if (amount <= 0 || told.has(amount)) return;
    await this.tellRefund(amount, []);
    this.goodwill += amount;
  }

  async tellRefund(amount: number, items: readonly { line: number; quantity: number }[]): Promise<void> {
    const id = this.sale.number * 1_000 + ++this.refunds;
    const at = shop.backend.clock.now();
    await shop.tell(refundMessage(this.sale, { id, at, amount, items }, secret));
  }

  /** Waits for what somebody did, and looks at the money of the return after it. */
  async act(id: string, done: Promise<StaffReturn | Return>): Promise<void> {
    await done.catch((error) =>
      expect(['action_not_possible', 'return_not_changeable', 'invalid_input']).toContain(error.code),
    );
    await this.look(id);
  }

  /** The sums of a return are the same wherever they are read, and stay what they were. */
  async look(id: string): Promise<void> {
    const { return: staff, audit } = await shop.staff.returns.get(id);
    const answer = await shop.client.returns.get({ token: this.mine.token, returnId: id });
    const shopper = answer.state === 'fresh' ? answer.value : null;
    expect(shopper?.settled).toEqual(staff.settled);
    const { settled } = staff;
    if (settled === null) {
      // Only who takes a refund back leaves none behind.
      if (this.settled.delete(id)) expect(audit.at(-1)?.action).toBe('undo');
      return;
    }
    const text = JSON.stringify(settled);
    const before = this.settled.get(id);
    if (before) expect(text).toBe(before.text);
    const entry = audit.findLast(({ action }) => action === 'refund');
    expect(entry?.data.settled).toMatchObject({ ...settled });
    const money = (settled.refund?.amount ?? 0) + (settled.storeCredit?.amount ?? 0);
    this.settled.set(id, { text, money });
    if (settled.breakdown) {
      const { rows, total } = settled.breakdown;
      expect(rows.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(total.amount);
      expect(total.amount).toBe(money - (settled.toPay?.amount ?? 0));
    }
    expect(this.given).toBeLessThanOrEqual(this.paid);
  }

  /** Lets everything that is left come back, and settles it. */
  async sendEverythingBack(): Promise<void> {
    const options = await shop.client.returns.options(this.mine);
    const items = options.state === 'fresh' ? options.value.items : [];
    for (const [line, { quantity }] of items.entries()) {
      shop.backend.clock.advance(120_000);
      if (quantity > 0) await this.file(line, quantity, 'refund');
    }
    for (const id of this.ids) {
      for (const what of ['approve', 'receive', 'refund'] as const) {
        await this.take({ do: what, which: this.ids.indexOf(id), part: 0 } as Step);
      }
    }
  }

  /** The sums told in events are those that are kept. */
  async lookAtEvents(): Promise<void> {
    const told = new Map<string, unknown>();
    for await (const { type, data } of shop.staff.outgoing.events.each({ limit: 100 })) {
      const { returnId, settled } = data as { returnId: string; settled: unknown };
      if (type === 'return.refunded' && this.ids.includes(returnId)) {
        expect(told.has(returnId)).toBe(false);
        told.set(returnId, settled);
      }
    }
    expect([...told.keys()].sort()).toEqual([...this.settled.keys()].sort());
    for (const [id, settled] of told) {
      const kept = JSON.parse(this.settled.get(id)?.text ?? '{}') as { creditCode: unknown };
      const { creditCode: _, ...rest } = kept;
      expect(settled).toEqual(rest);
    }
  }
}

describe('over whatever happens to an order', () => {
  it('never more comes back than was paid, and every sum is the same wherever it stands', async () => {
    await shop.staff.returnPolicy.put(withFees);
    const steps = fc.array(step, { minLength: 6, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(anySale, steps, async (sale, happens) => {
        const life = await Life.open(sale);
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
      step.filter((next) => next.do !== 'give'),
      { minLength: 4, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(anySale, steps, async (sale, happens) => {
        const life = await Life.open(sale);
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
