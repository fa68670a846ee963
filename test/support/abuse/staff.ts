import { policyWith } from '../return-desk.ts';
import type { Abuses } from './kit.ts';

/** What shops may not say, and shoppers may not do. */
export const abusesOfStaff: Abuses = {
  'a policy that offers nothing': [
    'policy_contradiction',
    async ({ raw, secretKey }) => {
      const resolutions = { refund: false, storeCredit: null, exchange: null };
      const json = policyWith({ resolutions });
      return () => raw('PUT', '/v1/staff/return-policy', { key: secretKey, json });
    },
    'resolutions',
  ],
  'a policy with a fee for a method it has not': [
    'policy_contradiction',
    async ({ raw, secretKey }) => {
      const json = policyWith({ fees: [{ id: 'f', kind: 'flat', value: 1, methods: ['drone'] }] });
      return () => raw('PUT', '/v1/staff/return-policy', { key: secretKey, json });
    },
  ],
  'the policy of a shop with a shopper’s token': [
    'key_invalid',
    async ({ raw, order }) =>
      () =>
        raw('PUT', '/v1/staff/return-policy', { key: order.token, json: policyWith({}) }),
  ],
  'a decision of staff with a shopper’s token': [
    'key_invalid',
    async ({ raw, order, file }) => {
      const { json } = await file(await order.filing());
      return () => raw('POST', `/v1/staff/returns/${json.id}/approve`, { key: order.token, json: {} });
    },
  ],
  'more received than was sent': [
    'invalid_input',
    async ({ raw, desk, order, secretKey }) => {
      const filed = await desk.client.returns.file(order.mine, await order.filing());
      await desk.staff.returns.approve(filed.id);
      const json = { items: [{ returnItemId: filed.items[0]?.id, quantity: 2 }] };
      return () => raw('POST', `/v1/staff/returns/${filed.id}/receive`, { key: secretKey, json });
    },
    'items.0.quantity',
  ],
  'an item of another return received': [
    'invalid_input',
    async ({ raw, desk, order, secretKey }) => {
      const [one, other] = [await order.filing(), await order.filing('Tray')];
      const filed = await desk.client.returns.file(order.mine, one);
      const { items } = await desk.client.returns.file(order.mine, other);
      await desk.staff.returns.approve(filed.id);
      const json = { items: [{ returnItemId: items[0]?.id, quantity: 1 }] };
      return () => raw('POST', `/v1/staff/returns/${filed.id}/receive`, { key: secretKey, json });
    },
  ],
  'more refunded than was paid': [
    'invalid_input',
    async ({ raw, desk, order, secretKey }) => {
      const filed = await desk.client.returns.file(order.mine, await order.filing());
      await desk.staff.returns.approve(filed.id);
      const json = { refund: 10_971, note: 'generous' };
      return () => raw('POST', `/v1/staff/returns/${filed.id}/refund`, { key: secretKey, json });
    },
    'refund',
  ],
  'another sum without a word why': [
    'invalid_input',
    async ({ raw, desk, order, secretKey }) => {
      const filed = await desk.client.returns.file(order.mine, await order.filing());
      await desk.staff.returns.approve(filed.id);
      return () =>
        raw('POST', `/v1/staff/returns/${filed.id}/refund`, { key: secretKey, json: { refund: 1 } });
    },
    'note',
  ],
};
