import type { OrderRefundInput } from '@postlude/contract';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../packages/server/src/testing/backend.ts';
import { failureOf } from '../support/clients.ts';
import { type Desk, deskInProcess, deskOrder, type OpenOrder, policyWith } from '../support/return-desk.ts';

const euro = (amount: number) => ({ amount, currency: 'EUR' });

describeOnBothDatabases('settling', (open) => {
  const newDesk = async () => {
    const backend = await open();
    return { backend, desk: await deskInProcess(backend.context, await backend.newStore()) };
  };
  const noFees = policyWith({ fees: [], originalShipping: 'never' });

  /** Files units, lets them arrive, and gives the id of their return. */
  async function arrived({ client, staff }: Desk, order: OpenOrder, title: string, quantity: number) {
    const filed = await client.returns.file(order.mine, await order.filing(title, quantity));
    await staff.returns.approve(filed.id);
    const returnItemId = filed.items[0]?.id ?? 'rti_';
    await staff.returns.receive(filed.id, { items: [{ returnItemId, quantity }] });
    return filed.id;
  }

  const refunds = (desk: Desk, { number }: OpenOrder, ...told: OrderRefundInput[]) =>
    desk.staff.orders.put(`shop/${number}`, { ...deskOrder(number, desk.now), refunds: told });

  it('lets staff give withheld shipping with the last return, to the cent and not one more', async () => {
    const { desk } = await newDesk();
    await desk.staff.returnPolicy.put(noFees);
    const order = await desk.place({ undelivered: [] });
    for (const [title, quantity] of [
      ['Mug', 2],
      ['Tray', 1],
    ] as const) {
      await desk.staff.returns.refund(await arrived(desk, order, title, quantity));
    }
    const last = await arrived(desk, order, 'Lamp', 1);
    const tooMuch = await failureOf(desk.staff.returns.refund(last, { refund: 5491, note: 'as agreed' }));
    expect(tooMuch).toMatchObject({ code: 'invalid_input', fields: { refund: expect.any(String) } });
    const settled = await desk.staff.returns.refund(last, { refund: 5490, note: 'as agreed' });
    expect(settled.return.settled?.refund).toEqual(euro(5490));
  });

  it('lets staff give it also when every unit is back already by refunds of the platform', async () => {
    const { desk } = await newDesk();
    await desk.staff.returnPolicy.put(noFees);
    const order = await desk.place({ undelivered: [] });
    const tray = await arrived(desk, order, 'Tray', 1);
    const refundedAt = desk.now.toISOString();
    await refunds(desk, order, {
      externalId: 'all',
      refundedAt,
      amount: euro(10_480),
      items: ['mug', 'tray', 'lamp'].map((lineExternalId, index) => ({
        lineExternalId,
        quantity: index === 0 ? 2 : 1,
      })),
    });
    const { return: one } = await desk.staff.returns.refund(tray, { refund: 490, note: 'shipping' });
    expect(one.settled?.refund).toEqual(euro(490));
  });

  it('counts a refund of the platform beside an open return as other units, and its own refund as the same', async () => {
    const { backend, desk } = await newDesk();
    await desk.staff.returnPolicy.put(noFees);
    const order = await desk.place();
    const mug = await desk.client.returns.file(order.mine, await order.filing('Mug', 1));
    const told = (externalId: string) => ({
      externalId,
      refundedAt: backend.clock.now().toISOString(),
      amount: euro(1995),
      items: [{ lineExternalId: 'mug', quantity: 1 }],
    });
    await refunds(desk, order, told('r1'));
    expect((await order.items()).Mug?.quantity).toBe(0);

    const other = await desk.place();
    const id = await arrived(desk, other, 'Mug', 1);
    await desk.staff.returns.refund(id);
    await refunds(desk, other, told('r2'));
    expect((await other.items()).Mug?.quantity).toBe(1);
    expect((await desk.staff.returns.get(mug.id)).return.status).toBe('requested');
  });

  it('pays once when a refund was paid on the platform, taken back here, and pressed again', async () => {
    const { backend, desk } = await newDesk();
    await desk.staff.returnPolicy.put(noFees);
    const order = await desk.place();
    const id = await arrived(desk, order, 'Mug', 2);
    const first = await desk.staff.returns.refund(id);
    expect(first.return.settled?.refund).toEqual(euro(3990));
    const refundedAt = backend.clock.now().toISOString();
    const items = [{ lineExternalId: 'mug', quantity: 2 }];
    await refunds(desk, order, { externalId: 'r1', refundedAt, amount: euro(3990), items });
    await desk.staff.returns.undo(id);
    const again = await desk.staff.returns.refund(id);
    expect(again.return.settled?.refund).toEqual(euro(0));
  });

  it('gives what was promised when it was filed, though the policy is another one by then', async () => {
    const { desk } = await newDesk();
    await desk.staff.returnPolicy.put(noFees);
    const order = await desk.place();
    const id = await arrived(desk, order, 'Mug', 1);
    await desk.staff.returnPolicy.put(policyWith({ fees: [{ id: 'half', kind: 'percent', value: 5_000 }] }));
    const { return: one, policyVersion } = await desk.staff.returns.refund(id);
    expect(one.settled?.refund).toEqual(euro(1995));
    expect((await desk.staff.returnPolicy.get()).version).toBe(policyVersion + 1);
  });

  it('takes a withdrawal and a return of the same items, tells the shop of both, and pays for one', async () => {
    const { desk } = await newDesk();
    await desk.staff.returnPolicy.put(noFees);
    const order = await desk.place();
    await desk.client.withdrawals.declare({
      name: 'Mia',
      contract: order.number,
      email: `buyer-${order.number}@example.org`,
    });
    const id = await arrived(desk, order, 'Mug', 2);
    expect((await desk.staff.returns.refund(id)).return.settled?.refund).toEqual(euro(3990));
    expect((await order.items()).Mug?.routes.map(({ because }) => because)).toEqual(
      Array(5).fill('nothing_left'),
    );
    const types = (await desk.staff.outgoing.events.list()).items.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['withdrawal.received', 'return.refunded']));
  });
});
