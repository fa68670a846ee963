import type { StaffReturn } from '@postlude/contract';
import type { Context } from '../../context.ts';
import { toJson } from '../../db/values.ts';
import { setEasyPostKey } from '../../labels/easypost-key.ts';
import type { TestBackend, TestClock } from '../../testing/backend.ts';
import { easyPostKey, type FakeEasyPost } from '../../testing/easypost.ts';
import { openReturnShop, type ReturnShop, testPolicy } from './shop.ts';

/** Where the shopper of the label shop lives. */
export const destination = {
  name: 'Ada',
  lines: ['Deich 7'],
  city: 'Hamburg',
  region: null,
  postcode: '20095',
  country: 'DE',
};

/** A shop with an account at EasyPost, and a return by label whose approval waits for it. */
export interface LabelShop extends ReturnShop {
  readonly context: Context;
  readonly clock: TestClock;
  readonly id: string;
  readonly approved: Awaited<ReturnType<ReturnShop['act']>>;
  /** The return as staff see it. */
  readonly staffReturn: () => Promise<StaffReturn>;
}

/** Opens the shop on a stand-in for EasyPost; by label, unless told. */
export async function openLabelShop(
  backend: TestBackend,
  fake: FakeEasyPost,
  { policy = testPolicy, method = 'label' } = {},
): Promise<LabelShop> {
  const context = {
    ...backend.context,
    config: { ...backend.context.config, easyPostUrl: fake.url },
  };
  const shop = await openReturnShop({ ...backend, context }, policy);
  await setEasyPostKey(context, shop.shop.store.id, easyPostKey);
  await context.db.withStore(shop.shop.store.id, (tx) =>
    tx
      .updateTable('orders')
      .set({ destination: toJson(destination) })
      .execute(),
  );
  const filed = await shop.file(await shop.filing({ method: { id: method } }));
  const id: string = filed.json.id;
  const approved = await shop.act(id, 'approve');
  const staffReturn = async () => (await shop.staff('GET', `/v1/staff/returns/${id}`)).json;
  return { ...shop, context, clock: backend.clock, id, approved, staffReturn };
}
