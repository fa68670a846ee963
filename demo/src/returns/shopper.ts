import { type Client, createClient } from '@postlude/client';
import type { ItemRights, Return, ReturnFiling } from '@postlude/contract';
import type { DemoOrder } from '../orders/demo-order.ts';
import { proofOf } from '../shop/proof.ts';

/** What a shopper of the demo's store opens an order with. */
export interface ShopperKeys {
  readonly backend: string;
  readonly publishableKey: string;
  readonly embedSecret: string;
}

/** An order as its shopper has it open. */
export interface OpenOrder {
  /** What can be done with each item. */
  items(): Promise<readonly ItemRights[]>;
  file(filing: ReturnFiling): Promise<Return>;
  tellParcel(returnId: string, carrier: string, trackingNumber: string): Promise<Return>;
}

/** Opens an order as the widget does on its page: by the proof the shop renders. */
export async function openOrder(keys: ShopperKeys, order: DemoOrder): Promise<OpenOrder> {
  const client: Client = createClient({ store: keys.publishableKey, baseUrl: keys.backend });
  const proof = proofOf(keys.embedSecret, order.number);
  const session = await client.sessions.open({ by: 'proof', order: order.number, proof });
  const of = { token: session.token, orderId: session.order.id };
  return {
    items: async () => {
      const answer = await client.returns.options(of);
      return answer.state === 'fresh' ? answer.value.items : [];
    },
    file: (filing) => client.returns.file(of, filing),
    tellParcel: (returnId, carrier, trackingNumber) =>
      client.returns.tellParcel({ token: of.token, returnId }, { carrier, trackingNumber }),
  };
}
