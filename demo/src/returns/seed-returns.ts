import type { StaffClient } from '@postlude/client/staff';
import type { Return, ReturnFiling } from '@postlude/contract';
import { platformIds } from '../catalogue.ts';
import type { DemoOrder } from '../orders/demo-order.ts';
import { send, type Webhooks } from '../providers/send.ts';
import { newReturnParcel, returnParcelMoved } from './return-parcel.ts';
import { openOrder, type ShopperKeys } from './shopper.ts';

/** What the returns of the demo are made with. */
export interface Seeding {
  readonly staff: StaffClient;
  readonly shopper: ShopperKeys;
  readonly webhooks: Webhooks;
  readonly now: Date;
}

/** Who does it, in the audit. */
const by = 'Ines';

/** A return that is filed for one line of an order, and what becomes of it. */
interface Told {
  readonly reason: string;
  readonly note?: string;
  /** What it is exchanged for, as the catalogue names it; money back unless told. */
  readonly exchangeFor?: string;
  readonly method: NonNullable<ReturnFiling['method']>;
  lead?(filed: Return, seeding: Seeding, order: DemoOrder): Promise<unknown>;
}

const everything = (filed: Return) => ({
  by,
  items: filed.items.map(({ id, quantity }) => ({
    returnItemId: id,
    quantity,
    grade: 'a' as const,
    restock: true,
  })),
});

const own = { id: 'own' };

/** One return for each line, in the order of the lines, each in another status. */
const told: readonly Told[] = [
  { reason: 'color', note: 'Greener than in the picture.', method: { id: 'label' } },
  {
    reason: 'changed_my_mind',
    method: { id: 'code', placeId: 'kiosk-am-park' },
    lead: ({ id }, { staff }) => staff.returns.approve(id, { by }),
  },
  {
    reason: 'size.too_big',
    method: own,
    lead: async (filed, seeding, order) => {
      await seeding.staff.returns.approve(filed.id, { by });
      await sendParcel(filed, seeding, order);
    },
  },
  {
    reason: 'other',
    note: 'Too dark for the corner.',
    exchangeFor: 'arc/white',
    method: { id: 'shop', placeId: 'hamburg' },
    lead: async (filed, { staff }) => {
      await staff.returns.approve(filed.id, { by });
      await staff.returns.receive(filed.id, everything(filed));
    },
  },
  {
    reason: 'changed_my_mind',
    method: { id: 'label' },
    lead: async (filed, { staff }) => {
      await staff.returns.approve(filed.id, { by });
      await staff.returns.receive(filed.id, everything(filed));
      await staff.returns.inspect(filed.id, { by });
      await staff.returns.refund(filed.id, { by });
    },
  },
  {
    reason: 'not_as_described',
    method: own,
    lead: ({ id }, { staff }) =>
      staff.returns.decline(id, {
        by,
        code: 'other',
        note: 'The burn time of 40 hours is at the lowest light, as the page says.',
      }),
  },
  {
    reason: 'other',
    note: 'The door does not close.',
    method: { id: 'label' },
    lead: ({ id }, { staff }) =>
      staff.returns.ask(id, { by, text: 'Could you send a photo of the hinge? We may have a spare one.' }),
  },
];

/** Files returns of an order through the real API and leads each to its status. */
export async function seedReturns(order: DemoOrder, seeding: Seeding): Promise<void> {
  const opened = await openOrder(seeding.shopper, order);
  const items = await opened.items();
  for (const [index, { reason, note, exchangeFor, method, lead }] of told.entries()) {
    const line = order.lines[index];
    const item = items.find(({ title }) => title === line?.title);
    if (!line || !item) throw new Error(`Order ${order.number} has no line ${index}`);
    const { lineId, shipmentId } = item;
    const exchange = exchangeFor && { variantId: String(platformIds('shopify', exchangeFor).variant) };
    const filed = await opened.file({
      route: 'return',
      items: [
        {
          lineId,
          shipmentId,
          quantity: 1,
          reason,
          note: note ?? null,
          ...(exchange ? { resolution: 'exchange', exchangeFor: exchange } : { resolution: 'refund' }),
        },
      ],
      method,
    });
    await lead?.(filed, seeding, order);
  }
}

/** The shopper hands the parcel in and tells its number; the carrier has it in hand. */
async function sendParcel(filed: Return, { shopper, webhooks, now }: Seeding, order: DemoOrder) {
  const parcel = newReturnParcel(
    order,
    { returnId: filed.id, number: filed.number, trackingNumber: null },
    now,
  );
  const opened = await openOrder(shopper, order);
  await opened.tellParcel(filed.id, 'DHL Paket', parcel.parcel.trackingNumber);
  parcel.parcel.beats.push({ at: now.toISOString(), happening: 'accepted', place: order.destination.city });
  order.returnParcels.push(parcel);
  const { status, answer } = await send(returnParcelMoved(order, parcel), webhooks, now);
  if (status !== 200) throw new Error(`The backend refused the parcel of ${filed.number}: ${answer}`);
}
