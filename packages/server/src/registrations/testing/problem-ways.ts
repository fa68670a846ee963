import type { ProblemCode } from '@postlude/contract/problems';
import type { Answer } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { openRegistrationShop, type RegistrationShop, testPolicy } from './shop.ts';

type Way = (kit: { readonly backend: TestBackend }) => Promise<Answer>;

/** Registers the first lamp with a serial number. */
const registerLamp =
  (serial: string | null): Way =>
  async ({ backend }) =>
    registerFirst(await openRegistrationShop(backend), 'Lamp Nordlicht', serial);

async function registerFirst(shop: RegistrationShop, title: string, serial: string | null): Promise<Answer> {
  const [unit] = await shop.units(title);
  return shop.register({ items: [{ passportId: unit?.passport.id, serial }] });
}

/** What somebody bought elsewhere. */
export const purchase = {
  productId: 'lamp',
  variantId: 'lamp-w',
  purchasedOn: '2026-05-02',
  about: false,
  where: 'Lampenhaus',
  country: 'DE',
  email: 'kim@example.com',
};

const listed = testPolicy.serials.map((rule) => ({ ...rule, listed: true }));

/** How each problem about registrations comes about. */
export const registrationProblemWays = {
  serial_required: registerLamp(null),
  serial_wrong: registerLamp('XX-1'),
  async serial_not_accepted({ backend }) {
    const shop = await openRegistrationShop(backend, { serials: listed });
    return registerFirst(shop, 'Lamp Nordlicht', 'LN-1234-AB');
  },
  async serial_taken({ backend }) {
    const shop = await openRegistrationShop(backend);
    const [one, other] = await shop.units('Lamp Nordlicht');
    await shop.register({ items: [{ passportId: one?.passport.id, serial: 'LN-1234-AB' }] });
    return shop.register({ items: [{ passportId: other?.passport.id, serial: 'LN-1234-AB' }] });
  },
  async proof_required({ backend }) {
    const shop = await openRegistrationShop(backend, { proof: 'required' });
    const { json } = await shop.open('POST', '/v1/outside-purchases', {
      ...purchase,
      productId: 'mug',
      variantId: null,
    });
    const [unit] = await shop.units('Mug', json.token, json.order.id);
    return shop.register({ items: [{ passportId: unit?.passport.id }] }, {}, json.token, json.order.id);
  },
  async product_unknown({ backend }) {
    const shop = await openRegistrationShop(backend);
    return shop.open('POST', '/v1/outside-purchases', { ...purchase, productId: 'teapot' });
  },
  async date_impossible({ backend }) {
    const shop = await openRegistrationShop(backend);
    return shop.open('POST', '/v1/outside-purchases', { ...purchase, purchasedOn: '2027-01-01' });
  },
  async registration_closed({ backend }) {
    return registerFirst(await openRegistrationShop(backend), 'Kettle', null);
  },
  async transfer_code_invalid({ backend }) {
    const shop = await openRegistrationShop(backend);
    const consents = { safety: false, marketing: false };
    return shop.open('POST', '/v1/transfers', { code: '2222-2222-2222', email: 'kim@example.com', consents });
  },
  async transfer_closed({ backend }) {
    const shop = await openRegistrationShop(backend);
    const [kettle] = await shop.units('Kettle');
    return shop.post(`/v1/passports/${kettle?.passport.id}/transfer`);
  },
} satisfies Partial<Record<ProblemCode, Way>>;
