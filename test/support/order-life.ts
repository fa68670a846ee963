import type { Return, StaffReturn } from '@postlude/contract';
import { expect } from 'vitest';
import type { TestBackend } from '../../packages/server/src/testing/backend.ts';
import type { clientsOf } from './clients.ts';
import type { Step } from './order-steps.ts';
import { paidFor, refundMessage, type Sale, saleMessage } from './shopify-sale.ts';

/** What the platform signs with. */
export const platformSecret = 'what the platform signs with';

/** A shop whose platform tells of sales and refunds. */
export interface MoneyShop {
  readonly backend: TestBackend & { close(): Promise<void> };
  readonly client: ReturnType<typeof clientsOf>['client'];
  readonly staff: ReturnType<typeof clientsOf>['staff'];
  /** The number of the last order. */
  readonly orders: { last: number };
  /** Hands in what the platform says, signed. */
  tell(message: { body: string; headers: Record<string, string> }): Promise<void>;
}

/** An order as it goes along, and what is known of its money from the outside. */
export class OrderLife {
  readonly ids: string[] = [];
  /** What each return was settled for, as it was first told. */
  readonly settled = new Map<string, { readonly text: string; readonly money: number }>();
  readonly mirrored = new Set<string>();
  goodwill = 0;
  refunds = 0;
  notes = 0;
  readonly shop: MoneyShop;
  readonly sale: Sale;
  readonly mine: { readonly token: string; readonly orderId: string };

  constructor(shop: MoneyShop, sale: Sale, mine: { token: string; orderId: string }) {
    this.shop = shop;
    this.sale = sale;
    this.mine = mine;
  }

  static async open(shop: MoneyShop, of: Omit<Sale, 'number' | 'placedAt'>): Promise<OrderLife> {
    const { backend, client, staff, tell } = shop;
    const now = backend.clock.now().getTime();
    const sale: Sale = { ...of, number: ++shop.orders.last, placedAt: new Date(now - 4 * 86_400_000) };
    await tell(saleMessage(sale, platformSecret));
    const { items } = await staff.orders.list({ q: String(sale.number) });
    const { order, proof } = await staff.orders.get(items[0]?.id ?? '');
    await staff.shipments.addTracking(
      { orderId: order.id, shipmentId: order.shipments[0]?.id ?? '' },
      { events: [{ at: new Date(now - 86_400_000).toISOString(), status: 'delivered' }] },
    );
    const { token } = await client.sessions.open({ by: 'proof', order: String(sale.number), proof });
    return new OrderLife(shop, sale, { token, orderId: order.id });
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
    this.shop.backend.clock.advance(120_000);
    const { client, staff } = this.shop;
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
    const options = await this.shop.client.returns.options(this.mine);
    const items = options.state === 'fresh' ? options.value.items : [];
    const item = items[line % Math.max(1, items.length)];
    if (!item) return;
    const { lineId, shipmentId } = item;
    const filed = { lineId, shipmentId, quantity: units, reason: 'changed_my_mind', resolution };
    const note = `filing ${++this.notes}`;
    await this.shop.client.returns
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
    const { return: one } = await this.shop.staff.returns.get(id);
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
    const at = this.shop.backend.clock.now();
    await this.shop.tell(refundMessage(this.sale, { id, at, amount, items }, platformSecret));
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
    const { return: staff, audit } = await this.shop.staff.returns.get(id);
    const answer = await this.shop.client.returns.get({ token: this.mine.token, returnId: id });
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
    const options = await this.shop.client.returns.options(this.mine);
    const items = options.state === 'fresh' ? options.value.items : [];
    for (const [line, { quantity }] of items.entries()) {
      this.shop.backend.clock.advance(120_000);
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
    for await (const { type, data } of this.shop.staff.outgoing.events.each({ limit: 100 })) {
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
