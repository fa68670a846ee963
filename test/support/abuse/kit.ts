import type { ReturnFiling } from '@postlude/contract';
import type { TestBackend } from '../../../packages/server/src/testing/backend.ts';
import { type RawAnswer, type RawCall, rawCall } from '../raw-call.ts';
import { type Desk, deskInProcess, type OpenOrder } from '../return-desk.ts';

/** An order of its own, and what somebody abuses it with. */
export interface Kit {
  readonly backend: TestBackend;
  readonly raw: RawCall;
  readonly desk: Desk;
  readonly order: OpenOrder;
  /** Files for the order, exactly as it is given. */
  file(filing: unknown): Promise<RawAnswer>;
  /** A right filing whose only item is changed. */
  item(changes: object, title?: string): Promise<ReturnFiling>;
  readonly secretKey: string;
}

/** A shop and its desk. */
export interface Shop {
  readonly desk: Desk;
  readonly secretKey: string;
}

/** Opens a shop of its own. */
export async function openShop(backend: TestBackend): Promise<Shop> {
  const shop = await backend.newStore();
  return { desk: await deskInProcess(backend.context, shop), secretKey: shop.secretKey };
}

/** The shop that all orders of a backend are placed with. */
const shops = new WeakMap<TestBackend, Promise<Shop>>();

/** An order of its own, in a shop of its own where one is given. */
export async function openKit(backend: TestBackend, own?: Shop): Promise<Kit> {
  const common = shops.get(backend) ?? openShop(backend);
  shops.set(backend, common);
  const { desk, secretKey } = own ?? (await common);
  const raw = rawCall(backend.context);
  const order = await desk.place();
  return {
    backend,
    raw,
    desk,
    order,
    secretKey,
    file: (json) => raw('POST', `/v1/orders/${order.orderId}/returns`, { key: order.token, json }),
    async item(changes, title) {
      const filing = await order.filing(title);
      return { ...filing, items: filing.items.map((item) => ({ ...item, ...changes })) };
    },
  };
}

/** A file of its own for each number: the same bytes again would be the same upload. */
export const tinyPdf = (number: number): Blob =>
  new Blob([`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n% ${number}\n%%EOF\n`], {
    type: 'application/pdf',
  });

/** Somebody does something else first; what is done then has to be refused and to change nothing. */
export type Abuse = (kit: Kit) => Promise<() => Promise<RawAnswer>>;

/** Abuses by what they are of: the code of the refusal, and the field it names. */
export type Abuses = Readonly<Record<string, readonly [code: string, Abuse, field?: string]>>;
