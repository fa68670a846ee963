import type {
  Passport,
  PassportList,
  ProductInput,
  StaffRegistration,
  WarrantyPlan,
  WarrantyPolicyInput,
} from '@postlude/contract';
import type { CreatedStore } from '../../stores/create-store.ts';
import { type Answer, apiOf, putOrder, putShipment, type Send } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { defaultWarrantyPolicy } from '../../warranty-policy/defaults.ts';
import { writeWarrantyPolicy } from '../../warranty-policy/store.ts';

const lampPlan: WarrantyPlan = {
  id: 'lamps',
  name: { en: 'Lamp warranty', de: 'Lampengarantie' },
  match: { productIds: ['lamp'] },
  months: 24,
  from: 'delivery',
  registrationNeeded: false,
  extraForRegistering: 12,
  registerWithinDays: 60,
  covers: [{ en: 'Defects of material' }],
  excludes: [],
  benefits: [],
  transferable: true,
};

/** A policy with a plan for lamps, whose serial numbers have a mask and are registered once. */
export const testPolicy: WarrantyPolicyInput = {
  ...defaultWarrantyPolicy,
  registerOnDelivery: false,
  boughtElsewhere: 'review',
  proof: 'optional',
  askMarketing: true,
  plans: [lampPlan],
  serials: [
    {
      id: 'lamps',
      match: { productIds: ['lamp'] },
      asked: 'required',
      masks: ['LN-####-@@'],
      check: null,
      example: 'LN-1234-AB',
      imageUrl: null,
      listed: false,
      once: true,
    },
  ],
};

/** A shop with a delivered order of two lamps and a mug, and a kettle that is not sent yet. */
export interface RegistrationShop {
  readonly backend: TestBackend;
  readonly send: Send;
  readonly shop: CreatedStore;
  readonly orderId: string;
  /** The token of the shopper's session. */
  readonly token: string;
  readonly giftToken: string;
  list(token?: string, orderId?: string): Promise<PassportList>;
  /** The passports of a line by its title, in the order of their units. */
  units(title: string, token?: string, orderId?: string): Promise<PassportList['items']>;
  register(
    input: object,
    headers?: Record<string, string>,
    token?: string,
    orderId?: string,
  ): Promise<Answer>;
  get(passportId: string, token?: string): Promise<Passport>;
  post(path: string, json?: unknown, token?: string): Promise<Answer>;
  /** A call with the publishable key. */
  open(method: string, path: string, json?: unknown, from?: string): Promise<Answer>;
  staff(method: string, path: string, json?: unknown): Promise<Answer>;
  act(
    registrationId: string,
    action: string,
    json?: object,
  ): Promise<{ answer: Answer; staff: StaffRegistration }>;
  setPolicy(changes: Partial<WarrantyPolicyInput>): Promise<void>;
  events(): Promise<{ type: string; data: Record<string, unknown> }[]>;
}

/** No choice was made. */
export const noConsents = { safety: false, marketing: false };

const product = (title: string, variants: ProductInput['variants']): ProductInput => ({ title, variants });

/** Opens the shop, in a store of its own. */
export async function openRegistrationShop(
  backend: TestBackend,
  changes: Partial<WarrantyPolicyInput> = {},
): Promise<RegistrationShop> {
  const { context, clock } = backend;
  // Backends are shared by the tests of a file, and some of them move on. The shop and its policy are older than what it sold.
  clock.set('2026-11-01T09:00:00Z');
  const send = apiOf(context);
  const shop = await backend.newStore();
  const storeId = shop.store.id;
  const setPolicy = async (more: Partial<WarrantyPolicyInput>) => {
    await context.db.withStore(storeId, (tx) =>
      writeWarrantyPolicy(tx, storeId, { ...testPolicy, ...more }, clock.now()),
    );
  };
  await setPolicy(changes);
  clock.set('2026-11-24T09:00:00Z');
  const staff: RegistrationShop['staff'] = (method, path, json) =>
    send(method, path, { key: shop.secretKey, ...(json === undefined ? {} : { json }) });
  await staff(
    'PUT',
    '/v1/staff/products/by-external-id/lamp',
    product('Lamp Nordlicht', [
      { externalId: 'lamp-w', title: 'White', sku: 'LN-W' },
      { externalId: 'lamp-b', title: 'Black', sku: 'LN-B' },
    ]),
  );
  await staff(
    'PUT',
    '/v1/staff/products/by-external-id/mug',
    product('Mug', [{ externalId: 'mug', title: 'Mug', gtin: '4006381333931' }]),
  );
  const { order, proof, giftCode } = await putOrder(send, shop, {
    lines: [
      {
        externalId: 'l1',
        title: 'Lamp Nordlicht',
        variant: 'White',
        quantity: 2,
        productId: 'lamp',
        variantId: 'lamp-w',
      },
      { externalId: 'l2', title: 'Mug', quantity: 1, productId: 'mug', variantId: 'mug' },
      { externalId: 'l3', title: 'Kettle', quantity: 1 },
    ],
  });
  const parcel = await putShipment(send, shop, order.id, {
    trackingNumber: 'OUT1',
    shippedAt: '2026-11-21T10:00:00Z',
    items: [
      { lineExternalId: 'l1', quantity: 2 },
      { lineExternalId: 'l2', quantity: 1 },
    ],
  });
  const shipmentId = parcel.json.order.shipments[0].id;
  await staff('POST', `/v1/staff/orders/${order.id}/shipments/${shipmentId}/tracking`, {
    events: [{ at: '2026-11-23T10:00:00+01:00', status: 'delivered' }],
  });
  const open: RegistrationShop['open'] = (method, path, json, from) =>
    send(method, `${path}${path.includes('?') ? '&' : '?'}store=${shop.store.publishableKey}`, {
      ...(json === undefined ? {} : { json }),
      ...(from === undefined ? {} : { from }),
    });
  const session = await open('POST', '/v1/sessions', { by: 'proof', order: '1001', proof });
  const gift = await open('POST', '/v1/sessions', { by: 'gift', order: '1001', code: giftCode });
  const token: string = session.json.token;

  const list: RegistrationShop['list'] = async (key = token, orderId = order.id) =>
    (await send('GET', `/v1/orders/${orderId}/passports`, { key })).json;
  const post: RegistrationShop['post'] = (path, json, key = token) =>
    send('POST', path, { key, ...(json === undefined ? {} : { json }) });
  return {
    backend,
    send,
    shop,
    orderId: order.id,
    token,
    giftToken: gift.json.token,
    list,
    units: async (title, key, orderId) =>
      (await list(key, orderId)).items.filter(({ passport }) => passport.title === title),
    register: (input, headers = {}, key = token, orderId = order.id) =>
      send('POST', `/v1/orders/${orderId}/registrations`, {
        key,
        headers,
        json: { consents: noConsents, ...input },
      }),
    get: async (passportId, key = token) => (await send('GET', `/v1/passports/${passportId}`, { key })).json,
    post,
    open,
    staff,
    act: async (registrationId, action, json = {}) => {
      const answer = await staff('POST', `/v1/staff/registrations/${registrationId}/${action}`, json);
      return { answer, staff: answer.json };
    },
    setPolicy,
    events: () =>
      context.db.withStore(storeId, (tx) =>
        tx
          .selectFrom('outbox_events')
          .select(['type', 'payload as data'])
          .where('type', 'like', 'registration.%')
          .orderBy('event_id')
          .execute(),
      ) as Promise<{ type: string; data: Record<string, unknown> }[]>,
  };
}
