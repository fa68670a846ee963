import { purchase } from './problem-ways.ts';
import type { RegistrationShop } from './shop.ts';

/** Registers a lamp that was bought elsewhere; it waits for staff. */
export async function pending(shop: RegistrationShop, serial = 'LN-1234-AB') {
  const { token, order } = (await shop.open('POST', '/v1/outside-purchases', purchase)).json;
  const again = async () => (await shop.list(token, order.id)).items[0];
  const passportId = (await again())?.passport.id ?? '';
  const register = (number = serial) =>
    shop.register({ items: [{ passportId, serial: number }] }, {}, token, order.id);
  await register();
  const id = (await again())?.passport.registration?.id ?? '';
  return { token: token as string, orderId: order.id as string, passportId, id, again, register };
}
