import type { OrderInput, ProductInput, ReturnPolicyInput } from '@postlude/contract';
import type { Config } from '@postlude/server';
import { beforeAll } from 'vitest';
import { defaultPolicy } from '../../packages/server/src/policy/defaults.ts';
import { useWorld, type World } from './host-pages/world.ts';
import { aftershipUpdate } from './shop-messages.ts';

/** A policy with every resolution, every way back, and a reason for each thing that may be asked. */
export const journeyPolicy: ReturnPolicyInput = {
  ...defaultPolicy,
  window: { ...defaultPolicy.window, days: 30 },
  resolutions: {
    refund: true,
    storeCredit: { bonusPercent: 1000 },
    exchange: { priceDifference: 'settle' },
  },
  fees: [{ id: 'handling', kind: 'flat', value: 150, resolutions: ['refund'], reasons: ['changed_my_mind'] }],
  methods: [
    { id: 'label', kind: 'label', price: 490 },
    { id: 'code', kind: 'qr_code', price: 350 },
    {
      id: 'points',
      kind: 'drop_off',
      price: 290,
      places: [
        { id: 'kiosk', name: 'Kiosk am Markt', address: ['Markt 3', '20095 Hamburg'], hours: ['Mo–Sa 7–20'] },
        { id: 'station', name: 'Paketstation 114', address: ['Bahnhof', '20095 Hamburg'] },
      ],
    },
    {
      id: 'shop',
      kind: 'in_store',
      price: 0,
      places: [{ id: 'deich', name: 'Kontor Nord', address: ['Deich 1', '20095 Hamburg'] }],
    },
    { id: 'fetched', kind: 'pick_up', price: 690 },
    { id: 'own', kind: 'own_carrier', price: 0 },
  ],
  addresses: [{ name: 'Kontor Nord', lines: ['Deich 1'], city: 'Hamburg', postcode: '20095', country: 'DE' }],
  exclusions: [{ id: 'sealed', match: { tags: ['sealed'] }, because: 'final_sale' }],
  keepItemUpTo: 500,
};

const euro = (amount: number) => ({ amount, currency: 'EUR' });
const hours = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();

/** What every order holds: three things that arrived. */
const lines: OrderInput['lines'] = [
  { externalId: 'tray', title: 'Oak tray', quantity: 1, unitPrice: euro(3990) },
  {
    externalId: 'mug',
    title: 'Stoneware mug',
    variant: 'Blue',
    quantity: 2,
    unitPrice: euro(1995),
    productId: 'mug',
    variantId: 'mug-blue',
  },
  { externalId: 'lamp', title: 'Desk lamp', quantity: 1, unitPrice: euro(5900) },
];

/** The mugs of the catalogue; `stock` says of some how many there are. */
export const mugs = (stock: Readonly<Record<string, number>> = {}): ProductInput => ({
  title: 'Stoneware mug',
  variants: (
    [
      ['blue', 'Blue', 1995, 500],
      ['red', 'Red', 1995, 500],
      ['gold', 'Gold', 2995, 500],
      ['plain', 'Plain', 1495, 500],
      ['white', 'White', 1995, 500],
      ['grey', 'Grey', 1995, 3],
      ['green', 'Green', 1995, 0],
    ] as const
  ).map(([name, title, price, left]) => ({
    externalId: `mug-${name}`,
    title,
    price: euro(price),
    stock: stock[`mug-${name}`] ?? left,
  })),
});

/** An order whose things can be sent back. */
export interface ReturnableOrder {
  readonly id: string;
  readonly number: string;
  readonly proof: string;
  readonly giftCode: string;
  /** The returns element of the order, with more attributes. */
  tag(attributes?: string): string;
  /** The tracking element of the order. */
  readonly tracking: string;
  /** The only return there is, as staff see it. */
  filed(): Promise<StaffReturn>;
}

type StaffReturn = Awaited<ReturnType<World['backend']['staff']['returns']['get']>>;

/** What is special about an order. */
export interface Placed {
  readonly lines?: OrderInput['lines'];
  /** Total of the order; what the lines and 4.90 of shipping come to unless told. */
  readonly input?: Partial<OrderInput>;
  /** External ids of lines that were not sent yet. */
  readonly unsent?: readonly string[];
  /** Hours ago it arrived; null while it is under way, `lastScan` hours ago for the last time. */
  readonly arrived?: number | null;
  readonly lastScan?: number;
}

