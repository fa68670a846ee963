import type { RecallInput } from '@postlude/contract';
import { sql } from 'kysely';
import type { CreatedStore } from '../../stores/create-store.ts';
import { type Answer, apiOf, putOrder, type Send } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { concernedUnits } from '../matching.ts';

/** An order of the shop, opened by its shopper. */
export interface RecallOrder {
  readonly id: string;
  readonly token: string;
}

/** A store that recalls what it sold. */
export interface RecallShop extends TestBackend {
  readonly created: CreatedStore;
  readonly storeId: string;
  readonly send: Send;
  /** Asks as the store, below `/v1/staff`. */
  staff(method: string, path: string, json?: unknown): Promise<Answer>;
  /** Sells two lamps, or what is told. */
  order(number: string, changes?: object): Promise<RecallOrder>;
  /** The units a recall concerns: their passports, or null where they have none yet. */
  units(input: RecallInput): Promise<(string | null)[]>;
}

/** Opens one on a backend. */
export async function openRecallShop(backend: TestBackend): Promise<RecallShop> {
  const created = await backend.newStore();
  const send = apiOf(backend.context);
  const staff = (method: string, path: string, json?: unknown) =>
    send(method, `/v1/staff${path}`, { key: created.secretKey, ...(json === undefined ? {} : { json }) });
  const order = async (number: string, changes: object = {}) => {
    const lines = [{ externalId: 'l1', title: 'Lamp', quantity: 2, productId: 'lamp' }];
    const { order: placed, proof } = await putOrder(send, created, {
      number,
      email: `${number}@example.com`,
      lines,
      ...changes,
    });
    return {
      id: placed.id,
      token: await tokenOf(send, created.store.publishableKey, number, proof),
    };
  };
  const units = (input: RecallInput) =>
    backend.context.db.withStore(created.store.id, async (tx) => {
      const matching = { storeId: created.store.id, timeZone: created.store.timeZone };
      const { rows } = await sql<{
        passport_id: string | null;
      }>`${concernedUnits(matching, input.scope, 'all')}`.execute(tx);
      return rows.map((row) => row.passport_id);
    });
  return { ...backend, created, storeId: created.store.id, send, staff, order, units };
}

/** The notices of an order, in German. */
export async function recallsOf(send: Send, { id, token }: RecallOrder): Promise<Answer['json']> {
  return (await send('GET', `/v1/orders/${id}/recalls?locale=de`, { key: token })).json.items;
}

/** Opens an order by its proof. */
export async function tokenOf(
  send: Send,
  publishableKey: string,
  order: string,
  proof: string,
): Promise<string> {
  const answer = await send('POST', `/v1/sessions?store=${publishableKey}`, {
    json: { by: 'proof', order, proof },
  });
  return answer.json.token;
}