/** A world whose shop takes things back. */
export interface ReturnsShop extends World {
  place(placed?: Placed): Promise<ReturnableOrder>;
  /** Every return of an order, as staff see it in their list. */
  returnsOf(number: string): Promise<readonly { readonly id: string; readonly status: string }[]>;
  /** Has AfterShip tell of the parcel `trackingNumber(number)`, signed. */
  scanned(
    number: number,
    tag: 'InTransit' | 'OutForDelivery' | 'Delivered',
    hoursAgo?: number,
  ): Promise<void>;
}

const secret = 'what aftership signs with';

/** Sets up a shop that takes things back, before the tests of a file. */
export function useReturnsShop(
  policy: ReturnPolicyInput = journeyPolicy,
  overrides: Partial<Config> = {},
): () => ReturnsShop {
  const world = useWorld(overrides);
  let webhook = '';
  let last = 40_000;
  beforeAll(async () => {
    const { backend } = world();
    await backend.staff.returnPolicy.put(policy);
    await backend.staff.products.put('mug', mugs());
    webhook = await backend.connect('aftership', secret);
  });

  const returnsOf: ReturnsShop['returnsOf'] = async (number) =>
    (await world().backend.staff.returns.list({ q: number })).items;

  async function place(placed: Placed = {}): Promise<ReturnableOrder> {
    const { staff } = world().backend;
    const number = String(++last);
    const sold = placed.lines ?? lines;
    const goods = sold.reduce((sum, line) => sum + line.quantity * (line.unitPrice?.amount ?? 0), 0);
    const { order, proof, giftCode } = await staff.orders.put(`shop/${number}`, {
      number,
      placedAt: hours(96),
      currency: 'EUR',
      email: `buyer-${number}@example.com`,
      destination: { city: 'Hamburg', postcode: '20095', country: 'DE' },
      total: euro(goods + 490),
      taxesIncluded: true,
      shipping: { price: euro(490) },
      ...placed.input,
      lines: sold,
    });
    const sent = sold.filter(({ externalId }) => !placed.unsent?.includes(externalId));
    if (sent.length > 0) await send(order.id, number, sent, placed);
    const named = `order="${number}" proof="${proof}"`;
    return {
      id: order.id,
      number,
      proof,
      giftCode,
      tag: (attributes = '') => `<postlude-returns ${named} ${attributes}></postlude-returns>`,
      tracking: `<postlude-order-tracking ${named}></postlude-order-tracking>`,
      async filed() {
        const [only, ...others] = await returnsOf(number);
        if (!only || others.length > 0)
          throw new Error(`There are ${others.length + (only ? 1 : 0)} returns.`);
        return await staff.returns.get(only.id);
      },
    };
  }

  async function send(
    orderId: string,
    number: string,
    sent: OrderInput['lines'],
    placed: Placed,
  ): Promise<void> {
    const { staff } = world().backend;
    const { arrived = 20, lastScan = 30 } = placed;
    const put = await staff.shipments.put(
      { orderId, externalId: `parcel-${number}` },
      {
        carrier: 'DHL',
        trackingNumber: `003404341610${number}`,
        shippedAt: hours(Math.max(60, (arrived ?? 0) + 24, lastScan + 24)),
        items: sent.map(({ externalId, quantity }) => ({ lineExternalId: externalId, quantity })),
      },
    );
    await staff.shipments.addTracking(
      { orderId, shipmentId: put.order.shipments[0]?.id ?? '' },
      {
        events: [
          arrived === null
            ? { at: hours(lastScan), status: 'in_transit' }
            : { at: hours(arrived), status: 'delivered' },
        ],
      },
    );
  }

  async function scanned(number: number, tag: string, hoursAgo = 1): Promise<void> {
    const { headers, body } = aftershipUpdate(secret, number, tag, hours(hoursAgo));
    const answer = await fetch(webhook, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`AfterShip was refused: ${answer.status} ${await answer.text()}`);
  }

  return () => ({ ...world(), place, returnsOf, scanned });
}
